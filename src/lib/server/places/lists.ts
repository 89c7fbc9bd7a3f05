import { and, desc, eq, isNull, type AnyColumn } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import type { Place } from '../../domain/places/place.ts';
import type { Database, Query } from '../db/client.ts';
import { placeImport, placeList } from '../db/schema/lists.ts';
import { placeRecord } from '../db/schema/places.ts';
import { listSource } from '../queries/places/place-lists.ts';

export type PlaceList = typeof placeList.$inferSelect;
export type PlaceImport = typeof placeImport.$inferSelect;

/** What belongs to an organisation; without accounts, what belongs to nobody. */
const ownedBy = (column: AnyColumn, owner: string | null) =>
  owner === null ? isNull(column) : eq(column, owner);

/** The lists of an organisation, by name. */
export const readLists = (database: Pick<Database, 'query'>, owner: string | null): Promise<PlaceList[]> =>
  database.query.select().from(placeList).where(ownedBy(placeList.owner, owner)).orderBy(placeList.name);

/** The imports of an organisation, the latest first, with the list each went into. */
export const readImports = (
  database: Pick<Database, 'query'>,
  owner: string | null,
): Promise<{ import: PlaceImport; list: PlaceList }[]> =>
  database.query
    .select({ import: placeImport, list: placeList })
    .from(placeImport)
    .innerJoin(placeList, eq(placeImport.list, placeList.id))
    .where(ownedBy(placeImport.owner, owner))
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

/** The list chosen among those of the hand’s organisation, made if it is new. */
export async function chosenList(
  tx: Query,
  { id, name, shared }: ListChoice,
  { now, owner }: Hand,
): Promise<PlaceList> {
  if (id !== null) {
    const [held] = await tx
      .select()
      .from(placeList)
      .where(and(eq(placeList.id, id), ownedBy(placeList.owner, owner)));
    if (held) return held;
    throw new Error(`no list ${id} of this organisation`);
  }
  const [made] = await tx.insert(placeList).values({ name, shared, owner, createdAt: now }).returning();
  return made as PlaceList;
}
