/**
 * What a password must be: the recommendation of the CNIL (délibération n° 2022-100 du 21 juillet 2022),
 * written with the ANSSI (« Recommandations relatives à l’authentification multifacteur et aux mots de
 * passe », 2021). A password that is the only proof is asked 80 bits of guesswork; that tries are counted
 * (5 in 15 minutes) would let 50 do, and is kept as a second barrier.
 */
export const LEAST_BITS = 80;

/** Longer than any sentence typed by hand; a bound on what is hashed. */
export const MOST_CHARACTERS = 200;

/** Fewest different characters: « aaaaaaaaaaaaaaaaaa » has the length, not the guesswork. */
const LEAST_DISTINCT = 6;

/** Characters of each family, as the CNIL counts them: 37 special ones at least. */
const FAMILIES: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}/u, 26],
  [/\p{Lu}/u, 26],
  [/\p{Nd}/u, 10],
  [/[^\p{Ll}\p{Lu}\p{Nd}]/u, 37],
];

/** What is wrong with a password. */
export type PasswordFault = 'weak' | 'long' | 'repeated' | 'personal' | 'common';

/** Beginnings of what everybody tries first, in small letters. */
const COMMON = [
  'motdepasse',
  'password',
  'azerty',
  'qwerty',
  'maillage',
  'bonjour',
  'administrateur',
  '123456789',
];

/**
 * Bits of guesswork of a password, as the CNIL counts them: its length times the logarithm of how many
 * characters its families hold.
 */
export function passwordBits(password: string): number {
  const alphabet = FAMILIES.reduce((sum, [family, size]) => sum + (family.test(password) ? size : 0), 0);
  return alphabet === 0 ? 0 : [...password].length * Math.log2(alphabet);
}

/**
 * Why a password may not be used; `null` when it may. `known` are words that anybody knows of the person:
 * their address, their name, their organisation.
 */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | null {
  const characters = [...password];
  if (characters.length > MOST_CHARACTERS) return 'long';
  if (Math.round(passwordBits(password)) < LEAST_BITS) return 'weak';
  if (new Set(characters).size < LEAST_DISTINCT) return 'repeated';
  const plain = foldedText(password);
  if (known.flatMap(wordsOf).some((word) => carries(plain, word))) return 'personal';
  if (COMMON.some((word) => carries(plain, word))) return 'common';
  return null;
}

/** Small letters and figures only, accents away. */
const foldedText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Shortest word that gives a password away: shorter ones are in every sentence. */
const LEAST_WORD = 4;

const wordsOf = (text: string): string[] =>
  text
    .split(/[\s@._+-]+/)
    .map(foldedText)
    .filter((word) => word.length >= LEAST_WORD);

/** Whether a word is most of a password: a word in a long sentence is no fault. */
const carries = (plain: string, word: string): boolean =>
  plain.includes(word) && plain.length < 2 * word.length + 4;

/** What is hashed: the same text however a keyboard composes its accents. */
export const composedPassword = (password: string): string => password.normalize('NFKC');
