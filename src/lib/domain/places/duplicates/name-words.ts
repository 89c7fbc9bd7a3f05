import { jaroWinkler } from './jaro-winkler.ts';

/** Words that link others, and the legal forms that registers put in a name and people leave out. */
const EMPTY_WORDS = new Set(
  (
    'a au aux d de des du en et l la le les par pour s sur un une ' +
    'asso association ass eurl gip sa sarl sas sasu scic scop ste syndicat'
  ).split(' '),
);

/** Words of half the names: who pays or what is done there, not which place it is. */
const GENERIC_WORDS = new Set(
  (
    'agglomeration annexe antenne association bibliotheque bus cc ca centre commune communes communaute ' +
    'conseiller conseillers culturel departement espace etablissement franceservices maison mairie mediation ' +
    'mediatheque multisites numerique numeriques pole point public publics relais service services site ' +
    'social sociale ville'
  ).split(' '),
);
/** What a generic word keeps of its weight. */
const GENERIC_SHARE = 0.3;

/** One word in two forms: below this they are two words (« mairie », « maine » 0.84). */
const SAME_WORD = 0.9;

/** The words that can tell a name, normalised, from another: no link word or legal form, each once. */
export const nameWords = (name: string): string[] => [
  ...new Set(
    name
      .replace(/\bfrances? services?\b/g, 'franceservices')
      .split(' ')
      .filter((word) => word !== '' && !EMPTY_WORDS.has(word)),
  ),
];

/** What each word says, by how few of the records use it: ln(1 + n / uses), less when it is generic. */
export class WordWeights {
  readonly #weights = new Map<string, number>();

  constructor(names: readonly (readonly string[])[]) {
    const uses = new Map<string, number>();
    for (const words of names) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
    for (const [word, count] of uses) {
      const rarity = Math.log(1 + names.length / count);
      this.#weights.set(word, GENERIC_WORDS.has(word) ? GENERIC_SHARE * rarity : rarity);
    }
  }

  /** 0 for a word that no name has. */
  of(word: string): number {
    return this.#weights.get(word) ?? 0;
  }
}

/**
 * Likeness of two names, 0 to 1: cosine of their words weighed by rarity, where words within a typing
 * slip of each other meet (soft TF-IDF, Cohen, Ravikumar and Fienberg 2003). 0 when a name has no word.
 */
export function nameLikeness(
  first: readonly string[],
  second: readonly string[],
  weights: WordWeights,
): number {
  let shared = 0;
  for (const word of first) {
    let best = second.includes(word) ? 1 : 0;
    let met = word;
    for (const other of best === 1 ? [] : second) {
      const likeness = jaroWinkler(word, other);
      if (likeness > best) [best, met] = [likeness, other];
    }
    if (best >= SAME_WORD) shared += best * weights.of(word) * weights.of(met);
  }
  const norm = length(first, weights) * length(second, weights);
  return norm === 0 ? 0 : Math.min(1, shared / norm);
}

const length = (words: readonly string[], weights: WordWeights): number =>
  Math.sqrt(words.reduce((sum, word) => sum + weights.of(word) ** 2, 0));
