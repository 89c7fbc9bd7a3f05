import { landsOf } from '../../../domain/access/landmass.ts';
import { nearestOnLand } from '../../../domain/access/nearest-on-land.ts';
import { greatCircle, type Points } from '../../../domain/access/sphere.ts';
import { matchesTraits, NO_FILTER, traitsOf, type PlaceFilter } from '../../../domain/places/filter.ts';
import { PLACE_KINDS, type Place } from '../../../domain/places/place.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import type { FinerCriteria } from '../../../domain/places/criteria.ts';
import { remember } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';
import { supplyKey, supplyOf } from './supply.ts';

/** The places that match a filter, and how far each commune is from them. */
export interface Reach {
  /** Matching places, by id. */
  places: readonly Place[];
  /** Great-circle metres from each commune's centre, in commune order; `Infinity` without a place, NaN without a centre. */
  distances: Float64Array;
  /** Index in `places` of the nearest; −1 without one. */
  nearest: Int32Array;
  /** Indices in `places`, by current commune code. */
  byCommune: ReadonlyMap<string, readonly number[]>;
  /** Positions on the unit sphere, NaN without one: the nearest by chord is the nearest by great circle. */
  vectors: readonly (readonly [number, number, number])[];
}

const coordinate = (degrees: number | null): number => degrees ?? Number.NaN;

const pointsOf = (things: readonly { lon: number | null; lat: number | null }[]): Points => ({
  lons: Float64Array.from(things, ({ lon }) => coordinate(lon)),
  lats: Float64Array.from(things, ({ lat }) => coordinate(lat)),
});

function unitVector(lon: number, lat: number): [number, number, number] {
  const [lambda, phi] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** A filter, with what is asked beyond it; `today` is an ISO day. */
export interface AskedFilter extends PlaceFilter {
  finer?: FinerCriteria & { reference: string; today: string };
}

/** One spelling for each filter, whatever the order of its words. */
const keyOf = ({ kinds, services, free, assisted, finer }: AskedFilter): string =>
  JSON.stringify([
    [...kinds].sort(),
    [...services].sort(),
    free,
    assisted,
    finer ? supplyKey({ filter: NO_FILTER, ...finer }, finer.today) : '',
  ]);

/** Distances of every commune to its nearest matching place: computed once per snapshot and filter. */
export function reachOf(data: Snapshot, filter: AskedFilter = NO_FILTER): Reach {
  return remember(data, 'reach', keyOf(filter), () => measureReach(data, filter), 32);
}

function measureReach(data: Snapshot, filter: AskedFilter): Reach {
  const traits = remember(data, 'traits', '', () => data.places.map(traitsOf));
  const { finer } = filter;
  const asked = finer && new Set(supplyOf(data, { filter: NO_FILTER, ...finer }, finer.today).ranks);
  const places = data.places.filter(
    (_, at) => matchesTraits(traits[at] as number, filter) && (asked?.has(at) ?? true),
  );
  const communes = data.territories.all('commune');
  const centres = pointsOf(communes);
  const { distances, indices } = nearestOnLand(
    { ...centres, lands: landsOf(communes.map(({ code }) => code)) },
    { ...pointsOf(places), lands: landsOf(places.map(({ commune }) => commune)) },
  );
  const byCommune = new Map<string, number[]>();
  places.forEach(({ commune }, at) => {
    if (commune === null) return;
    const held = byCommune.get(commune);
    if (held) held.push(at);
    else byCommune.set(commune, [at]);
  });
  const vectors = places.map(({ lon, lat }) => unitVector(coordinate(lon), coordinate(lat)));
  return { places, distances, nearest: indices, byCommune, vectors };
}

/** A place and how far it is. */
export interface PlaceAt {
  place: Place;
  /** Great-circle metres from the centre; `null` without a centre or a position. */
  distance: number | null;
}

/** The matching places of some communes: by kind, then by commune, then by name. */
export function placesWithin(reach: Reach, communes: readonly Territory[]): Place[] {
  const found = communes.flatMap(({ code }) =>
    (reach.byCommune.get(code) ?? [])
      .map((at) => reach.places[at] as Place)
      .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
  );
  return PLACE_KINDS.flatMap((kind) => found.filter((place) => place.kind === kind));
}

/** The `count` nearest matching places to a centre, outside the communes left out, nearest first. */
export function nearestPlaces(
  reach: Reach,
  centre: { lon: number; lat: number },
  count: number,
  isLeftOut: (place: Place) => boolean,
): PlaceAt[] {
  const [x, y, z] = unitVector(centre.lon, centre.lat);
  const kept: { at: number; chord: number }[] = [];
  reach.vectors.forEach(([vx, vy, vz], at) => {
    const chord = (vx - x) ** 2 + (vy - y) ** 2 + (vz - z) ** 2;
    if (!(chord < (kept.length < count ? Infinity : (kept.at(-1)?.chord ?? 0)))) return;
    const place = reach.places[at];
    if (!place || isLeftOut(place)) return;
    let to = kept.length;
    while (to > 0 && (kept[to - 1]?.chord ?? 0) > chord) to--;
    kept.splice(to, 0, { at, chord });
    if (kept.length > count) kept.pop();
  });
  return kept.map(({ at }) => {
    const place = reach.places[at] as Place;
    return {
      place,
      distance: greatCircle(centre.lon, centre.lat, coordinate(place.lon), coordinate(place.lat)),
    };
  });
}
