import type { Column } from './column.ts';
import { STATE_CODES } from './value.ts';

/*
 * The column file, little endian:
 *   4 bytes  "MLC1"
 *   1 byte   decimals d (0–6), or 255 when the values stand as float64
 *   1 byte   flags: 1 covers follow, 2 intervals follow
 *   2 bytes  zero
 *   4 bytes  n, number of territories
 *   n × int32 (value × 10^d) or n × float64; unknown values are written 0 (their state says so)
 *   n × uint8 states, n × uint8 marks, [n × uint16 covers], [n lows then n highs, written as the
 *   values; none is the least int32, or NaN]
 * Fixed-point keeps official figures exact and compresses to about a third of float64.
 */
const MAGIC = 0x31434c4d;
const HEADER = 12;
const FLOAT = 255;
const MAX_DECIMALS = 4;
const FLAGS = { covers: 1, interval: 2 } as const;
const NO_BOUND = -0x80000000;

/** The fewest decimals that write every figure exactly as an int32, or `FLOAT`. */
function decimalsFor(series: readonly Float64Array[]): number {
  let decimals = 0;
  let greatest = 0;
  for (const values of series) {
    for (const value of values) {
      if (Number.isNaN(value)) continue;
      greatest = Math.max(greatest, Math.abs(value));
      while (decimals <= MAX_DECIMALS && !isWhole(value * 10 ** decimals)) decimals++;
      if (decimals > MAX_DECIMALS) return FLOAT;
    }
  }
  return greatest * 10 ** decimals > 0x7fffffff ? FLOAT : decimals;
}

/** Whole but for the rounding of a product of floats, which stays under a millionth at this size. */
const isWhole = (scaled: number): boolean => Math.abs(scaled - Math.round(scaled)) < 1e-6;

/** Rounds a column's values so that they write as fixed-point: computed figures need no more. */
export function roundColumn(column: Column, decimals: number): Column {
  const factor = 10 ** decimals;
  const round = (values: Float64Array): Float64Array =>
    values.map((value) => Math.round(value * factor) / factor);
  const { values, interval } = column;
  return {
    ...column,
    values: round(values),
    interval: interval && { low: round(interval.low), high: round(interval.high) },
  };
}

export function encodeColumn(column: Column): Uint8Array<ArrayBuffer> {
  const { values, interval } = column;
  const n = values.length;
  const decimals = decimalsFor(interval ? [values, interval.low, interval.high] : [values]);
  const hasCovers = column.covers.some((cover, i) => cover !== unwrittenCover(column.states[i] as number));
  const flags = (hasCovers ? FLAGS.covers : 0) | (interval ? FLAGS.interval : 0);
  const bytes = new Uint8Array(fileLength(n, decimals, flags));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, decimals);
  view.setUint8(5, flags);
  view.setUint32(8, n, true);
  const write = (series: Float64Array, from: number, none: number): number => {
    series.forEach((value, i) => {
      const written = Number.isNaN(value) ? none : value * 10 ** (decimals === FLOAT ? 0 : decimals);
      if (decimals === FLOAT) view.setFloat64(from + 8 * i, written, true);
      else view.setInt32(from + 4 * i, Number.isNaN(value) ? none : Math.round(written), true);
    });
    return from + n * widthOf(decimals);
  };
  let at = write(values, HEADER, 0);
  bytes.set(column.states, at);
  bytes.set(column.marks, at + n);
  at += 2 * n;
  if (hasCovers) {
    column.covers.forEach((cover, i) => view.setUint16(at + 2 * i, cover, true));
    at += 2 * n;
  }
  if (interval) {
    const none = decimals === FLOAT ? Number.NaN : NO_BOUND;
    write(interval.high, write(interval.low, at, none), none);
  }
  return bytes;
}

/** The figure stands for the whole territory: a published value or an estimate. */
const isFull = (state: number): boolean => state === STATE_CODES.value || state === STATE_CODES.estimated;

/** The cover of a territory in a file without covers. */
const unwrittenCover = (state: number): number => (isFull(state) ? 10_000 : 0);

const widthOf = (decimals: number): number => (decimals === FLOAT ? 8 : 4);

const fileLength = (n: number, decimals: number, flags: number): number =>
  HEADER + n * (widthOf(decimals) * (flags & FLAGS.interval ? 3 : 1) + 2 + (flags & FLAGS.covers ? 2 : 0));

/** Reads a column file. Throws a `RangeError` that says what is wrong with the bytes. */
export function decodeColumn(bytes: Uint8Array): Column {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER || view.getUint32(0, true) !== MAGIC)
    throw new RangeError('not a column file');
  const decimals = view.getUint8(4);
  const flags = view.getUint8(5);
  const n = view.getUint32(8, true);
  if (bytes.byteLength !== fileLength(n, decimals, flags)) {
    throw new RangeError(`column file of ${bytes.byteLength} bytes does not hold ${n} territories`);
  }
  const width = widthOf(decimals);
  const figure = (from: number, i: number): number =>
    decimals === FLOAT
      ? view.getFloat64(from + i * 8, true)
      : view.getInt32(from + i * 4, true) / 10 ** decimals;
  const statesAt = HEADER + n * width;
  const coversAt = statesAt + 2 * n;
  const lowsAt = coversAt + (flags & FLAGS.covers ? 2 * n : 0);
  const states = bytes.slice(statesAt, statesAt + n);
  const values = new Float64Array(n);
  const covers = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    const state = states[i] as number;
    const cover = flags & FLAGS.covers ? view.getUint16(coversAt + 2 * i, true) : unwrittenCover(state);
    const isKnown = isFull(state) || (state === STATE_CODES.incomplete && cover > 0);
    values[i] = isKnown ? figure(HEADER, i) : Number.NaN;
    covers[i] = cover;
  }
  const none = NO_BOUND / 10 ** decimals;
  const bounds = (from: number): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => {
      const bound = figure(from, i);
      return bound === none ? Number.NaN : bound;
    });
  const interval = flags & FLAGS.interval ? { low: bounds(lowsAt), high: bounds(lowsAt + n * width) } : null;
  return { values, states, marks: bytes.slice(statesAt + n, statesAt + 2 * n), covers, interval };
}
