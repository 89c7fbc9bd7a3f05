import { landOf } from '../../domain/access/landmass.ts';
import { greatCircle } from '../../domain/access/sphere.ts';
import { communeDestination } from '../../domain/access/travel/destination.ts';
import type { Place } from '../../domain/places/place.ts';
import type { Territory } from '../../domain/territory/territory.ts';

/** Where ways are asked to: a place, or the centre of a commune where one may open. */
export interface Destination {
  /** As `TravelPair.place`. */
  id: string;
  name: string;
  lon: number;
  lat: number;
  /** Number of its land. */
  land: number;
}

interface Located {
  name: string;
  lon: number | null;
  lat: number | null;
}

function destinationsOf<Thing extends Located>(
  things: readonly Thing[],
  written: (thing: Thing) => { id: string; commune: string | null },
): Destination[] {
  return things.flatMap((thing) => {
    const { name, lon, lat } = thing;
    if (lon === null || lat === null) return [];
    const { id, commune } = written(thing);
    return [{ id, name, lon, lat, land: landOf(commune) }];
  });
}

/** Places as destinations; those without a position are left out. */
export const placeDestinations = (places: readonly Place[]): Destination[] =>
  destinationsOf(places, ({ id, commune }) => ({ id, commune }));

/** The centres of communes as destinations; communes without one are left out. */
export const communeDestinations = (communes: readonly Territory[]): Destination[] =>
  destinationsOf(communes, ({ code }) => ({ id: communeDestination(code), commune: code }));

/** The `count` destinations nearest to a commune that has a centre, within so many metres, the nearest first. */
export const nearestDestinations = (
  { lon, lat }: Territory,
  destinations: readonly Destination[],
  { count, metres }: { count: number; metres: number },
): Destination[] =>
  destinations
    .map((one) => ({ one, far: greatCircle(lon as number, lat as number, one.lon, one.lat) }))
    .filter(({ far }) => far <= metres)
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ one }) => one);
