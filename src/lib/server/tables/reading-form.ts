import { categoryClasses, MOST_CLASSES } from '../../domain/tables/figures/category-classes.ts';
import { slugOfName } from '../../domain/tables/figures/figure-slug.ts';
import type { TableRows } from '../../domain/tables/join/join-rows.ts';
import { isKeyKind, isTableLevel, levelOfKey } from '../../domain/tables/keys/key-kind.ts';
import {
  VALUE_KINDS,
  type Denominator,
  type FigureColumn,
  type TableReading,
} from '../../domain/tables/reading.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import { formatNumber } from '../../format/number.ts';
import { tableaux } from '../../messages/tableaux.ts';

/** Figures of one table: each is an entry in the lists of every page. */
export const MOST_FIGURES = 30;

const words = tableaux.reading.problems;

/** Longest name and unit of a figure. */
const MAX_LABEL = 120;
const MAX_UNIT = 30;

const said = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
};

/**
 * How the columns of a table are to be read, as a form says it; with what is wrong in it, in French, `null`
 * when nothing is. What was typed is kept either way.
 */
export function readReadingForm(
  form: FormData,
  { headings, rows }: Pick<TableRows, 'headings' | 'rows'>,
  territories: Territories,
  former: TableReading | null,
): { reading: TableReading; problem: string | null } {
  const key = said(form, 'cle');
  const kind = isKeyKind(key) ? key : 'commune';
  const main = columnOf(said(form, 'principale'), headings.length);
  const second = columnOf(said(form, 'seconde'), headings.length);
  const level = said(form, 'niveau');
  const within = said(form, 'dans') || null;
  const columns = { main: main ?? -1, second: kind === 'name' || kind === 'point' ? second : null };
  const { figures, problem } = readFigures(form, headings, rows, columns, former);
  const reading: TableReading = {
    key: kind,
    columns,
    mainHeading: headings[columns.main] ?? '',
    secondHeading: columns.second === null ? null : (headings[columns.second] ?? null),
    level: kind === 'name' ? (isTableLevel(level) ? level : 'commune') : levelOfKey(kind),
    within: kind === 'name' ? within : null,
    duplicates: said(form, 'doublons') === 'sum' ? 'sum' : 'refuse',
    figures,
  };
  if (main === null) return { reading, problem: words.noMain };
  if (reading.within !== null && !territories.bySlug(reading.within))
    return { reading, problem: words.within };
  return { reading, problem };
}

function columnOf(text: string, columns: number): number | null {
  const column = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  return column >= 0 && column < columns ? column : null;
}

function readFigures(
  form: FormData,
  headings: readonly string[],
  rows: TableRows['rows'],
  { main, second }: TableReading['columns'],
  former: TableReading | null,
): { figures: FigureColumn[]; problem: string | null } {
  const taken = new Set<string>();
  let problem: string | null = null;
  const wrong = (sentence: string): void => void (problem ??= sentence);
  const figures = headings.flatMap((heading, column): FigureColumn[] => {
    const kind = VALUE_KINDS.find((one) => one === said(form, `lue-${column}`));
    if (!kind || column === main || column === second) return [];
    const classes = kind === 'category' ? categoryClasses(rows, column) : [];
    if (!classes) wrong(words.noClasses(heading, formatNumber(MOST_CLASSES)));
    const worse = said(form, `sens-${column}`);
    const label = said(form, `nom-${column}`).slice(0, MAX_LABEL);
    if (label === '') wrong(words.noLabel(heading));
    const unit = said(form, `unite-${column}`).slice(0, MAX_UNIT);
    if (unit === '' && (kind === 'count' || kind === 'score')) wrong(words.noUnit(heading));
    const before = former?.figures.find((figure) => figure.heading === heading)?.slug;
    if (before !== undefined) taken.add(before);
    return [
      {
        column,
        heading,
        slug: before ?? slugOfName(heading, taken),
        label,
        kind,
        unit: unit || (kind === 'rate' ? '%' : kind === 'euros' ? '€' : ''),
        decimals: Math.min(3, Number(/^\d$/.exec(said(form, `decimales-${column}`))?.[0] ?? 0)),
        worse: worse === 'high' || worse === 'low' ? worse : null,
        denominator: denominatorOf(said(form, `denominateur-${column}`)),
        scale: kind === 'rate' && form.get(`fraction-${column}`) === 'on' ? 100 : 1,
        classes: classes ?? [],
      },
    ];
  });
  const labels = figures.map(({ label }) => label.toLowerCase());
  const twice = figures.find(({ label }, at) => label !== '' && labels.indexOf(label.toLowerCase()) !== at);
  if (twice) wrong(words.twice(twice.label));
  const settled = figures.map((figure) => withSlugOfDenominator(figure, figures));
  for (const [at, { denominator, heading }] of settled.entries())
    if (denominator.by === 'none' && figures[at]?.denominator.by === 'column')
      wrong(words.denominator(heading));
  if (figures.length === 0) wrong(words.noFigure);
  if (figures.length > MOST_FIGURES) wrong(words.tooMany(formatNumber(MOST_FIGURES)));
  return { figures: settled, problem };
}

/** A form names a column by its rank: its slug is known once all columns are read. */
function denominatorOf(text: string): Denominator {
  if (text === 'population') return { by: 'population' };
  return /^\d{1,5}$/.test(text) ? { by: 'column', slug: text } : { by: 'none' };
}

function withSlugOfDenominator(figure: FigureColumn, figures: readonly FigureColumn[]): FigureColumn {
  const { denominator, column: own } = figure;
  if (denominator.by !== 'column') return figure;
  const held = figures.find(({ column }) => String(column) === denominator.slug);
  const fits = held?.kind === 'count' && held.column !== own;
  return { ...figure, denominator: fits ? { by: 'column', slug: held.slug } : { by: 'none' } };
}
