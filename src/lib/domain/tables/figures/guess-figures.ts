import { categoryClasses } from './category-classes.ts';
import { slugOfName } from './figure-slug.ts';
import { readCell } from './cell-value.ts';
import type { KeyColumns, FigureColumn, ValueKind } from '../reading.ts';

/** Rows looked at to guess what a column holds. */
const SAMPLE = 4_000;

/** Whole words of a heading, whatever their case; « étrangère » holds no « rang ». */
const words = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

const RATE = words('taux|tx|parts?|pct|pourcent\\p{L}*|proportions?|ratios?|%');
const EUROS = words('€|euros?|revenus?|montants?|loyers?|niveaux? de vie|salaires?|budgets?|co[ûu]ts?');
const SCORE = words('scores?|indices?|notes?|index|rangs?|densités?|densites?');
const PEOPLE = words('popul\\p{L}*|habitants?|effectifs?|m[ée]nages|total|nombre|nb');
/** Some of a whole: what a rate counts rather than what it is a rate of. */
const SOME = words(
  'sans|avec|dont|non|ayant|moins|plus|isol[ée]e?s?|seule?s?|pauvres?|b[ée]n[ée]ficiaires?|allocataires?|ch[ôo]meurs?|inscrite?s?|suivie?s?|aid[ée]e?s?|re[çc]ue?s?',
);
const FRAGILE = /pauvr|ch[ôo]m|sans |non[ -]|fragil|isol|illectron|illettr|minima|\brsa\b|difficult|manque/i;
/** Columns that say where, or which row: no figures. */
const NOT_FIGURES =
  /^(cod|code|insee|siren|siret|date|ann[ée]e|(id|n°|num[ée]ro|num|rang|ligne|cp|lat|latitude|lon|longitude|lng|x|y)(?!\p{L}))/iu;

/** A heading of a file as words: « taux_pauvrete » holds « taux ». */
const inWords = (heading: string): string => heading.replace(/_+/g, ' ').trim();

/** What a column of figures seems to be; `null` where it holds none. Every answer can be changed. */
export function guessFigures(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  key: KeyColumns | null,
): (FigureColumn | null)[] {
  const step = Math.max(1, Math.ceil(rows.length / SAMPLE));
  const sample = rows.filter((_, at) => at % step === 0);
  const taken = new Set<string>();
  const guesses = headings.map((heading, column) => {
    if (column === key?.main || column === key?.second) return null;
    return guessFigure(
      heading,
      column,
      sample.map((row) => row[column] ?? ''),
      taken,
    );
  });
  const counts = guesses.filter((guess): guess is FigureColumn => guess?.kind === 'count');
  const whole = counts.find(({ heading }) => PEOPLE.test(inWords(heading)) && !SOME.test(inWords(heading)));
  const proof = sample.slice(0, PROOF.most);
  const counted = counts.map((count) => ({ count, of: valuesOf(proof, count.column) }));
  for (const guess of guesses) {
    if (guess?.kind !== 'rate' && guess?.kind !== 'score') continue;
    const by = (guess.kind === 'rate' && dividedBy(guess, valuesOf(proof, guess.column), counted)) || whole;
    if (by) guess.denominator = { by: 'column', slug: by.slug };
  }
  return guesses;
}

/** Rows that must say the same before a column is taken for what a rate was divided by, and those looked at. */
const PROOF = { rows: 4, share: 0.9, most: 200 };

/** The figures of a column, `null` where there is none. */
const valuesOf = (rows: readonly (readonly string[])[], column: number): (number | null)[] =>
  rows.map((row) => {
    const read = readCell(row[column] ?? '');
    return read.state === 'value' ? read.value : null;
  });

/** The count by which another was divided to make a rate, when the rows show it. */
function dividedBy(
  { scale, decimals }: FigureColumn,
  rates: readonly (number | null)[],
  counted: readonly { count: FigureColumn; of: readonly (number | null)[] }[],
): FigureColumn | undefined {
  /** Half of the last figure written, as a share. */
  const rounding = 0.51 * 10 ** -decimals * 0.01;
  const mayDiffer = (1 - PROOF.share) * rates.length;
  const isMadeOf = (parts: readonly (number | null)[], wholes: readonly (number | null)[]): boolean => {
    let [known, same] = [0, 0];
    for (const [at, rate] of rates.entries()) {
      const [part, whole] = [parts[at] ?? null, wholes[at] ?? null];
      if (rate === null || part === null || whole === null || whole <= 0) continue;
      known++;
      if (Math.abs(part / whole - (rate * scale) / 100) <= rounding) same++;
      if (known - same > mayDiffer) return false;
    }
    return known >= PROOF.rows && same >= PROOF.share * known;
  };
  return counted.find(({ of: wholes }) =>
    counted.some(({ of: parts }) => parts !== wholes && isMadeOf(parts, wholes)),
  )?.count;
}

