import type { SourceId } from '../../domain/indicators/source.ts';
import type { Database } from '../db/client.ts';
import { filesInUse } from '../import/files-in-use.ts';
import type { Origin } from '../import/origin.ts';
import { currentVersions } from '../queries/versions.ts';

/** The fetch that a source in use was read from, by its hash: it must stay. */
export async function fetchInUse(database: Database, origin: Origin, source: SourceId): Promise<string[]> {
  const versions = (await currentVersions(database)).filter((version) => version.source === source);
  const files = await filesInUse(origin, new Map(versions.map((version) => [version.source, version])), []);
  const { hash } = files.get(source) ?? {};
  return hash === undefined ? [] : [hash];
}
