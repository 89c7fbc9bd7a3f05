/**
 * The value of rank `k` (0 for the least), by quickselect (Hoare 1961). Moves the values: those before
 * `k` are not greater, those beyond not less.
 */
export function kthLeast(values: Float64Array, k: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = middleOf(
      values[low] as number,
      values[(low + high) >> 1] as number,
      values[high] as number,
    );
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const moved = values[i] as number;
      values[i++] = values[j] as number;
      values[j--] = moved;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k] as number;
}

const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
