import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Place } from '../../../domain/places/place.ts';
import type { Query } from '../../db/client.ts';
import { placeEdition } from '../../db/schema/places.ts';
import { readPlaces } from '../../queries/places/places.ts';

const compress = promisify(gzip);

/**
 * Keeps the places in use as they stand before new files replace them, so that what changed since can be
 * told: 1 to 2 MB for the country. `editions` names the edition of each source of places, as it then is.
 */
export async function keepEdition(tx: Query, editions: Record<string, string>, now: Date): Promise<void> {
  const places: Place[] = await readPlaces({ query: tx });
  if (places.length === 0) return;
  await tx.insert(placeEdition).values({ at: now, editions, places: await compress(JSON.stringify(places)) });
}

/** Forgets the editions kept: those of invented places, once real ones come. */
export async function forgetEditions(tx: Query): Promise<void> {
  await tx.delete(placeEdition);
}
