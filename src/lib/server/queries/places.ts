import { eq, inArray } from 'drizzle-orm';
import type { Place } from '../../domain/places/place.ts';
import type { Database } from '../db/client.ts';
import { place } from '../db/schema.ts';

type Row = typeof place.$inferSelect;

const toPlace = ({ record }: Pick<Row, 'record'>): Place => record as Place;

/** Every place in use, by id, so that positions in lists stay the same between reads. */
export async function readPlaces(database: Pick<Database, 'query'>): Promise<Place[]> {
  return (await database.query.select().from(place).orderBy(place.id)).map(toPlace);
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
