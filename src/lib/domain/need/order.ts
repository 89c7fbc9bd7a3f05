/*
 * Sorting by typed radix passes: no comparison, no object, and stable, so that equal keys keep the
 * order they came in. Eleven bits a pass: three passes cover 32 bits and their counts stay in cache.
 */
const BITS = 11;
const BUCKETS = 1 << BITS;

/** What a sort of up to `size` keys needs; kept by whoever sorts again and again. */
export interface OrderScratch {
  order: Uint32Array;
  spare: Uint32Array;
  counts: Uint32Array;
}

export const orderScratch = (size: number): OrderScratch => ({
  order: new Uint32Array(size),
  spare: new Uint32Array(size),
  counts: new Uint32Array(BUCKETS),
});

/**
 * Positions of the first `count` keys, ascending by key. With `from`, the positions to sort and their
 * order among equals. The result is one of the buffers of `scratch`: read it before the next sort.
 */
export function orderByKeys(
  keys: Uint32Array,
  count = keys.length,
  scratch = orderScratch(count),
  from?: Uint32Array,
): Uint32Array {
  const { counts } = scratch;
  let source = from === scratch.spare ? scratch.spare : scratch.order;
  let target = source === scratch.spare ? scratch.order : scratch.spare;
  if (from === undefined) for (let i = 0; i < count; i++) source[i] = i;
  else if (from !== source) source.set(from.subarray(0, count));
  for (let shift = 0; shift < 32; shift += BITS) {
    counts.fill(0);
    for (let i = 0; i < count; i++) {
      const bucket = ((keys[source[i] as number] as number) >>> shift) & (BUCKETS - 1);
      counts[bucket] = (counts[bucket] as number) + 1;
    }
    // A pass over digits that are all the same would move nothing.
    const first = count > 0 ? ((keys[source[0] as number] as number) >>> shift) & (BUCKETS - 1) : 0;
    if (counts[first] === count) continue;
    let before = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const own = counts[bucket] as number;
      counts[bucket] = before;
      before += own;
    }
    for (let i = 0; i < count; i++) {
      const at = source[i] as number;
      const bucket = ((keys[at] as number) >>> shift) & (BUCKETS - 1);
      const place = counts[bucket] as number;
      counts[bucket] = place + 1;
      target[place] = at;
    }
    [source, target] = [target, source];
  }
  return source.subarray(0, count);
}

/**
 * Positions of the known values, ascending; NaN are left out. A float64 sorts as its bits do once the
 * sign bit is turned (and all the others too when it is negative).
 */
export function orderOfValues(values: Float64Array): Uint32Array {
  const bits = new Uint32Array(2);
  const float = new Float64Array(bits.buffer);
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const known = new Uint32Array(values.length);
  float[0] = 1;
  const highWord = bits[1] === 0 ? 0 : 1;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    // −0 and 0 are one value.
    float[0] = value + 0;
    const top = bits[highWord] as number;
    const turned = top >>> 31 === 1 ? 0xffffffff : 0;
    low[i] = (bits[1 - highWord] as number) ^ turned;
    high[i] = turned ? top ^ turned : top ^ 0x80000000;
    known[count++] = i;
  }
  const scratch = orderScratch(count);
  const byLow = orderByKeys(low, count, scratch, known);
  const from = byLow.buffer === scratch.spare.buffer ? scratch.spare : scratch.order;
  return orderByKeys(high, count, scratch, from).slice();
}
