import type { SourceId } from '../../domain/indicators/source.ts';
import type { DatasetVersion } from '../queries/versions.ts';
import { digestOfFiles, keptFetches, type FetchedSource } from './fetched.ts';
import type { Origin } from './origin.ts';

/** Whether a version came from its producer, and not from a file of the folder. */
export const wasFetched = ({ origin }: DatasetVersion): boolean => origin.startsWith('https://');

/**
 * The sources of a load that are read as they were fetched: those the origin brings, and those in use so
 * already, unless they are named — who names a source asks for the file of the folder.
 */
export async function filesInUse(
  origin: Origin,
  versions: ReadonlyMap<SourceId | string, DatasetVersion>,
  named: readonly SourceId[],
): Promise<ReadonlyMap<SourceId, FetchedSource>> {
  const found = new Map<SourceId, FetchedSource>(origin.fetched);
  if (origin.dataDir === undefined) return found;
  for (const version of versions.values()) {
    const source = version.source as SourceId;
    if (found.has(source) || named.includes(source) || !wasFetched(version)) continue;
    const kept = await keptFetches(origin.dataDir, source);
    const same = kept.find(
      ({ files }) => digestOfFiles(files.map(({ sha256 }) => sha256)) === version.sha256,
    );
    if (same) found.set(source, same);
  }
  return found;
}
