import type { Database } from '../../db/client.ts';
import { placeList } from '../../db/schema/lists.ts';

/** What is said of a list of places that somebody imported. */
export interface PlaceListNotice {
  name: string;
  /** Whether its rows may leave in exports. */
  shared: boolean;
  /** The organisation that it belongs to; `null` where there are no accounts. */
  owner: string | null;
}

/** The source of the records of a list. */
export const listSource = (id: number): string => `liste-${id}`;

/** Every list, by the source of its records. */
export async function readListNotices(
  database: Pick<Database, 'query'>,
): Promise<Map<string, PlaceListNotice>> {
  const rows = await database.query.select().from(placeList);
  return new Map(rows.map(({ id, name, shared, owner }) => [listSource(id), { name, shared, owner }]));
}
