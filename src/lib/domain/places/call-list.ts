import { dayFor, freshnessOf, type Mark, type ReferenceDay } from './freshness.ts';
import type { Place } from './place.ts';
import { missingOf, recordQuality, type Criterion } from './quality.ts';

/** A place to call, and why. */
export interface Call {
  place: Place;
  /** People of the communes that have it as their nearest place; `null` when it has no position. */
  people: number | null;
  /** Whole months since its record was touched; `null` without a date. */
  months: number | null;
  mark: Exclude<Mark, 'fresh'>;
  /** What to ask, in the order of the criteria. */
  missing: Criterion[];
}

export interface CallListInput {
  places: readonly Place[];
  /** Index in `places` of the nearest open place of each commune; −1 without one. */
  nearest: ArrayLike<number>;
  /** People of each commune, in the same order; `null` is unknown and adds nobody. */
  populations: readonly (number | null)[];
  on: ReferenceDay;
}

/** Whether people can go there on a day: it has not closed, and it is more than premises. */
export const isInUse = ({ closed, candidate }: Pick<Place, 'closed' | 'candidate'>, on: string): boolean =>
  !candidate && (closed === null || closed > on);

/**
 * Whom to call first: the places in use whose record is « à vérifier » or « à actualiser », by how many
 * people depend on them (the inhabitants of the communes that have no nearer place), then the older
 * record, one without a date being the oldest, then by id. Places without a position come last: nobody
 * can tell who depends on them.
 */
export function callList({ places, nearest, populations, on }: CallListInput): Call[] {
  const depending = new Float64Array(places.length);
  populations.forEach((people, commune) => {
    const at = nearest[commune] ?? -1;
    if (at >= 0 && people !== null) depending[at] = (depending[at] ?? 0) + people;
  });
  const calls = places.flatMap((place, at): Call[] => {
    const day = dayFor(on, place);
    const { months, mark } = freshnessOf(place.updated, day);
    if (mark === 'fresh' || !isInUse(place, day)) return [];
    const placed = place.lat !== null && place.lon !== null;
    const missing = missingOf(recordQuality(place, day));
    return [{ place, people: placed ? (depending[at] ?? 0) : null, months, mark, missing }];
  });
  return calls.sort(
    (a, b) =>
      (b.people ?? -1) - (a.people ?? -1) || compare(dateOf(a), dateOf(b)) || compare(a.place.id, b.place.id),
  );
}

/** A date that is none of the calendar is no date. */
const dateOf = ({ place, months }: Call): string => (months === null ? '' : (place.updated ?? ''));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
