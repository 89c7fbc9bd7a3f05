import { placeChange } from '../access/gaps/gap-change.ts';
import type { Place } from '../places/place.ts';
import type { GapsChange, MeshChange, Move, PlaceLine } from './edition-changes.ts';

/** Places told of each kind. */
const TOLD = 50;

/** Départements told. */
const TOLD_DEPARTEMENTS = 12;

/** What a person looks for in a place: a change of any of these is a change of the place. */
export const WATCHED = [
  'name',
  'kind',
  'address',
  'commune',
  'lat',
  'lon',
  'services',
  'publics',
  'fees',
  'support',
  'hours',
  'phone',
  'website',
  'closed',
] as const satisfies readonly (keyof Place)[];

/** Compares the places of two editions: a place is the same by its id, or by its name in its commune. */
export function meshChange(before: readonly Place[], after: readonly Place[]): MeshChange {
  const { gained, lost } = placeChange(before, after);
  const held = new Map(before.map((place) => [place.id, place]));
  const changed = after.flatMap((place) => {
    const was = held.get(place.id);
    const fields = was ? WATCHED.filter((field) => !isSame(was[field], place[field])) : [];
    return fields.length > 0 ? [{ ...lineOf(place), fields: [...fields] }] : [];
  });
  return {
    places: { before: before.length, after: after.length },
    gained: gained.length,
    lost: lost.length,
    changed: changed.length,
    gainedOnes: gained.slice(0, TOLD).map(lineOf),
    lostOnes: lost.slice(0, TOLD).map(lineOf),
    changedOnes: changed.slice(0, TOLD),
  };
}

const lineOf = ({ id, name, commune }: Place): PlaceLine => ({ id, name, commune });

const isSame = (was: unknown, is: unknown): boolean => JSON.stringify(was) === JSON.stringify(is);

/** People out of reach of every place, in the country and in each département, by code. */
export interface PeopleBeyond {
  country: number;
  departements: ReadonlyMap<string, number>;
}

/** Compares who is out of reach in two editions. */
export function gapsChange(before: PeopleBeyond, after: PeopleBeyond): GapsChange {
  const moves: Move[] = [...after.departements]
    .map(([code, people]) => ({ code, before: before.departements.get(code) ?? 0, after: people }))
    .filter((move) => move.before !== move.after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  return {
    country: { before: before.country, after: after.country },
    departements: moves.slice(0, TOLD_DEPARTEMENTS),
    moved: moves.length,
  };
}
