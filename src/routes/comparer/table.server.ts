import { keepTogether } from '#lib/format/typography.ts';
import { THEME_LABELS } from '#lib/domain/indicators/catalogue.ts';
import type { Indicator, Theme } from '#lib/domain/indicators/indicator.ts';
import { sourceNotice } from '#lib/domain/indicators/source.ts';
import { isKnown } from '#lib/domain/indicators/value.ts';
import { formatBareValue, formatValue } from '#lib/format/figure.ts';
import { formatCount, formatPercent } from '#lib/format/number.ts';
import { comparer } from '#lib/messages/comparer.ts';
import type { ComparedRow } from '#lib/server/queries/comparison.ts';
import type { ComparisonView } from './comparison-address.ts';
import { tableCell, type TableCell } from './table-cell.server.ts';

const words = comparer.table;

/** One indicator of the table. */
export interface TableRow {
  id: string;
  label: string;
  year: string;
  source: { label: string; href: string };
  notes: string[];
  cells: TableCell[];
  /** What the bars of the row share; `null` where nothing is drawn. */
  scale: { min: number; max: number; reference: number | null; dot: boolean } | null;
}

/** The rows of a theme, or all of them when they are sorted by how far apart they are. */
export interface TableSection {
  id: string;
  title: string;
  rows: TableRow[];
  /** What must be said under the rows. */
  footnote: string;
}

/** The order in which a page is read: need, connection, people. */
export const THEME_ORDER: readonly Theme[] = [
  'pauvrete',
  'connexion',
  'population',
  'fragilite',
  'typologie',
  'tableaux',
];

/** The table that a view asks for, without the rows that no territory has. */
export function tableSections(rows: readonly ComparedRow[], view: ComparisonView): TableSection[] {
  const wanted = rows.filter(({ indicator }) => view.theme === null || indicator.theme === view.theme);
  if (view.differences) return [differences(wanted)];
  return THEME_ORDER.flatMap((theme): TableSection[] => {
    const own = wanted.filter(({ indicator }) => indicator.theme === theme);
    const shown = own.filter(hasSomething);
    const left = own.filter((row) => !shown.includes(row));
    if (own.length === 0) return [];
    const labels = left.map(({ indicator }) => indicator.label).join(' ; ');
    const footnote = left.length === 0 ? '' : keepTogether(`${words.nothing} ${labels}.`);
    return [{ id: theme, title: THEME_LABELS[theme], rows: shown.map((row) => tableRow(row)), footnote }];
  });
}

/** Whether a row has something to say beyond « absent ». */
const hasSomething = ({ cells }: ComparedRow): boolean =>
  cells.some(({ cell, hidden, classes }) => cell.state !== 'absent' || hidden || classes !== null);

/** The rows that differ: measured ones first, the widest apart on top, then classes. */
function differences(rows: readonly ComparedRow[]): TableSection {
  const measured = rows
    .filter((row) => row.spread !== null && new Set(knownValues(row)).size > 1)
    .sort((a, b) => (b.spread ?? 0) - (a.spread ?? 0));
  const classed = rows.filter(
    (row) => row.indicator.classes !== undefined && new Set(knownValues(row)).size > 1,
  );
  const left = rows.length - measured.length - classed.length;
  return {
    id: 'ecarts',
    title: words.sorted,
    rows: [
      ...measured.map((row) => tableRow(row, words.spread(formatPercent(100 * (row.spread ?? 0))))),
      ...classed.map((row) => tableRow(row, words.classesDiffer)),
    ],
    footnote: left === 0 ? '' : keepTogether(words.leftOut(formatCount(left, 'ligne'))),
  };
}

const knownValues = ({ cells }: ComparedRow): number[] =>
  cells.flatMap(({ cell }) => (isKnown(cell) ? [cell.value] : []));

function tableRow(row: ComparedRow, note = ''): TableRow {
  const { indicator, cells } = row;
  const scale = scaleOf(row);
  const grouped = cells.some(({ aggregated, cell }) => aggregated && isKnown(cell));
  const notes = [
    note,
    grouped && 'label' in indicator.aggregate ? words.groups(indicator.aggregate.label) : '',
    scale ? words.scale(scaleEnd(indicator, scale.min), formatValue(indicator, scale.max)) : '',
  ];
  return {
    id: indicator.id,
    label: indicator.label,
    year: indicator.year,
    source: { label: sourceNotice(indicator.source).producer, href: `/methode#${indicator.id}` },
    notes: notes.filter((text) => text !== '').map(keepTogether),
    cells: cells.map((cell) => tableCell(indicator, cell)),
    scale,
  };
}

/**
 * One scale for the whole row: from zero where lengths compare, from the first to the last hundredth
 * of communes for euros, which never come near zero.
 */
function scaleOf(row: ComparedRow): TableRow['scale'] {
  const { indicator, france, ends } = row;
  const values = knownValues(row);
  if (indicator.classes || indicator.kind === 'date' || values.length === 0) return null;
  const reference = isCompared(indicator) && isKnown(france) ? france.value : null;
  const all = reference === null ? values : [...values, reference];
  // Alone, a bar from zero would fill its track and say nothing.
  if (all.length < 2 && indicator.kind !== 'euros' && indicator.kind !== 'score') return null;
  if (indicator.kind === 'euros' && ends)
    return { min: Math.min(ends[0], ...all), max: Math.max(ends[1], ...all), reference, dot: true };
  const max = Math.max(indicator.kind === 'score' ? BEST_SCORE : 0, ...all);
  return { min: Math.min(0, ...all), max: max === 0 ? 1 : max, reference, dot: false };
}

/** Published scores are out of ten. */
const BEST_SCORE = 10;

/** The low end of a scale, whose unit is said at the other. */
const scaleEnd = (indicator: Indicator, value: number): string =>
  value === 0 ? '0' : formatBareValue(indicator, value);

/** A count of the country beside that of a commune would only draw the commune flat. */
const isCompared = ({ kind }: Indicator): boolean => kind !== 'count';
