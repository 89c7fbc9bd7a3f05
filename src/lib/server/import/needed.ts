import { SOURCES } from '../../domain/indicators/source.ts';
import type { Database } from '../db/client.ts';
import { currentVersions } from '../queries/versions.ts';
import type { Origin } from './origin.ts';

/**
 * Whether a start has something to load: a source that was never loaded (first start, or one cut
 * short), or real data where the demonstration stood. What is optional is loaded when somebody asks.
 */
export async function loadIsNeeded(database: Database, origin: Pick<Origin, 'kind'>): Promise<boolean> {
  const versions = await currentVersions(database);
  const loaded = new Set(versions.map(({ source }) => source));
  if (SOURCES.some(({ id, optional }) => !optional && !loaded.has(id))) return true;
  return origin.kind === 'mirror' && versions.some(({ demonstration }) => demonstration);
}
