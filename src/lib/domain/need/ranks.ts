import { quantileOfSorted } from './quantile.ts';
import { orderByKeys, orderScratch, type OrderScratch } from './order.ts';

/**
 * Scores equal to this many decimals are ties: further ones are the rounding of floats, which would
 * order equal territories by accident.
 */
const SCORE_FACTOR = 1e8;

/** How values become whole numbers that sort alike. */
export interface KeyScale {
  factor: number;
  /** The least value, as a whole number of `1 / factor`. */
  least: number;
}

/** Scores of 0 to 10. */
export const SCORE_KEYS: KeyScale = { factor: SCORE_FACTOR, least: 0 };

/**
 * The finest scale that holds all values: eight decimals up to 10, then nine significant digits.
 * NaN are left out.
 */
export function keyScaleOf(values: Float64Array): KeyScale {
  let least = Infinity;
  let greatest = 0;
  for (const value of values) {
    if (value < least) least = value;
    if (Math.abs(value) > greatest) greatest = Math.abs(value);
  }
  const factor = greatest <= 10 ? SCORE_FACTOR : 10 ** (9 - Math.ceil(Math.log10(greatest)));
  return { factor, least: least === Infinity ? 0 : Math.round(least * factor) };
}

/** The value of a key scale nearest to a value: equal scores become the same number. */
export const roundToKey = (value: number, { factor }: KeyScale): number =>
  Math.round(value * factor) / factor;

/** What ranking up to `size` values needs; kept by whoever ranks again and again. */
export interface RankScratch extends OrderScratch {
  keys: Uint32Array;
}

export const rankScratch = (size: number): RankScratch => ({
  ...orderScratch(size),
  keys: new Uint32Array(size),
});

/**
 * Ranks the first `count` values, all known, greatest first: 1 is the greatest, equal values share the
 * best rank and the next one leaves the gap (1, 1, 3).
 */
export function rankGreatestFirst(
  values: Float64Array,
  count: number,
  into: Int32Array | Uint16Array | Uint32Array,
  scale = keyScaleOf(values),
  scratch = rankScratch(count),
): void {
  const { keys } = scratch;
  for (let i = 0; i < count; i++) keys[i] = Math.round((values[i] as number) * scale.factor) - scale.least;
  const order = orderByKeys(keys, count, scratch);
  let rank = 1;
  let previous = -1;
  for (let i = count - 1; i >= 0; i--) {
    const at = order[i] as number;
    const key = keys[at] as number;
    if (key !== previous) rank = count - i;
    previous = key;
    into[at] = rank;
  }
}

/** Where some territories stand among themselves. */
export interface Within {
  /** Of each member, in the order given: 1 = most fragile; 0 = not ranked. */
  ranks: Int32Array;
  /** Members that have a rank. */
  ranked: number;
  /** Least, first quartile, median, third quartile and greatest of the ranked; `null` when there are none. */
  summary: readonly [number, number, number, number, number] | null;
}

/**
 * Ranks some territories among themselves. `ranks` are those of the whole set: whoever has none there
 * (0) has none here.
 */
export function ranksWithin(
  scores: { column: { values: Float64Array }; ranks: Int32Array },
  members: ArrayLike<number>,
): Within {
  const places: number[] = [];
  for (let i = 0; i < members.length; i++) if ((scores.ranks[members[i] as number] ?? 0) > 0) places.push(i);
  const values = Float64Array.from(places, (i) => scores.column.values[members[i] as number] as number);
  const among = new Int32Array(places.length);
  rankGreatestFirst(values, values.length, among);
  const ranks = new Int32Array(members.length);
  places.forEach((i, at) => (ranks[i] = among[at] as number));
  const sorted = values.sort();
  const at = (share: number): number => quantileOfSorted(sorted, share);
  return {
    ranks,
    ranked: places.length,
    summary: places.length > 0 ? [at(0), at(0.25), at(0.5), at(0.75), at(1)] : null,
  };
}
