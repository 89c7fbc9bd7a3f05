import { partnersOf, programmesOf } from '../../../domain/places/criteria.ts';
import type { Place } from '../../../domain/places/place.ts';
import { wordOf } from '../../../domain/places/word-of.ts';
import { remember } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';

/** Names that some place says, by name: their words in an address and themselves. */
const namesOf = (
  data: Snapshot,
  kind: string,
  read: (place: Place) => readonly string[],
): ReadonlyMap<string, string> =>
  remember(data, kind, '', () => {
    const names = [...new Set(data.places.flatMap(read))].filter((name) => wordOf(name) !== '');
    return new Map(names.sort((a, b) => a.localeCompare(b, 'fr')).map((name) => [wordOf(name), name]));
  });

export const programmeNames = (data: Snapshot): ReadonlyMap<string, string> =>
  namesOf(data, 'place-programmes', programmesOf);

/** Structures and those who run places for them. */
export const partnerNames = (data: Snapshot): ReadonlyMap<string, string> =>
  namesOf(data, 'place-partners', partnersOf);

export const funderNames = (data: Snapshot): ReadonlyMap<string, string> =>
  namesOf(data, 'place-funders', ({ funders }) => funders);
