import { normaliseName } from '../territory/search-text.ts';
import { OFFER_LABELS, offersOf } from './offer.ts';
import { PLACE_KIND_LABELS, type Place } from './place.ts';

/** What is searched of each place, normalised once. */
export interface PlaceTexts {
  /** Names, every word after a space. */
  names: readonly string[];
  /** Every word of name, town, address, services, offers, kind and structure, in order. */
  vocabulary: readonly string[];
  /** Ranks of the places that have each word. */
  holders: readonly (readonly number[])[];
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
  const holders = new Map<string, number[]>();
  places.forEach((place, i) => {
    const whole = [
      names[i],
      known(place.town),
      place.commune === null ? '' : known(communeName(place.commune) ?? ''),
      normaliseName(`${place.postcode} ${place.address}`),
      ...place.services.map(known),
      ...offersOf(place).map((offer) => known(OFFER_LABELS[offer])),
      ...place.programmes.map(known),
      known(PLACE_KIND_LABELS[place.kind]),
      normaliseName([place.structure, place.operator, place.programme].filter(Boolean).join(' ')),
    ].join(' ');
    for (const word of whole.split(' ')) {
      const list = holders.get(word);
      if (!list) holders.set(word, [i]);
      else if (list.at(-1) !== i) list.push(i);
    }
  });
  const vocabulary = [...holders.keys()].filter(Boolean).sort(compare);
  const byName = Int32Array.from(places, (_, i) => i).sort(
    (a, b) => compare(names[a] as string, names[b] as string) || a - b,
  );
  return { names, vocabulary, holders: vocabulary.map((word) => holders.get(word) ?? []), byName };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** From the surest: the name begins so, holds every word, holds one, or only the rest does. */
const STEPS = 4;

function stepOf(name: string, words: readonly string[], phrase: string): number {
  if (name.startsWith(phrase)) return 0;
  const inName = words.filter((word) => name.includes(word)).length;
  return inName === words.length ? 1 : inName > 0 ? 2 : 3;
}

/** Position of the first word that is not before `word`. */
function firstFrom(vocabulary: readonly string[], word: string): number {
  let [low, high] = [0, vocabulary.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vocabulary[middle] as string) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Ranks of the places that a text designates: each of its words begins a word of the place, accents
 * and case aside. Those whose name says it come first, then by name. A text without a letter or a
 * digit designates every place.
 */
export function searchPlaces(texts: PlaceTexts, text: string): number[] {
  const { names, vocabulary, holders, byName } = texts;
  const phrase = normaliseName(text);
  if (phrase === '') return [...byName];
  const words = [...new Set(phrase.split(' '))];
  /** How many of the first words each place has. */
  const held = new Uint16Array(names.length);
  words.forEach((word, k) => {
    for (let at = firstFrom(vocabulary, word); vocabulary[at]?.startsWith(word); at++)
      for (const rank of holders[at] as readonly number[]) if (held[rank] === k) held[rank] = k + 1;
  });
  const begun = words.map(spaced);
  const steps: number[][] = Array.from({ length: STEPS }, () => []);
  for (const rank of byName)
    if (held[rank] === words.length) steps[stepOf(names[rank] as string, begun, spaced(phrase))]?.push(rank);
  return steps.flat();
}
