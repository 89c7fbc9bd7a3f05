import { normaliseName } from '../territory/search-text.ts';
import { OFFER_LABELS, offersOf } from './offer.ts';
import { PLACE_KIND_LABELS, type Place } from './place.ts';

/** What is searched of each place, normalised once: every word stands after a space. */
export interface PlaceTexts {
  names: readonly string[];
  /** Name, town, address, services, offers, kind and structure. */
  wholes: readonly string[];
  /** Ranks of the places, by name. */
  byName: Int32Array;
}

const spaced = (text: string): string => ` ${text}`;

/**
 * The searched text of every place, in the order of the places. `communeName` gives the current name
 * of a commune by its code, for a place whose source writes an old one.
 */
export function placeTexts(
  places: readonly Place[],
  communeName: (code: string) => string | undefined = () => undefined,
): PlaceTexts {
  // Services and kinds are the same few words everywhere.
  const seen = new Map<string, string>();
  const known = (text: string): string => {
    let normal = seen.get(text);
    if (normal === undefined) seen.set(text, (normal = normaliseName(text)));
    return normal;
  };
  const names = places.map(({ name }) => spaced(normaliseName(name)));
  const wholes = places.map((place, i) =>
    [
      names[i],
      known(place.town),
      place.commune === null ? '' : known(communeName(place.commune) ?? ''),
      normaliseName(`${place.postcode} ${place.address}`),
      ...place.services.map(known),
      ...offersOf(place).map((offer) => known(OFFER_LABELS[offer])),
      ...place.programmes.map(known),
      known(PLACE_KIND_LABELS[place.kind]),
      normaliseName([place.structure, place.operator, place.programme].filter(Boolean).join(' ')),
    ].join(' '),
  );
  const byName = Int32Array.from(places, (_, i) => i).sort(
    (a, b) => compare(names[a] as string, names[b] as string) || a - b,
  );
  return { names, wholes, byName };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** From the surest: the name begins so, holds every word, holds one, or only the rest does. */
const STEPS = 4;

function stepOf(name: string, words: readonly string[], phrase: string): number {
  if (name.startsWith(phrase)) return 0;
  const inName = words.filter((word) => name.includes(word)).length;
  return inName === words.length ? 1 : inName > 0 ? 2 : 3;
}

/**
 * Ranks of the places that a text designates: each of its words begins a word of the place, accents
 * and case aside. Those whose name says it come first, then by name. A text without a letter or a
 * digit designates every place.
 */
export function searchPlaces({ names, wholes, byName }: PlaceTexts, text: string): number[] {
  const phrase = normaliseName(text);
  if (phrase === '') return [...byName];
  const words = [...new Set(phrase.split(' '))].map(spaced);
  const steps: number[][] = Array.from({ length: STEPS }, () => []);
  for (const rank of byName) {
    const whole = wholes[rank] as string;
    if (words.every((word) => whole.includes(word)))
      steps[stepOf(names[rank] as string, words, spaced(phrase))]?.push(rank);
  }
  return steps.flat();
}
