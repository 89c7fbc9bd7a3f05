import { MARK_CODES, MARKS, STATE_CODES, STATES, ABSENT, type Cell, type State } from './value.ts';

/** All the figures of one indicator at one level, in the fixed order of the territories. */
export interface Column {
  /** NaN where there is no figure; the known part's figure where the state is `incomplete`. */
  values: Float64Array;
  /** `STATE_CODES` of each territory. */
  states: Uint8Array;
  /** Bits of `MARK_CODES`. */
  marks: Uint8Array;
  /** Share of the denominator that is known, in ten-thousandths. */
  covers: Uint16Array;
  /** 90 % intervals of estimated figures, NaN elsewhere; `null` when no figure has one. */
  interval: { low: Float64Array; high: Float64Array } | null;
}

export function emptyColumn(length: number): Column {
  return {
    values: new Float64Array(length).fill(Number.NaN),
    states: new Uint8Array(length).fill(STATE_CODES.absent),
    marks: new Uint8Array(length),
    covers: new Uint16Array(length),
    interval: null,
  };
}

/** Writes one figure; a value that is not finite counts as absent, never as 0. */
export function setCell(column: Column, ordinal: number, cell: Cell): void {
  const hasValue = cell.value !== null && Number.isFinite(cell.value);
  const state = (cell.state === 'value' || cell.state === 'estimated') && !hasValue ? 'absent' : cell.state;
  column.values[ordinal] = hasValue ? (cell.value as number) : Number.NaN;
  column.states[ordinal] = STATE_CODES[state];
  column.marks[ordinal] = cell.marks.reduce((bits, mark) => bits | MARK_CODES[mark], 0);
  column.covers[ordinal] = Math.round(cell.cover * 10_000);
  setInterval(column, ordinal, state === 'estimated' ? cell.interval : undefined);
}

/** Room for intervals is made with the first one. */
function setInterval(column: Column, ordinal: number, interval: Cell['interval']): void {
  if (interval) {
    const empty = (): Float64Array => new Float64Array(column.values.length).fill(Number.NaN);
    column.interval ??= { low: empty(), high: empty() };
  }
  if (!column.interval) return;
  column.interval.low[ordinal] = interval?.[0] ?? Number.NaN;
  column.interval.high[ordinal] = interval?.[1] ?? Number.NaN;
}

/** Reads one figure; a territory outside the column is absent. */
export function cellAt(column: Column, ordinal: number): Cell {
  const state = STATES[column.states[ordinal] ?? STATE_CODES.absent];
  if (state === undefined || ordinal < 0 || ordinal >= column.values.length) return ABSENT;
  const value = column.values[ordinal] as number;
  const bits = column.marks[ordinal] as number;
  const low = column.interval?.low[ordinal] ?? Number.NaN;
  const high = column.interval?.high[ordinal] ?? Number.NaN;
  return {
    state,
    value: Number.isNaN(value) ? null : value,
    cover: (column.covers[ordinal] as number) / 10_000,
    marks: MARKS.filter((mark) => (bits & MARK_CODES[mark]) !== 0),
    ...(Number.isNaN(low) || Number.isNaN(high) ? {} : { interval: [low, high] as const }),
  };
}

export type StateCounts = Record<State, number> & { perimeter: number };

/** How many territories are in each state, and how many have a changed perimeter. */
export function countStates(column: Column): StateCounts {
  const counts: StateCounts = { value: 0, secret: 0, absent: 0, estimated: 0, incomplete: 0, perimeter: 0 };
  for (let i = 0; i < column.states.length; i++) {
    const state = STATES[column.states[i] as number];
    if (state) counts[state]++;
    if ((column.marks[i] as number) & MARK_CODES.perimeter) counts.perimeter++;
  }
  return counts;
}
