import { STATE_CODES, isKnown, type Cell } from './value.ts';
import type { Column } from './column.ts';

/** Where a figure stands among those of comparable territories. */
export interface Position {
  /** Territories with a strictly lower figure. */
  below: number;
  /** Territories with the same figure, the territory itself included. */
  equal: number;
  /** Territories with a strictly higher figure. */
  above: number;
  /** Territories whose figure is known: the only ones compared. */
  known: number;
}

/** Fewer known figures than this make no distribution worth a rank. */
export const MINIMUM_COMPARED = 5;

/** The known figures of a column, ascending; of some territories only when `ordinals` is given. */
export function sortedValues(column: Column, ordinals?: readonly number[]): Float64Array {
  const kept: number[] = [];
  const take = (at: number): void => {
    const state = column.states[at];
    if (state === STATE_CODES.value || state === STATE_CODES.estimated)
      kept.push(column.values[at] as number);
  };
  if (ordinals) for (const at of ordinals) take(at);
  else for (let at = 0; at < column.values.length; at++) take(at);
  return Float64Array.from(kept).sort();
}

/** First index of `sorted` whose value is not below `value` (or, with `after`, is above it). */
function bound(sorted: ArrayLike<number>, value: number, after: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] as number;
    if (at < value || (after && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts the figures below, at and above `value` in ascending `sorted`. */
export function positionAmong(sorted: ArrayLike<number>, value: number): Position {
  const below = bound(sorted, value, false);
  const upTo = bound(sorted, value, true);
  return { below, equal: upTo - below, above: sorted.length - upTo, known: sorted.length };
}

/**
 * The same for a figure of a territory, or `null` where a rank would mislead: the figure is not
 * known, is « 5 % ou moins » (the least-poor end is not ordered by its source), or has too few peers.
 */
export function rankOf(cell: Cell, sorted: ArrayLike<number>): Position | null {
  if (!isKnown(cell) || cell.marks.includes('floor') || sorted.length < MINIMUM_COMPARED) return null;
  return positionAmong(sorted, cell.value);
}

/** Share of the compared territories that are strictly lower, 0 to 1. */
export const shareBelow = ({ below, known }: Position): number => (known === 0 ? 0 : below / known);

/** Share of the compared territories that are strictly higher, 0 to 1. */
export const shareAbove = ({ above, known }: Position): number => (known === 0 ? 0 : above / known);