function guessFigure(
  heading: string,
  column: number,
  cells: readonly string[],
  taken: Set<string>,
): FigureColumn | null {
  if (NOT_FIGURES.test(inWords(heading))) return null;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return null;
  const numbers: number[] = [];
  let [percents, texts] = [0, 0];
  for (const cell of filled) {
    const read = readCell(cell);
    if (read.state === 'value') {
      numbers.push(read.value);
      if (read.percent) percents++;
    } else if (read.state === 'unread' && read.reason === 'text') texts++;
  }
  const base = {
    column,
    heading,
    slug: slugOfName(heading, taken),
    label: labelOf(heading),
    worse: FRAGILE.test(inWords(heading)) ? ('high' as const) : null,
    denominator: { by: 'none' as const },
    scale: 1 as const,
    classes: [],
  };
  if (numbers.length === 0 || texts > numbers.length) return category(base, filled);
  const kind = kindOf(inWords(heading), numbers, percents);
  const fractions = kind === 'rate' && percents === 0 && numbers.every((value) => value >= 0 && value <= 1);
  const scale = fractions && numbers.some((value) => value % 1 !== 0) ? 100 : 1;
  return {
    ...base,
    kind,
    unit: UNITS[kind] ?? unitOf(heading),
    decimals: kind === 'count' ? 0 : decimalsOf(numbers.map((value) => value * scale)),
    denominator: kind === 'rate' ? { by: 'population' } : { by: 'none' },
    scale,
  };
}

const UNITS: Readonly<Partial<Record<ValueKind, string>>> = { rate: '%', euros: '€', score: 'points' };

/** A heading as people read it: « part_sans_ordinateur (%) » is « Part sans ordinateur ». */
const labelOf = (heading: string): string => {
  const read = inWords(heading).replace(/\s*\(%\)$/, '');
  return read === '' ? heading : read.charAt(0).toUpperCase() + read.slice(1);
};

/** What a heading counts: « Nombre de bénéficiaires » counts « bénéficiaires ». */
const unitOf = (heading: string): string => {
  const counted = heading
    .replace(/[_\s]+/g, ' ')
    .replace(/^(nombre|nb|total|effectifs?)\.? (total )?(de |des |d[’'])?/i, '')
    .replace(/\S+/g, (word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .slice(0, 30)
    .trim();
  return /^pop(ulation)?\b/i.test(counted) ? 'habitants' : counted;
};

function kindOf(heading: string, numbers: readonly number[], percents: number): ValueKind {
  const whole = numbers.every((value) => Number.isInteger(value) && value >= 0);
  if (percents > numbers.length / 2) return 'rate';
  // A share of anything is 100 % at most: whole numbers above it count something.
  if (RATE.test(heading) && !(whole && numbers.some((value) => value > 100))) return 'rate';
  if (EUROS.test(heading)) return 'euros';
  if (SCORE.test(heading)) return 'score';
  return whole ? 'count' : 'score';
}

/** Decimals that figures are written with, two at most. */
function decimalsOf(numbers: readonly number[]): number {
  if (numbers.every(Number.isInteger)) return 0;
  return numbers.every((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9) ? 1 : 2;
}

/** From this share of different texts on, a column of some rows names them, and does not class them. */
const NAMES = { share: 0.75, rows: 4 };

function category(
  base: Omit<FigureColumn, 'kind' | 'unit' | 'decimals'>,
  filled: readonly string[],
): FigureColumn | null {
  const classes = categoryClasses(
    filled.map((cell) => [cell]),
    0,
  );
  if (!classes || (filled.length >= NAMES.rows && classes.length > NAMES.share * filled.length)) return null;
  return { ...base, kind: 'category', unit: '', decimals: 0, classes };
}
