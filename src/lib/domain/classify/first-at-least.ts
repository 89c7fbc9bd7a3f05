/** Position of the first value not below `limit`, searching from `from`; the length when there is none. */
export function firstAtLeast(sorted: Float64Array, limit: number, from = 0): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
