import { emptyColumn, setCell, type Column } from '../../indicators/column.ts';
import { ABSENT, isKnown } from '../../indicators/value.ts';
import type { Level } from '../../territory/level.ts';
import { SPLITS } from '../../territory/splits.ts';
import type { Territories } from '../../territory/territories.ts';
import type { Territory } from '../../territory/territory.ts';
import { isMean, spreadOf } from './gather-cells.ts';
import type { JoinedRow } from './join-rows.ts';
import { isGathered } from '../keys/key-kind.ts';
import type { Target } from '../keys/match.ts';
import { FigureReader } from '../figures/read-figures.ts';
import type { TableReading } from '../reading.ts';
import type { ColumnReport, UnreadCell, WithoutFigure } from './report.ts';
import { appendTo, contributionOf, FigureSettler, type Contribution } from './settle-figure.ts';

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

/** Rows read before others are given a turn. */
const SLICE = 1_000;

/** Territories without a figure told one by one; the others are only counted. */
const MOST_TOLD = 200;

/**
 * The columns of a table from its joined rows, yielding the share done: old codes follow their merger and
 * roll up by their denominator, rows finer than a commune are gathered, arrondissements stand apart and
 * make their city where no row has it.
 */
export function* settlingTable(
  rows: readonly JoinedRow[],
  reading: TableReading,
  territories: Territories,
): Generator<number, SettledTable> {
  const reader = new FigureReader(reading.figures);
  const own = new Map<Territory, Contribution[]>();
  const ofCity = new Map<Territory, Contribution[]>();
  let shared = 0;
  for (const [at, row] of rows.entries()) {
    if (at % SLICE === 0) yield (at / rows.length) * 0.8;
    const cells = reader.read(row.cells, row.line);
    if (row.targets.length > 1) shared++;
    for (const target of row.targets) {
      const { territory } = target;
      const contribution = contributionOf(row, target, cells, reading.key);
      appendTo(own, territory, contribution);
      const city = territory.commune === null ? undefined : territories.get('commune', territory.commune);
      if (city) appendTo(ofCity, city, contribution);
    }
  }
  for (const [city, contributions] of ofCity) if (!own.has(city)) own.set(city, contributions);
  const gathering = isGathered(reading.key) || reading.duplicates === 'sum';
  const split = isGathered(reading.key) ? new Set<string>() : communesWithOldPerimeter(own, territories);
  const columns: TableColumn[] = [];
  const reports: ColumnReport[] = [];
  for (const [at, figure] of reading.figures.entries()) {
    yield 0.8 + (at / reading.figures.length) * 0.2;
    const settler = new FigureSettler(at, reading, territories);
    const made = [reading.level, ...(reading.level === 'commune' ? (['arrondissement'] as const) : [])].map(
      (level) => ({ level, column: emptyColumn(territories.all(level).length), filled: false }),
    );
    const spreads: { widest: number; mean: number }[] = [];
    const plain = { territories: 0, rows: 0 };
    const without = new Map<WithoutFigure['why'], Territory[]>();
    for (const [territory, contributions] of own) {
      const into = made.find(({ level }) => level === territory.level);
      if (!into) continue;
      const settled = settler.settle(territory, contributions);
      const { cell, parts } = settled;
      const spread = gathering && isMean(figure.kind) && isKnown(cell) ? spreadOf(parts, cell.value) : null;
      if (spread) spreads.push(spread);
      if (territory.level === reading.level) {
        if (settled.plain)
          [plain.territories, plain.rows] = [plain.territories + 1, plain.rows + parts.length];
        if (settled.without) appendTo(without, settled.without, territory);
      }
      const isSplit = territory.level === 'commune' && split.has(territory.code);
      setCell(
        into.column,
        territory.ordinal,
        isSplit ? { ...cell, marks: [...cell.marks, 'perimeter'] } : cell,
      );
      into.filled = true;
    }
    for (const code of split) {
      const commune = territories.get('commune', code);
      const main = made[0]?.column;
      if (main && commune && !own.has(commune))
        setCell(main, commune.ordinal, { ...ABSENT, marks: ['perimeter'] });
    }
    columns.push(
      ...made
        .filter(({ level, filled }) => filled || level === reading.level)
        .map(({ level, column }) => ({ slug: figure.slug, level, column })),
    );
    reports.push({
      ...(reader.reports[at] as ColumnReport),
      spread: worstOf(spreads),
      plain: plain.territories > 0 ? plain : null,
      without: [...without].map(([why, found]) => toldWithout(why, found)),
    });
  }
  const joined = [...own.keys()].filter(({ level }) => level === reading.level);
  const several = joined.filter((territory) => (own.get(territory)?.length ?? 0) > 1);
  return { columns, reports, unread: reader.unread, territories: joined, gathered: several.length, shared };
}

function toldWithout(why: WithoutFigure['why'], territories: readonly Territory[]): WithoutFigure {
  const inOrder = [...territories].sort((a, b) => a.ordinal - b.ordinal).slice(0, MOST_TOLD);
  return {
    why,
    count: territories.length,
    territories: inOrder.map(({ code, name }) => ({ code, name })),
  };
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
