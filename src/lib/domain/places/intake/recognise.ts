import { normaliseName } from '../../territory/search-text.ts';
import { ALIASES } from './aliases.ts';
import { CHECKABLE, contentShares, type KnownCodes } from './content.ts';
import { FIELD_LABELS, INTAKE_FIELDS, type IntakeField } from './fields.ts';
import { sharedRuns, trigrams } from './likeness.ts';
import { plainCell } from './row-reading.ts';

/** What a column is thought to feed. */
export interface ColumnGuess {
  /** Rank of the column, from 0. */
  column: number;
  heading: string;
  field: IntakeField;
  /** 0 to 1; 0 for a column that is ignored. */
  confidence: number;
  /** In French: « par son nom », « par son contenu : 98 % de codes postaux ». */
  why: string;
}

/** Values read of each column: enough to know it, whatever the length of the file. */
const SAMPLE = 200;
/** Characters read of each: no code, address or word list that can be known is longer. */
const SAMPLE_LENGTH = 500;
/** Under this, content alone says nothing; and a name that it denies in most values is doubted. */
const LEAST_SHARE = 0.8;
const DENIED_SHARE = 0.3;
/** A name that is only close, and that content denies, is no guess to show. */
const LEAST_CONFIDENCE = 0.4;
/** « adresse de la structures » (0.96) is read, « adresse du responsable légal » (0.50) is not. */
const LEAST_LIKENESS = 0.7;

/** Every name of every field, normalised. */
const NAMES: readonly (readonly [name: string, field: IntakeField, runs: ReadonlySet<string>])[] =
  INTAKE_FIELDS.filter((field) => field !== 'ignored').flatMap((field) =>
    [field, FIELD_LABELS[field], ...(ALIASES[field] ?? [])].map(
      (name) => [normaliseName(name), field, trigrams(normaliseName(name))] as const,
    ),
  );

/** The fields that a heading names, how surely, and how that is said. */
function byName(heading: string): { field: IntakeField; confidence: number; why: string }[] {
  const key = normaliseName(heading);
  const runs = trigrams(key);
  const best = new Map<IntakeField, number>();
  for (const [name, field, others] of NAMES) {
    // Two texts can have the same runs: only the name itself is exact.
    const score = name === key ? 1 : Math.min(0.99, sharedRuns(runs, others));
    if (score >= LEAST_LIKENESS && score > (best.get(field) ?? 0)) best.set(field, score);
  }
  return [...best].map(([field, score]) => ({
    field,
    confidence: score === 1 ? 0.95 : 0.8 * score,
    why: score === 1 ? 'par son nom' : `par son nom, proche de « ${FIELD_LABELS[field]} »`,
  }));
}

/** Every guess for one column: names, upheld or doubted by content, then content alone. */
function guessesOf(
  column: number,
  heading: string,
  values: readonly string[],
  known?: KnownCodes,
): ColumnGuess[] {
  const shares = contentShares(values, known);
  const named = byName(heading).map(({ field, confidence, why }): ColumnGuess => {
    const found = shares.find((one) => one.field === field);
    const share = found?.share ?? 0;
    const upheld = found !== undefined && share >= LEAST_SHARE;
    const denied = CHECKABLE.has(field) && values.length > 0 && share < DENIED_SHARE;
    return {
      column,
      heading,
      field,
      confidence: upheld ? Math.min(0.99, confidence + 0.04) : denied ? confidence * 0.6 : confidence,
      why: upheld ? `${why} et son contenu : ${percent(share)} ${found.what}` : why,
    };
  });
  const alone = shares
    .filter(({ field, share }) => share >= LEAST_SHARE && !named.some((guess) => guess.field === field))
    .map(({ field, share, what }): ColumnGuess => ({
      column,
      heading,
      field,
      // A handful of values can look like anything.
      confidence: 0.7 * share * Math.min(1, (values.length + 2) / 5),
      why: `par son contenu : ${percent(share)} ${what}`,
    }));
  return [...named, ...alone];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/**
 * What each column of a table feeds, by its name and by its content over the first rows: one column a
 * field, the surest wins (the first column on a tie) and the others are ignored. `known` tells
 * postcodes from INSEE codes where both look alike.
 */
export function recogniseColumns(
  headings: readonly string[],
  sampleRows: readonly (readonly string[])[],
  known?: KnownCodes,
): ColumnGuess[] {
  const sample = sampleRows.slice(0, SAMPLE);
  const guesses = headings.flatMap((heading, column) => {
    const values = sample
      .map((row) => plainCell((row[column] ?? '').slice(0, SAMPLE_LENGTH)))
      .filter((value) => value !== '');
    return guessesOf(column, heading, values, known);
  });
  const chosen = new Map<number, ColumnGuess>();
  const taken = new Set<IntakeField>();
  for (const guess of guesses.sort((a, b) => b.confidence - a.confidence || a.column - b.column)) {
    if (guess.confidence < LEAST_CONFIDENCE || chosen.has(guess.column) || taken.has(guess.field)) continue;
    chosen.set(guess.column, guess);
    taken.add(guess.field);
  }
  return headings.map(
    (heading, column) =>
      chosen.get(column) ?? {
        column,
        heading,
        field: 'ignored',
        confidence: 0,
        why: 'ni son nom ni son contenu ne sont reconnus',
      },
  );
}
