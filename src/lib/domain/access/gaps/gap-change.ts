import type { Place } from '../../places/place.ts';

/** The places of two editions that answer the same question. */
export interface PlaceChange {
  /** Those that answer now and did not, or were not there. */
  gained: Place[];
  /** Those that answered and no longer do, or are gone. */
  lost: Place[];
}

/**
 * What changed between the places that answered before and those that answer now. A place is the same by
 * its id, or, when a source numbered it anew, by its name in its commune, each matched once.
 */
export function placeChange(before: readonly Place[], after: readonly Place[]): PlaceChange {
  const [ids, formerIds] = [idsOf(after), idsOf(before)];
  const lost = before.filter(({ id }) => !ids.has(id));
  const namesakes = new Map<string, Place[]>();
  for (const place of lost) namesakes.set(called(place), [...(namesakes.get(called(place)) ?? []), place]);
  const gained = after.filter((place) => !formerIds.has(place.id) && !namesakes.get(called(place))?.pop());
  const unmatched = new Set([...namesakes.values()].flat());
  return { gained, lost: lost.filter((place) => unmatched.has(place)) };
}

const idsOf = (places: readonly Place[]): Set<string> => new Set(places.map(({ id }) => id));

const called = ({ commune, name }: Place): string => `${commune ?? ''}/${name.trim().toLowerCase()}`;
