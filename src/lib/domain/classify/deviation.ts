import type { BreakMethod } from './method.ts';

/**
 * Classes of one standard deviation on both sides of the mean (territories count equally). An even
 * number of classes has a limit on the mean, an odd one a class astride it.
 */
export const deviationBreaks: BreakMethod = (sorted, count) => {
  const { mean, deviation } = spreadOf(sorted);
  return Array.from({ length: count - 1 }, (_, i) => mean + (i + 1 - count / 2) * deviation);
};

/** Mean and standard deviation of a population of values. */
export function spreadOf(values: Float64Array): { mean: number; deviation: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / values.length) };
}
