import { isoDay } from '../../format/date.ts';
import type { Database } from '../db/client.ts';
import { readVersions } from './former.ts';

/** An edition that a frozen diagnosis says it comes from. */
export interface Citation {
  source: string;
  title: string;
  edition: string;
  /** ISO day of its loading. */
  loaded: string;
}

/** The numbers of the versions that a diagnosis comes from, those of them that are known here. */
export async function findCited(
  database: Pick<Database, 'query'>,
  citations: readonly Citation[],
): Promise<{ version: number; title: string; edition: string }[]> {
  const versions = await readVersions(database);
  return citations.flatMap(({ source, title, edition, loaded }) => {
    // The last one first: of two loaded the same day, the diagnosis was most likely made of the later.
    const found = versions.find(
      (one) => one.source === source && one.edition === edition && isoDay(one.loadedAt) === loaded,
    );
    return found ? [{ version: found.id, title, edition }] : [];
  });
}
