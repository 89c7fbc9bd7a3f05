import { nearestPoints } from '#lib/domain/access/nearest.ts';
import type { Points } from '#lib/domain/access/sphere.ts';
import { callList, isInUse, type Call } from '#lib/domain/places/call-list.ts';
import { dayFor, type ReferenceDay } from '#lib/domain/places/freshness.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

const pointsOf = (things: readonly { lon: number | null; lat: number | null }[]): Points => ({
  lons: Float64Array.from(things, ({ lon }) => lon ?? Number.NaN),
  lats: Float64Array.from(things, ({ lat }) => lat ?? Number.NaN),
});

/**
 * The call list of the whole country on a day. The nearest places are searched among those in use on
 * that day: a place that has closed must not keep those who now depend on another.
 */
export function nationalCalls(data: Snapshot, on: ReferenceDay): Call[] {
  const places = data.places.filter((place) => isInUse(place, dayFor(on, place)));
  const communes = data.territories.all('commune');
  return callList({
    places,
    nearest: nearestPoints(pointsOf(communes), pointsOf(places)).indices,
    populations: communes.map(({ population }) => population),
    on,
  });
}
