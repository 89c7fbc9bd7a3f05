import { normaliseName } from '../../territory/search-text.ts';
import { likeness } from './likeness.ts';

/** The words that a field takes, and how others are understood. */
export interface WordList {
  words: readonly string[];
  /** Words of the older schema → those of today; a word that the table knows and drops gives an empty list. */
  older: (piece: string) => { words: readonly string[]; unknown: readonly string[] };
  /** Normalised ways of saying a word that letters alone would not match. */
  synonyms: ReadonlyMap<string, string>;
  /** Normalised words that say nothing: « tout public ». */
  silent: ReadonlySet<string>;
}

/** How a piece of a cell is understood: as it is, as a guess to show, or not at all. */
export type Reading =
  { kind: 'known'; words: readonly string[] } | { kind: 'guessed'; word: string } | { kind: 'unknown' };

/**
 * Least likeness of a guess: « maitrise outils numeriques » (0.72) is read, « couture » (under 0.2) and
 * « Point numérique » for « Point d’accès numérique CAF » (0.58) are not.
 */
const LEAST_LIKENESS = 0.6;
/** A guess whose runner-up is this close would be a toss-up. */
const LEAST_LEAD = 0.05;
/** Longer than any word of the lists: a sentence is no word, and is not compared. */
const LONGEST = 120;

/** How a list understands one piece of a cell. */
export function understand(piece: string, list: WordList): Reading {
  const key = normaliseName(piece);
  if (key === '' || list.silent.has(key)) return { kind: 'known', words: [] };
  const exact = list.words.find((word) => word === piece || normaliseName(word) === key);
  if (exact !== undefined) return { kind: 'known', words: [exact] };
  const older = list.older(piece);
  const today = older.words.filter((word) => list.words.includes(word));
  if (today.length > 0 || older.unknown.length === 0) return { kind: 'known', words: today };
  const synonym = list.synonyms.get(key);
  if (synonym !== undefined) return { kind: 'guessed', word: synonym };
  return nearest(key, list.words);
}

function nearest(key: string, words: readonly string[]): Reading {
  if (key.length > LONGEST) return { kind: 'unknown' };
  const [best, next] = words
    .map((word) => ({ word, score: likeness(key, normaliseName(word)) }))
    .sort((a, b) => b.score - a.score);
  if (!best || best.score < LEAST_LIKENESS || best.score - (next?.score ?? 0) < LEAST_LEAD)
    return { kind: 'unknown' };
  return { kind: 'guessed', word: best.word };
}

/** The pieces of a cell: by `|`, `;` or line, then by « , » or « / » where every part is a word of the list. */
export function piecesOf(cell: string, list: WordList): string[] {
  return cell
    .split(/[|;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      if (!/[,/]/.test(piece) || understand(piece, list).kind === 'known') return [piece];
      const parts = piece.split(/[,/]/).map((part) => part.trim());
      return parts.every((part) => understand(part, list).kind !== 'unknown') ? parts : [piece];
    });
}
