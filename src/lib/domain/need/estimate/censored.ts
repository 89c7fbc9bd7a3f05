import { hazard } from './normal.ts';
import { predictRow, ridgeOn, type Matrix } from './ridge.ts';

/** What is known of the target of a row: its value, or only that it lies below a bound. */
export interface CensoredTargets {
  /** NaN where only the bound is known. */
  values: Float64Array;
  bounds: Float64Array;
}

export interface CensoredFit {
  coefficients: Float64Array;
  /** Standard deviation of the errors. */
  sigma: number;
  iterations: number;
}

const MAX_ITERATIONS = 60;

/** The steps end when no completed target moves more than this. */
const SETTLED = 1e-6;

/**
 * Regression with targets known only by an upper bound (Tobit), by expectation–maximisation: each
 * such target takes its expected value under the current fit, the variance counts what that leaves
 * unsaid, and the fit is made again until it settles. Leaving those rows out would teach the model
 * from the poorer ones only.
 */
export function fitCensored(
  matrix: Matrix,
  rows: readonly number[],
  targets: CensoredTargets,
  weights: Float64Array,
  penalty: number,
): CensoredFit {
  const observed = rows.filter((row) => !Number.isNaN(targets.values[row] as number));
  const censored = rows.filter((row) => Number.isNaN(targets.values[row] as number));
  const completed = Float64Array.from(targets.values);
  let coefficients = ridgeOn(matrix, observed, weights, penalty)(completed);
  let sigma = spread(matrix, observed, completed, coefficients, 0);
  const again = ridgeOn(matrix, rows, weights, penalty);
  let iterations = 0;
  for (; iterations < MAX_ITERATIONS; iterations++) {
    let moved = 0;
    let unsaid = 0;
    for (const row of censored) {
      const mean = predictRow(matrix, row, coefficients);
      const { mean: expected, variance } = belowBound(mean, sigma, targets.bounds[row] as number);
      moved = Math.max(moved, Math.abs(expected - (completed[row] as number)));
      completed[row] = expected;
      unsaid += variance;
    }
    coefficients = again(completed);
    sigma = spread(matrix, rows, completed, coefficients, unsaid);
    if (moved < SETTLED) break;
  }
  return { coefficients, sigma, iterations };
}

function spread(
  matrix: Matrix,
  rows: readonly number[],
  targets: Float64Array,
  coefficients: Float64Array,
  unsaid: number,
): number {
  let squares = unsaid;
  for (const row of rows) squares += ((targets[row] as number) - predictRow(matrix, row, coefficients)) ** 2;
  return Math.sqrt(squares / Math.max(1, rows.length));
}

/** Mean and variance of a normal law known to lie below a bound. */
export function belowBound(mean: number, sigma: number, bound: number): { mean: number; variance: number } {
  if (!(sigma > 0)) return { mean: Math.min(mean, bound), variance: 0 };
  const a = (bound - mean) / sigma;
  const h = hazard(a);
  return { mean: mean - sigma * h, variance: Math.max(0, sigma * sigma * (1 - h * (a + h))) };
}

/** Mean and variance of a normal law known to lie above a bound. */
export function aboveBound(mean: number, sigma: number, bound: number): { mean: number; variance: number } {
  const mirrored = belowBound(-mean, sigma, -bound);
  return { mean: -mirrored.mean, variance: mirrored.variance };
}
