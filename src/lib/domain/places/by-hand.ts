import type { GatheredPlace, PlaceRecord } from './gather.ts';
import type { Place } from './place.ts';
import { spellingOf } from './spelling.ts';

/** The source of what is entered by hand. */
export const HAND_SOURCE = 'saisie';

/** A record entered by hand over a place: the fields it decides, even by emptying them. */
export interface Correction extends PlaceRecord {
  decides: readonly (keyof Place)[];
}

/**
 * Lays a correction over a place: the fields it decides are those entered by hand, whatever the
 * sources say; all the others stay theirs and follow them.
 */
export function correctedBy(gathered: GatheredPlace, { key, place, decides }: Correction): GatheredPlace {
  const decided = Object.fromEntries(decides.map((field) => [field, place[field]]));
  const origins = Object.fromEntries(decides.map((field) => [field, key]));
  return {
    place: { ...gathered.place, ...decided, sources: [...new Set([...gathered.place.sources, HAND_SOURCE])] },
    records: [...gathered.records, key],
    origins: { ...gathered.origins, ...origins },
  };
}

/** The fields in which two descriptions of a place differ. */
export function differingFields(before: Place, after: Place): (keyof Place)[] {
  return (Object.keys(after) as (keyof Place)[]).filter(
    (field) => spellingOf(before[field]) !== spellingOf(after[field]),
  );
}
