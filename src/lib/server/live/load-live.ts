import type { SourceId } from '../../domain/indicators/source.ts';
import { live } from '../../messages/live.ts';
import type { Database } from '../db/client.ts';
import type { FetchedSource } from '../import/fetched.ts';
import { filesInUse } from '../import/files-in-use.ts';
import { loadSources, type LoadOutcome } from '../import/load.ts';
import { withFetched, type Origin } from '../import/origin.ts';
import { currentVersions } from '../queries/versions.ts';
import { fetchSource, type FetchOptions } from './fetch-source.ts';
import { LiveError } from './live-error.ts';

/** What became of a source: what was fetched, if it was, and what the load made of it. */
export interface LiveOutcome {
  fetched: FetchedSource | null;
  outcome: LoadOutcome;
}

export interface LoadLiveOptions extends FetchOptions {
  report?: (source: SourceId, event: LoadOutcome | string | null) => void;
}

/**
 * Fetches sources from their producers and loads each. One that cannot be had, or does not read, leaves
 * what is in use, and the others go on.
 */
export async function loadLive(
  database: Database,
  origin: Origin,
  sources: readonly SourceId[],
  options: LoadLiveOptions,
): Promise<LiveOutcome[]> {
  const outcomes: LiveOutcome[] = [];
  for (const source of sources) outcomes.push(await loadOne(database, origin, source, options));
  return outcomes;
}

async function loadOne(
  database: Database,
  origin: Origin,
  source: SourceId,
  options: LoadLiveOptions,
): Promise<LiveOutcome> {
  const { report, wire } = options;
  const failed = (message: string): LiveOutcome => {
    const outcome: LoadOutcome = { source, outcome: 'failed', message };
    report?.(source, outcome);
    return { fetched: null, outcome };
  };
  report?.(source, null);
  // Invented communes take what a stand-in invents, never the figures of real ones.
  if (origin.kind === 'demonstration' && !wire?.standIn) return failed(live.demonstration);
  let fetched: FetchedSource;
  try {
    fetched = await fetchSource(source, { ...options, keep: await fetchInUse(database, origin, source) });
  } catch (cause) {
    if (cause instanceof LiveError) return failed(cause.message);
    throw cause;
  }
  const outcomes = await loadSources(database, withFetched(origin, [fetched]), {
    only: [source],
    report: (of, event) => (of === source && event === null ? undefined : report?.(of, event)),
  });
  const outcome = outcomes.find((one) => one.source === source) ?? outcomes[0];
  return outcome ? { fetched, outcome } : failed(live.notLive(source));
}

/** The fetch that a source in use was read from, which must stay. */
export async function fetchInUse(database: Database, origin: Origin, source: SourceId): Promise<string[]> {
  const versions = (await currentVersions(database)).filter((version) => version.source === source);
  const files = await filesInUse(origin, new Map(versions.map((version) => [version.source, version])), []);
  const { hash } = files.get(source) ?? {};
  return hash === undefined ? [] : [hash];
}
