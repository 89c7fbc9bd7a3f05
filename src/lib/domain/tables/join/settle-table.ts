import { emptyColumn, setCell, type Column } from '../../indicators/column.ts';
import { ABSENT, isKnown, type Cell } from '../../indicators/value.ts';
import type { Level } from '../../territory/level.ts';
import { rollUp } from '../../territory/roll-up.ts';
import { SPLITS } from '../../territory/splits.ts';
import type { Territories } from '../../territory/territories.ts';
import type { Territory } from '../../territory/territory.ts';
import { gatherCells, spreadOf, type Part } from './gather-cells.ts';
import type { JoinedRow } from './join-rows.ts';
import { isGathered } from '../keys/key-kind.ts';
import type { KeySources, Target } from '../keys/match.ts';
import { FigureReader } from '../figures/read-figures.ts';
import type { FigureColumn, TableReading } from '../reading.ts';
import type { ColumnReport, UnreadCell } from './report.ts';

/** A column of figures of a table, by the slug of its column. */
export interface TableColumn {
  slug: string;
  level: Level;
  column: Column;
}

export interface SettledTable {
  columns: TableColumn[];
  reports: ColumnReport[];
  unread: UnreadCell[];
  /** Territories of the level of the table with a row. */
  territories: readonly Territory[];
  /** Territories that gather several rows. */
  gathered: number;
  /** Rows shared out between several territories. */
  shared: number;
}

/** A row as it comes to one territory. */
interface Contribution {
  unit: string;
  share: number;
  cells: readonly Cell[];
  /** People of what the row speaks of, where known. */
  people: number | null;
}

/** Rows read before others are given a turn. */
const SLICE = 1_000;

/**
 * The columns of a table from its joined rows, yielding the share done: old codes follow their merger and
 * roll up by their denominator, rows finer than a commune are gathered, arrondissements stand apart and
 * make their city where no row has it.
 */
export function* settlingTable(
  rows: readonly JoinedRow[],
  reading: TableReading,
  territories: Territories,
  { zones }: Pick<KeySources, 'zones'>,
): Generator<number, SettledTable> {
  const reader = new FigureReader(reading.figures);
  const own = new Map<Territory, Contribution[]>();
  const ofCity = new Map<Territory, Contribution[]>();
  let shared = 0;
  for (const [at, row] of rows.entries()) {
    if (at % SLICE === 0) yield (at / rows.length) * 0.8;
    const cells = reader.read(row.cells, row.line);
    if (row.targets.length > 1) shared++;
    for (const { territory, share } of row.targets) {
      const people =
        zones?.get(row.unit)?.population ??
        (territory.level === 'arrondissement' ? territory.population : null);
      const contribution = { unit: row.unit, share, cells, people };
      append(own, territory, contribution);
      const city = territory.commune === null ? undefined : territories.get('commune', territory.commune);
      if (city) append(ofCity, city, contribution);
    }
  }
  for (const [city, contributions] of ofCity) if (!own.has(city)) own.set(city, contributions);
  const gathering = isGathered(reading.key) || reading.duplicates === 'sum';
  const split = gathering ? new Set<string>() : communesWithOldPerimeter(own, territories);
  const columns: TableColumn[] = [];
  const reports: ColumnReport[] = [];
  for (const [at, figure] of reading.figures.entries()) {
    yield 0.8 + (at / reading.figures.length) * 0.2;
    const weigh = weightOf(figure, reading.figures);
    const made = [reading.level, ...(reading.level === 'commune' ? (['arrondissement'] as const) : [])].map(
      (level) => ({ level, column: emptyColumn(territories.all(level).length), filled: false }),
    );
    const spreads: { widest: number; mean: number }[] = [];
    for (const [territory, contributions] of own) {
      const into = made.find(({ level }) => level === territory.level);
      if (!into) continue;
      const parts = contributions.map((one): Part => ({
        cell: one.cells[at] ?? ABSENT,
        share: one.share,
        weight: weigh(one),
      }));
      const cell = gathering
        ? gatherCells(parts, figure.kind)
        : rolledUp(parts, contributions, figure, territory);
      const spread =
        figure.kind === 'count' || figure.kind === 'category' || !isKnown(cell)
          ? null
          : spreadOf(parts, cell.value);
      if (spread) spreads.push(spread);
      setCell(into.column, territory.ordinal, cell);
      into.filled = true;
    }
    const main = made[0]?.column;
    for (const code of main ? split : []) {
      const commune = territories.get('commune', code);
      const cells = commune && own.get(commune);
      if (!main || !commune) continue;
      const cell = cells?.[0]?.cells[at] ?? ABSENT;
      setCell(main, commune.ordinal, { ...cell, marks: [...cell.marks, 'perimeter'] });
    }
    columns.push(
      ...made
        .filter(({ level, filled }) => filled || level === reading.level)
        .map(({ level, column }) => ({ slug: figure.slug, level, column })),
    );
    reports.push({ ...(reader.reports[at] as ColumnReport), spread: worstOf(spreads) });
  }
  const joined = [...own.keys()].filter(({ level }) => level === reading.level);
  const several = joined.filter((territory) => (own.get(territory)?.length ?? 0) > 1);
  return { columns, reports, unread: reader.unread, territories: joined, gathered: several.length, shared };
}

const append = <Key>(map: Map<Key, Contribution[]>, key: Key, contribution: Contribution): void => {
  const held = map.get(key);
  if (held) held.push(contribution);
  else map.set(key, [contribution]);
};

/** The denominator of a row for a figure. */
function weightOf(
  { denominator }: FigureColumn,
  figures: readonly FigureColumn[],
): (one: Contribution) => number | null {
  if (denominator.by === 'population') return ({ people }) => people;
  if (denominator.by === 'none') return () => null;
  const at = figures.findIndex(({ slug }) => slug === denominator.slug);
  return ({ cells }) => {
    const cell = cells[at];
    return cell && isKnown(cell) ? cell.value : null;
  };
}

function rolledUp(
  parts: readonly Part[],
  contributions: readonly Contribution[],
  { kind }: FigureColumn,
  territory: Territory,
): Cell {
  const [first] = contributions;
  const partial =
    contributions.length === 1 && territory.level === 'commune' && first?.unit !== territory.code;
  const cells = parts.map(({ cell, weight }) => ({ ...cell, weight }));
  return rollUp(cells, kind, partial);
}

const worstOf = (
  spreads: readonly { widest: number; mean: number }[],
): { widest: number; mean: number } | null =>
  spreads.length === 0
    ? null
    : {
        widest: Math.max(...spreads.map(({ widest }) => widest)),
        mean: spreads.reduce((sum, { mean }) => sum + mean, 0) / spreads.length,
      };

/** Communes of a split that the table still counts together: it has the parent and none of the others. */
function communesWithOldPerimeter(
  own: ReadonlyMap<Territory, readonly Contribution[]>,
  territories: Territories,
): Set<string> {
  const marked = new Set<string>();
  const has = (code: string): boolean => {
    const commune = territories.get('commune', code);
    return commune !== undefined && own.has(commune);
  };
  for (const [parent, children] of SPLITS) {
    if (!has(parent) || children.some(has)) continue;
    for (const code of [parent, ...children]) marked.add(code);
  }
  return marked;
}

/** The people who live in some territories; `null` where it is known of none. */
export function peopleOf(territories: Iterable<Target['territory']>): number | null {
  let sum: number | null = null;
  for (const { population } of territories) if (population !== null) sum = (sum ?? 0) + population;
  return sum;
}
