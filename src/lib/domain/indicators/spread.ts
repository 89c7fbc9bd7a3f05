import { cellAt, type Column } from './column.ts';
import { positionAmong, sortedValues } from './position.ts';
import { isKnown, type Cell } from './value.ts';

/** A territory at one end, or in the middle, of some figures. */
export interface SpreadPoint {
  /** Place in the column. */
  ordinal: number;
  cell: Cell & { value: number };
  /** How many others have the same figure. */
  ties: number;
}

/** How the figures of some territories spread. Only known ones count: unknown is neither least nor greatest. */
export interface Spread {
  least: SpreadPoint;
  /** The territory in the middle; of two, the lower. */
  median: SpreadPoint;
  greatest: SpreadPoint;
  known: number;
}

/** The spread of some territories of a column, `null` where no figure is known. Equal figures: the first of the column. */
export function spreadOf(column: Column, ordinals: readonly number[]): Spread | null {
  const rows = ordinals.flatMap((ordinal) => {
    const cell = cellAt(column, ordinal);
    return isKnown(cell) ? [{ ordinal, cell }] : [];
  });
  if (rows.length === 0) return null;
  rows.sort((a, b) => a.cell.value - b.cell.value || a.ordinal - b.ordinal);
  const at = (place: number): SpreadPoint => {
    const { value } = (rows[place] as (typeof rows)[number]).cell;
    const same = rows.filter(({ cell }) => cell.value === value);
    return { ...(same[0] as (typeof rows)[number]), ties: same.length - 1 };
  };
  return {
    least: at(0),
    median: at((rows.length - 1) >> 1),
    greatest: at(rows.length - 1),
    known: rows.length,
  };
}

/**
 * The rank of each of some territories among them, 1 for the highest figure (the lowest with
 * `fromLowest`), equal figures sharing the best rank. `null` for a figure that is not known, or is « 5 %
 * ou moins »: its source does not order that end. However few they are: a list is short because
 * somebody made it so.
 */
export function ranksWithin(
  column: Column,
  ordinals: readonly number[],
  fromLowest = false,
): (number | null)[] {
  const sorted = sortedValues(column, ordinals);
  return ordinals.map((ordinal) => {
    const cell = cellAt(column, ordinal);
    if (!isKnown(cell) || cell.marks.includes('floor')) return null;
    const position = positionAmong(sorted, cell.value);
    return (fromLowest ? position.below : position.above) + 1;
  });
}
