import { desc, inArray } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { placeChange } from '../../db/schema/places.ts';

/** One change that a person made to a record of a place. */
export interface PlaceChange {
  at: Date;
  kind: string;
  source: string;
  record: string;
}

/** Changes shown: the whole history is in the database. */
const MOST = 30;

/** What people changed in some records (keys `source/id`), by import or by hand, the latest first. */
export async function readPlaceHistory(
  database: Pick<Database, 'query'>,
  keys: readonly string[],
): Promise<PlaceChange[]> {
  const wanted = new Set(keys);
  const ids = keys.map((key) => key.slice(key.indexOf('/') + 1));
  if (ids.length === 0) return [];
  const rows = await database.query
    .select({
      at: placeChange.at,
      kind: placeChange.kind,
      source: placeChange.source,
      record: placeChange.record,
    })
    .from(placeChange)
    .where(inArray(placeChange.record, ids))
    .orderBy(desc(placeChange.id));
  return rows.filter(({ source, record }) => wanted.has(`${source}/${record}`)).slice(0, MOST);
}
