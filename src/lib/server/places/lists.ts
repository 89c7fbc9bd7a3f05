import { desc, eq } from 'drizzle-orm';
import type { Place } from '../../domain/places/place.ts';
import type { Database, Query } from '../db/client.ts';
import { placeImport, placeList } from '../db/schema/lists.ts';
import { placeRecord } from '../db/schema/places.ts';
import { listSource } from '../queries/places/place-lists.ts';

export type PlaceList = typeof placeList.$inferSelect;
export type PlaceImport = typeof placeImport.$inferSelect;

/** Every list, by name. */
export const readLists = (database: Pick<Database, 'query'>): Promise<PlaceList[]> =>
  database.query.select().from(placeList).orderBy(placeList.name);

/** Every import, the latest first, with the list it went into. */
export const readImports = (
  database: Pick<Database, 'query'>,
): Promise<{ import: PlaceImport; list: PlaceList }[]> =>
  database.query
    .select({ import: placeImport, list: placeList })
    .from(placeImport)
    .innerJoin(placeList, eq(placeImport.list, placeList.id))
    .orderBy(desc(placeImport.id));

/** The records of a list, by id. */
export async function readListRecords(database: { query: Query }, list: number): Promise<Map<string, Place>> {
  const rows = await database.query
    .select({ id: placeRecord.id, record: placeRecord.record })
    .from(placeRecord)
    .where(eq(placeRecord.source, listSource(list)));
  return new Map(rows.map(({ id, record }) => [id, record as Place]));
}

/** A list to make or to add to. */
export interface ListChoice {
  /** `null` for a new one. */
  id: number | null;
  name: string;
  shared: boolean;
}

/** The list chosen, made if it is new. */
export async function chosenList(
  tx: Query,
  { id, name, shared }: ListChoice,
  { now, owner }: { now: Date; owner: string | null },
): Promise<PlaceList> {
  if (id !== null) {
    const [held] = await tx.select().from(placeList).where(eq(placeList.id, id));
    if (held) return held;
  }
  const [made] = await tx.insert(placeList).values({ name, shared, owner, createdAt: now }).returning();
  return made as PlaceList;
}
