import { basename } from 'node:path';
import { sourceNotice, type SourceId } from '../../domain/indicators/source.ts';
import { editions as words } from '../../messages/editions.ts';
import type { Query } from '../db/client.ts';
import { loadWithin } from '../import/load.ts';
import type { LoadOutcome } from '../import/steps/load-outcome.ts';
import { withFetched, type Origin } from '../import/origin.ts';
import type { PendingEdition } from './pending.ts';

/** Files of a source, fetched into a folder. */
export interface Offer {
  source: SourceId;
  kind: Origin['kind'];
  /** Where its files are, below the data folder. */
  folder: string;
  files: PendingEdition['files'];
  fetchedAt: Date;
}

/** The files of an offer as the import reads them. */
function originOf({ source, kind, folder, files, fetchedAt }: Offer): Origin {
  const fetched = {
    source,
    folder,
    hash: basename(folder),
    files: files.map((file) => ({ ...file, etag: null, lastModified: null })),
    fetchedAt,
    checkedAt: fetchedAt,
    unchanged: false,
  };
  return withFetched({ kind, folder, cogFolder: folder }, [fetched]);
}

/** Loads one source of a folder, over the territories in use; what follows from it follows. */
export async function loadOne(
  query: Query,
  offer: Offer,
  { now, report }: { now: Date; report?: (step: string) => void },
): Promise<Exclude<LoadOutcome, { outcome: 'absent' }>> {
  const { source } = offer;
  const outcomes = await loadWithin(query, originOf(offer), {
    only: [source],
    keepTerritories: true,
    now: () => now,
    report: (_, event) => {
      if (typeof event === 'string') report?.(event);
    },
  });
  const own = outcomes.find((outcome) => outcome.source === source);
  return own && own.outcome !== 'absent'
    ? own
    : { source, outcome: 'failed', message: words.problems.noFile(sourceNotice(source).title) };
}
