import { normaliseName } from '../../territory/search-text.ts';
import { sharedRuns, trigrams } from './likeness.ts';

/** The words of today that an older word becomes; a word that the table knows and drops gives none. */
type Older = (piece: string) => { words: readonly string[]; unknown: readonly string[] };

/** The words that a field takes, and how others are understood. */
export interface WordList {
  words: ReadonlySet<string>;
  /** The same words by their normalised form, then its runs of letters. */
  byKey: ReadonlyMap<string, { word: string; runs: ReadonlySet<string> }>;
  older: Older;
  /** Normalised ways of saying a word that letters alone would not match. */
  synonyms: ReadonlyMap<string, string>;
  /** Normalised words that say nothing: « tout public ». */
  silent: ReadonlySet<string>;
}

const noOlder: Older = (piece) => ({ words: [], unknown: [piece] });

/** A list of words ready to be compared with, and what it understands beside them. */
export function wordList(
  words: readonly string[],
  beside: { older?: Older; synonyms?: WordList['synonyms']; silent?: readonly string[] } = {},
): WordList {
  const { older = noOlder, synonyms = new Map(), silent = [] } = beside;
  const byKey = new Map(
    words.map((word) => {
      const key = normaliseName(word);
      return [key, { word, runs: trigrams(key) }] as const;
    }),
  );
  return { words: new Set(words), byKey, older, synonyms, silent: new Set(silent) };
}

/** How a piece of a cell is understood: as it is, as a guess to show, or not at all. */
export type Reading =
  { kind: 'known'; words: readonly string[] } | { kind: 'guessed'; word: string } | { kind: 'unknown' };

/**
 * Least likeness of a guess: « maitrise outils numeriques » (0.74) is read, « couture » (0.10 at most) and
 * « Point numérique » for « Point d’accès numérique CAF » (0.68) are not.
 */
const LEAST_LIKENESS = 0.7;
/** A guess whose runner-up is this close would be a toss-up. */
const LEAST_LEAD = 0.05;
/** Longer than any word of the lists: a sentence is no word, and is not compared. */
const LONGEST = 120;

/** The words that a piece surely is; `null` when it is no word of the list, today's or older. */
export function knownWords(piece: string, list: WordList): readonly string[] | null {
  if (list.words.has(piece)) return [piece];
  const older = list.older(piece);
  const today = older.words.filter((word) => list.words.has(word));
  if (today.length > 0 || older.unknown.length === 0) return today;
  const key = normaliseName(piece);
  if (key === '' || list.silent.has(key)) return [];
  const exact = list.byKey.get(key);
  return exact ? [exact.word] : null;
}

/** How a list understands one piece of a cell. */
export function understand(piece: string, list: WordList): Reading {
  const words = knownWords(piece, list);
  if (words) return { kind: 'known', words };
  const key = normaliseName(piece);
  const synonym = list.synonyms.get(key);
  if (synonym !== undefined) return { kind: 'guessed', word: synonym };
  return key.length > LONGEST ? { kind: 'unknown' } : nearest(trigrams(key), list);
}

function nearest(runs: ReadonlySet<string>, { byKey }: WordList): Reading {
  const [best, next] = [...byKey.values()]
    .map(({ word, runs: others }) => ({ word, score: sharedRuns(runs, others) }))
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
      if (!/[,/]/.test(piece) || knownWords(piece, list)) return [piece];
      const parts = piece.split(/[,/]/).map((part) => part.trim());
      return parts.every((part) => understand(part, list).kind !== 'unknown') ? parts : [piece];
    });
}
