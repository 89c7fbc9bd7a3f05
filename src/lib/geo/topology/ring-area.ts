/**
 * Twice the signed area of a closed ring given as x, y pairs (the first is not repeated): positive
 * when it turns counter-clockwise with y upward. Exact for integers while sums stay under 2^53.
 */
export function doubleArea(ring: Int32Array): number {
  const last = ring.length - 2;
  if (last < 4) return 0;
  const ox = ring[0]!;
  const oy = ring[1]!;
  let sum = 0;
  for (let i = 2; i < last; i += 2) {
    sum += (ring[i]! - ox) * (ring[i + 3]! - oy) - (ring[i + 2]! - ox) * (ring[i + 1]! - oy);
  }
  return sum;
}
