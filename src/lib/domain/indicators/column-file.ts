import type { Column } from './column.ts';

/*
 * The column file, little endian:
 *   4 bytes  "MLC1"
 *   1 byte   decimals d (0–6), or 255 when the values stand as float64
 *   1 byte   1 when covers follow, else 0
 *   2 bytes  zero
 *   4 bytes  n, number of territories
 *   n × int32 (value × 10^d) or n × float64; unknown values are written 0 (their state says so)
 *   n × uint8 states, n × uint8 marks, [n × uint16 covers]
 * Fixed-point keeps official figures exact and compresses to about a third of float64.
 */
const MAGIC = 0x31434c4d;
const HEADER = 12;
const FLOAT = 255;
const MAX_DECIMALS = 4;

/** The fewest decimals that write every value exactly as an int32, or `FLOAT`. */
function decimalsFor(values: Float64Array): number {
  let decimals = 0;
  let greatest = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    greatest = Math.max(greatest, Math.abs(value));
    while (decimals <= MAX_DECIMALS && !isWhole(value * 10 ** decimals)) decimals++;
    if (decimals > MAX_DECIMALS) return FLOAT;
  }
  return greatest * 10 ** decimals > 0x7fffffff ? FLOAT : decimals;
}

/** Whole but for the rounding of a product of floats. */
const isWhole = (scaled: number): boolean =>
  Math.abs(scaled - Math.round(scaled)) < 1e-7 * Math.max(1, Math.abs(scaled));

/** Rounds a column's values so that they write as fixed-point: computed figures need no more. */
export function roundColumn(column: Column, decimals: number): Column {
  const factor = 10 ** decimals;
  return { ...column, values: column.values.map((value) => Math.round(value * factor) / factor) };
}

export function encodeColumn(column: Column): Uint8Array<ArrayBuffer> {
  const n = column.values.length;
  const decimals = decimalsFor(column.values);
  const hasCovers = column.covers.some(
    (cover, i) => cover !== (Number.isNaN(column.values[i] as number) ? 0 : 10_000),
  );
  const width = decimals === FLOAT ? 8 : 4;
  const bytes = new Uint8Array(HEADER + n * (width + 2 + (hasCovers ? 2 : 0)));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, decimals);
  view.setUint8(5, hasCovers ? 1 : 0);
  view.setUint32(8, n, true);
  let at = HEADER;
  for (const value of column.values) {
    const written = Number.isNaN(value) ? 0 : value;
    if (decimals === FLOAT) view.setFloat64(at, written, true);
    else view.setInt32(at, Math.round(written * 10 ** decimals), true);
    at += width;
  }
  bytes.set(column.states, at);
  bytes.set(column.marks, at + n);
  at += 2 * n;
  if (hasCovers) column.covers.forEach((cover, i) => view.setUint16(at + 2 * i, cover, true));
  return bytes;
}

/** Reads a column file. Throws a `RangeError` that says what is wrong with the bytes. */
export function decodeColumn(bytes: Uint8Array): Column {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER || view.getUint32(0, true) !== MAGIC)
    throw new RangeError('not a column file');
  const decimals = view.getUint8(4);
  const hasCovers = view.getUint8(5) === 1;
  const n = view.getUint32(8, true);
  const width = decimals === FLOAT ? 8 : 4;
  if (bytes.byteLength !== HEADER + n * (width + 2 + (hasCovers ? 2 : 0))) {
    throw new RangeError(`column file of ${bytes.byteLength} bytes does not hold ${n} territories`);
  }
  const statesAt = HEADER + n * width;
  const coversAt = statesAt + 2 * n;
  const states = bytes.slice(statesAt, statesAt + n);
  const values = new Float64Array(n);
  const covers = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    const value =
      decimals === FLOAT
        ? view.getFloat64(HEADER + i * 8, true)
        : view.getInt32(HEADER + i * 4, true) / 10 ** decimals;
    const state = states[i] as number;
    const cover = hasCovers
      ? view.getUint16(coversAt + 2 * i, true)
      : state === 0 || state === 3
        ? 10_000
        : 0;
    values[i] = state === 0 || state === 3 || (state === 4 && cover > 0) ? value : Number.NaN;
    covers[i] = cover;
  }
  return { values, states, marks: bytes.slice(statesAt + n, statesAt + 2 * n), covers };
}
