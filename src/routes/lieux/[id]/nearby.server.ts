import { greatCircle } from '#lib/domain/access/sphere.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { NEAR_LIMIT } from '#lib/domain/report/help.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { placeLine, type PlaceLine } from '#lib/server/directory/place-line.ts';

const NEAREST = 5;

/**
 * The nearest other places that help on a day (ISO), by great circle; none when the place has no
 * position of its own. Those at the centre of their commune are left out: their distance is unknown.
 */
export function nearbyLines(data: Snapshot, from: Place, on: string): PlaceLine[] {
  const { lon, lat, position } = from;
  if (position !== 'given' || lon === null || lat === null) return [];
  return data.places
    .flatMap((place) => {
      const helps = !place.candidate && (place.closed === null || place.closed > on);
      if (place.id === from.id || !helps || place.position !== 'given') return [];
      if (place.lon === null || place.lat === null) return [];
      const metres = greatCircle(lon, lat, place.lon, place.lat);
      return metres <= NEAR_LIMIT ? [{ place, metres }] : [];
    })
    .sort((a, b) => a.metres - b.metres)
    .slice(0, NEAREST)
    .map(({ place, metres }) => placeLine(data, place, on, metres));
}
