import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { desc } from 'drizzle-orm';
import type { Place } from '../../../domain/places/place.ts';
import type { Database } from '../../db/client.ts';
import { placeEdition } from '../../db/schema/places.ts';

const expand = promisify(gunzip);

/** The places as they stood before their sources were last replaced. */
export interface PlaceEdition {
  /** The day they were replaced. */
  at: Date;
  /** Edition of each source of places, by its identifier. */
  editions: Readonly<Record<string, string>>;
  places: readonly Place[];
}

/** The edition of the places before the one in use; `null` when there was only one. */
export async function readFormerEdition({ query }: Pick<Database, 'query'>): Promise<PlaceEdition | null> {
  const [row] = await query.select().from(placeEdition).orderBy(desc(placeEdition.id)).limit(1);
  if (!row) return null;
  const { at, editions, places } = row;
  return { at, editions, places: JSON.parse((await expand(places)).toString('utf8')) as Place[] };
}
