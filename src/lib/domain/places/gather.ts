import { mergePlaces } from './merge.ts';
import type { Place } from './place.ts';

/** One place as one source describes it; the key is `source/id`. */
export interface PlaceRecord {
  key: string;
  place: Place;
}

/** What a person said of two records: the same place, or not. */
export interface Verdict {
  first: string;
  second: string;
  same: boolean;
}

/** Two records that look like one place, not surely enough to be merged. */
export interface Proposal {
  first: string;
  second: string;
  /** Chance that they are one place, 0 to 1, as measured on the labelled sample. */
  likelihood: number;
  /** Why, in French, the strongest first. */
  reasons: string[];
}

/** A place made of one record or more. */
export interface GatheredPlace {
  place: Place;
  /** Keys of its records, the one that speaks first. */
  records: string[];
  /** Key of the record that each filled field comes from. */
  origins: Record<string, string>;
}

export interface Gathered {
  /** By id. */
  places: GatheredPlace[];
  proposals: Proposal[];
}

/** Makes places of the records of every source: those of one id are one place. */
export function gatherPlaces(records: readonly PlaceRecord[], _verdicts: readonly Verdict[] = []): Gathered {
  const byId = new Map<string, GatheredPlace>();
  for (const { key, place } of records) {
    const seen = byId.get(place.id);
    byId.set(place.id, {
      place: seen ? mergePlaces(seen.place, place) : place,
      records: [...(seen?.records ?? []), key],
      origins: {},
    });
  }
  const places = [...byId.values()].sort((a, b) => (a.place.id < b.place.id ? -1 : 1));
  return { places, proposals: [] };
}
