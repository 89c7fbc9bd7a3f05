/**
 * Unknown is never 0. A figure is a value, withheld by statistical secrecy, absent from the source,
 * estimated by a published model, or not computable because too little of a territory is known.
 * The numbers are those of the column files: do not renumber.
 */
export const STATE_CODES = { value: 0, secret: 1, absent: 2, estimated: 3, incomplete: 4 } as const;

export type State = keyof typeof STATE_CODES;

export const STATES = Object.keys(STATE_CODES) as State[];

/**
 * What else must be said beside a figure (bits of a column's mark byte):
 * - `perimeter`: the territory was split or changed since the source's edition;
 * - `floor`: the source publishes « 5 % ou moins »;
 * - `rolled`: several rows of merged communes, rolled up by their denominator.
 */
export const MARK_CODES = { perimeter: 1, floor: 2, rolled: 4 } as const;

export type Mark = keyof typeof MARK_CODES;

export const MARKS = Object.keys(MARK_CODES) as Mark[];

/** One figure of one territory. */
export interface Cell {
  state: State;
  /** In the indicator's unit; `null` unless the state is `value` or `estimated`, or, for `incomplete`, the figure of the known communes only. */
  value: number | null;
  /** Share of the denominator that is known, 0 to 1; 1 for a figure read as such. */
  cover: number;
  marks: readonly Mark[];
  /** Between which two figures the true one lies nine times out of ten; only where the state is `estimated`. */
  interval?: readonly [low: number, high: number];
}

export const ABSENT: Cell = { state: 'absent', value: null, cover: 0, marks: [] };

export const SECRET: Cell = { state: 'secret', value: null, cover: 0, marks: [] };

/** A figure read as such from a source. */
export const known = (value: number, marks: readonly Mark[] = []): Cell => ({
  state: 'value',
  value,
  cover: 1,
  marks,
});

export const isKnown = (cell: Cell): cell is Cell & { value: number } =>
  cell.value !== null && (cell.state === 'value' || cell.state === 'estimated');
