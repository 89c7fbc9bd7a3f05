import { normaliseName } from '../../territory/search-text.ts';
import { jaroWinkler } from './jaro-winkler.ts';

/** Short forms of kinds of street, as registers of companies write them. */
const KINDS: Readonly<Record<string, string>> = {
  all: 'allee',
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  boul: 'boulevard',
  ch: 'chemin',
  che: 'chemin',
  chem: 'chemin',
  crs: 'cours',
  ctre: 'centre',
  espl: 'esplanade',
  fg: 'faubourg',
  imp: 'impasse',
  lot: 'lotissement',
  pass: 'passage',
  pl: 'place',
  prom: 'promenade',
  qu: 'quai',
  r: 'rue',
  res: 'residence',
  rte: 'route',
  rpt: 'rond',
  sq: 'square',
  za: 'zone',
  zi: 'zone',
  zac: 'zone',
};

const STREETS = new Set(
  (
    'allee avenue boulevard chemin cours esplanade faubourg impasse montee parvis passage place promenade ' +
    'quai rond route rue ruelle square traverse voie grande grand'
  ).split(' '),
);

/** Titles and link words: some files write them, others do not. */
const EMPTY_WORDS = new Set(
  (
    'a au aux d de des du en et l la le les sur bis ter quater docteur dr general gal gen marechal mal ' +
    'president pdt commandant cdt abbe professeur pr colonel col capitaine cne'
  ).split(' '),
);

/** One street word in two spellings. */
const SAME_WORD = 0.9;

/** An address as addresses are compared. */
export interface Street {
  /** Both ends of « 22-24 »; none when the address has none. */
  numbers: string[];
  /** Words of its name, kind included, in full. */
  words: string[];
}

/** Reads the street of an address line; `null` when the line says nothing. */
export function readStreet(address: string): Street | null {
  const parts = address.split(/[,;]| - /).map(tokensOf);
  const whole = parts.flat();
  const line = parts.find((tokens) => tokens.some((word) => STREETS.has(word))) ?? whole;
  const start = line.findIndex((word) => STREETS.has(word));
  const before = whole.slice(0, start < 0 ? 0 : whole.findIndex((word) => STREETS.has(word)));
  const words = line
    .slice(Math.max(0, start))
    .filter((word) => word.length > 1 && !EMPTY_WORDS.has(word) && !POSTCODE.test(word));
  const numbers = numbersOf(start < 0 ? whole.slice(0, 1) : before);
  const named = words.filter((word) => start >= 0 || !numbers.includes(word));
  return named.length === 0 ? null : { numbers, words: [...new Set(named)] };
}

const POSTCODE = /^\d{5}$/;

const tokensOf = (text: string): string[] =>
  normaliseName(text.replace(/(\d)\s*(?:bis|ter|quater)\b/gi, '$1'))
    .split(' ')
    .map((word) => KINDS[word] ?? word)
    .filter((word) => word !== '');

/** « 27 » of « 27b »; what is after four digits is a code of the register, not a number on a wall. */
const numbersOf = (tokens: readonly string[]): string[] => [
  ...new Set(tokens.filter((word) => /^\d{1,4}[a-f]?$/.test(word)).map((word) => word.replace(/\D$/, ''))),
];

/**
 * Likeness of two street names, 0 to 1: the share of their words that meet (Dice), kinds for half. A
 * shorter writing that is all in the longer (« maréchal de Lattre », « … de Tassigny ») is nearly it.
 */
export function streetLikeness(first: Street, second: Street): number {
  const met = first.words.filter(
    (word) =>
      second.words.includes(word) || second.words.some((other) => jaroWinkler(word, other) >= SAME_WORD),
  );
  const [shared, a, b] = [met, first.words, second.words].map(weightOf) as [number, number, number];
  return Math.min(1, Math.max((2 * shared) / (a + b), (PART * shared) / Math.min(a, b)));
}

/** What a writing that is a part of another is worth. */
const PART = 0.9;
/** Files often disagree on « rue », « place » or « allée ». */
const KIND_WEIGHT = 0.5;

const weightOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (STREETS.has(word) ? KIND_WEIGHT : 1), 0);
