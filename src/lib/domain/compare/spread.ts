import { positionAmong } from '../indicators/position.ts';

/**
 * How far apart some figures are, told in their own distribution: the share of `reference` (ascending)
 * strictly between the least and the greatest, 0 to 1. Unlike a difference, it compares across units:
 * ten points of fibre may be more than ten points of age. `null` with fewer than two known figures, or
 * without a distribution.
 */
export function spreadOf(values: readonly (number | null)[], reference: Float64Array): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length < 2 || reference.length === 0) return null;
  const [least, greatest] = [Math.min(...known), Math.max(...known)];
  const low = positionAmong(reference, least);
  const high = positionAmong(reference, greatest);
  return Math.max(0, high.below - (low.below + low.equal)) / reference.length;
}
