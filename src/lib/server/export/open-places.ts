import { isSourceId, sourceNotice } from '../../domain/indicators/source.ts';
import { HAND_SOURCE } from '../../domain/places/by-hand.ts';
import type { Place } from '../../domain/places/place.ts';
import { formatCount } from '../../format/number.ts';
import { lieuxExport as words } from '../../messages/lieux-export.ts';

const LIST = /^liste-\d+$/;

/** Places that do not leave, and of which sources when that is why. */
interface Kept {
  restricted: number;
  closed: number;
  candidate: number;
  sources: Set<string>;
}

/**
 * Places that may leave. Writers take nothing else, and `OpenPlaces.of` is the only way to have them: all of
 * whose sources may be redistributed, open, where somebody helps, without a telephone but that of a France
 * services structure. A place of a restricted source that another also knows stays, since what each said of it can no
 * longer be told apart.
 */
export class OpenPlaces {
  readonly places: readonly Place[];
  /** What is left out and why, in French. */
  readonly notes: readonly string[];
  /** How many are left out. */
  readonly leftOut: number;

  private constructor(places: readonly Place[], kept: Kept) {
    this.places = places;
    this.leftOut = kept.restricted + kept.closed + kept.candidate;
    this.notes = notesOf(kept);
  }

  /** The places that may leave; `sharedLists` are the sources (`liste-3`) of the lists whose rows may. */
  static of(places: Iterable<Place>, sharedLists: ReadonlySet<string>): OpenPlaces {
    const kept: Kept = { restricted: 0, closed: 0, candidate: 0, sources: new Set() };
    const open: Place[] = [];
    for (const place of places) {
      const restricted = restrictedSources(place, sharedLists);
      if (restricted.length > 0) {
        kept.restricted++;
        for (const source of restricted) kept.sources.add(source);
      } else if (place.closed !== null) kept.closed++;
      else if (place.candidate) kept.candidate++;
      else open.push(place.kind === 'france-services' ? place : { ...place, phone: null });
    }
    return new OpenPlaces(open, kept);
  }
}

/** What keeps a place from leaving, in words; a place of which nobody knows the source stays. */
function restrictedSources({ sources }: Place, sharedLists: ReadonlySet<string>): string[] {
  if (sources.length === 0) return [words.unknownSource];
  return sources.flatMap((id) => {
    if (id === HAND_SOURCE || sharedLists.has(id)) return [];
    if (!isSourceId(id)) return [LIST.test(id) ? words.privateList : words.unknownSource];
    const { redistribute, title } = sourceNotice(id);
    return redistribute ? [] : [title];
  });
}

function notesOf({ restricted, closed, candidate, sources }: Kept): string[] {
  const { leftOut } = words;
  const count = (n: number): string => formatCount(n, words.place, words.places);
  return [
    ...(restricted > 0
      ? [leftOut.restricted(restricted === 1, count(restricted), [...sources].join(', '))]
      : []),
    ...(closed > 0 ? [leftOut.closed(closed === 1, count(closed))] : []),
    ...(candidate > 0 ? [leftOut.candidate(candidate === 1, count(candidate))] : []),
  ];
}
