import { basename } from 'node:path';
import type { SourceId } from '../../domain/indicators/source.ts';
import { live } from '../../messages/live.ts';
import type { Database } from '../db/client.ts';
import { fetchSource, type FetchOptions } from '../live/fetch-source.ts';
import { LiveError } from '../live/live-error.ts';
import { fetchInUse } from '../live/fetch-in-use.ts';
import { currentVersions } from '../queries/versions.ts';
import type { Offer } from './offer.ts';
import { readPending } from './pending.ts';

/**
 * Fetches a source from its producer, as an edition to propose. The files in use stay, and those of the
 * edition that waits. Throws a `LiveError`, a sentence in French.
 */
export async function fetchOffer(
  database: Database,
  source: SourceId,
  options: FetchOptions,
): Promise<Offer> {
  const isInvented = (await currentVersions(database)).some(({ demonstration }) => demonstration);
  // Invented communes take what a stand-in invents, never the figures of real ones.
  if (isInvented && !options.wire?.standIn) throw new LiveError('unfit', live.demonstration);
  const kind = isInvented ? 'demonstration' : 'mirror';
  const here = { kind, folder: '', cogFolder: '', dataDir: options.dataDir } as const;
  const waiting = await readPending(database, source);
  const keep = await fetchInUse(database, here, source);
  if (waiting) keep.push(basename(waiting.folder));
  const { folder, files, fetchedAt } = await fetchSource(source, { ...options, keep });
  return {
    source,
    kind,
    folder,
    files: files.map(({ name, url, sha256, bytes }) => ({ name, url, sha256, bytes })),
    fetchedAt,
  };
}

/** Whether what went wrong in a fetch is for a person to read. */
export const isFetchFault = (cause: unknown): cause is LiveError => cause instanceof LiveError;
