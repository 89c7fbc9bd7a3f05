/** Number of classes of standard of living: fifths of the population. */
export const STANDARD_CLASSES = 5;

/**
 * Upper bounds (all but the last class) that cut values, once sorted, into `classes` groups of about
 * the same total weight. A value equal to a bound belongs to the class below it, so that equal
 * communes are never split. Values without a weight (0, null → 0) do not move the bounds.
 */
export function weightedBreaks(
  values: readonly number[],
  weights: readonly number[],
  classes: number,
): number[] {
  const order = values
    .map((value, at) => ({ value, weight: weights[at] ?? 0 }))
    .filter(({ value, weight }) => Number.isFinite(value) && weight > 0)
    .sort((a, b) => a.value - b.value);
  const total = order.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const breaks: number[] = [];
  let reached = 0;
  for (const { value, weight } of order) {
    reached += weight;
    while (breaks.length < classes - 1 && reached >= (total * (breaks.length + 1)) / classes)
      breaks.push(value);
  }
  return breaks;
}

/** The class of a value, from 0 (the lowest). */
export function classAmong(breaks: readonly number[], value: number): number {
  let at = 0;
  while (at < breaks.length && value > (breaks[at] as number)) at++;
  return at;
}
