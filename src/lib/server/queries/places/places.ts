import { eq, gt, inArray, sql } from 'drizzle-orm';
import type { Place } from '../../../domain/places/place.ts';
import { inPages } from '../../db/batches.ts';
import type { Database } from '../../db/client.ts';
import { place } from '../../db/schema/places.ts';

type Row = typeof place.$inferSelect;

const toPlace = ({ record }: Pick<Row, 'record'>): Place => record as Place;

/** Every place in use, by id, so that positions in lists stay the same between reads. */
export async function readPlaces(database: Pick<Database, 'query'>): Promise<Place[]> {
  const places: Place[] = [];
  const page = (last: Pick<Row, 'id' | 'record'> | undefined, size: number) =>
    database.query
      .select({ id: place.id, record: place.record })
      .from(place)
      .where(last && gt(place.id, last.id))
      .orderBy(place.id)
      .limit(size);
  for await (const rows of inPages(page)) places.push(...rows.map(toPlace));
  return places;
}

export async function readPlace(database: Pick<Database, 'query'>, id: string): Promise<Place | null> {
  const [row] = await database.query.select().from(place).where(eq(place.id, id));
  return row ? toPlace(row) : null;
}

/** The places in some communes, by name. */
export async function readPlacesIn(
  database: Pick<Database, 'query'>,
  communes: readonly string[],
): Promise<Place[]> {
  if (communes.length === 0) return [];
  return (
    await database.query
      .select()
      .from(place)
      .where(inArray(place.commune, [...communes]))
      .orderBy(place.name)
  ).map(toPlace);
}

/** Where what is said of a place comes from: keys are `source/id`. */
export interface PlaceOrigins {
  /** The record that speaks first, first. */
  records: string[];
  /** Key of the record that each filled field comes from. */
  origins: Record<string, string>;
}

/** The records that a place is made of; `null` when no place has this id. */
export async function readPlaceOrigins(
  database: Pick<Database, 'query'>,
  id: string,
): Promise<PlaceOrigins | null> {
  const [row] = await database.query
    .select({ records: place.records, origins: place.origins })
    .from(place)
    .where(eq(place.id, id));
  return row ?? null;
}

/** The id of the place that a record of this id was merged into; `null` when there is none. */
export async function readMergedInto(database: Pick<Database, 'query'>, id: string): Promise<string | null> {
  // A source has no slash: what follows the first is the id, whatever it holds.
  const holds = sql`exists (select 1 from unnest(${place.records}) as key where substr(key, strpos(key, '/') + 1) = ${id})`;
  const [row] = await database.query
    .select({ id: place.id })
    .from(place)
    .where(holds)
    .orderBy(place.id)
    .limit(1);
  return row?.id ?? null;
}
