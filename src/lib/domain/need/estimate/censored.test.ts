import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../random/stream.ts';
import { aboveBound, belowBound, fitCensored } from './censored.ts';
import { density, distribution } from './normal.ts';

describe('fitCensored', () => {
  it('finds a line through data cut from below, where dropping the cut ones does not', () => {
    const stream = new RandomStream(11);
    const n = 4_000;
    const matrix = { values: new Float64Array(2 * n), width: 2 };
    const values = new Float64Array(n);
    const bounds = new Float64Array(n).fill(Number.NaN);
    for (let i = 0; i < n; i++) {
      const x = stream.normal();
      matrix.values.set([1, x], 2 * i);
      const y = 2 + x + stream.normal();
      values[i] = y;
      if (y < 1.8) {
        values[i] = Number.NaN;
        bounds[i] = 1.8;
      }
    }
    const rows = Array.from({ length: n }, (_, i) => i);
    const ones = new Float64Array(n).fill(1);
    const told = fitCensored(matrix, rows, { values, bounds }, ones, 1e-6);
    const seen = rows.filter((i) => !Number.isNaN(values[i] as number));
    const dropped = fitCensored(matrix, seen, { values, bounds }, ones, 1e-6);
    expect(told.coefficients[0]).toBeCloseTo(2, 1);
    expect(told.coefficients[1]).toBeCloseTo(1, 1);
    expect(told.sigma).toBeCloseTo(1, 1);
    expect(dropped.coefficients[0]).toBeGreaterThan(2.4);
    expect(dropped.coefficients[1]).toBeLessThan(0.8);
  });
});

/** Mean and variance of a normal law below a bound, by adding up thin slices. */
function bySlices(mean: number, sigma: number, bound: number): { mean: number; variance: number } {
  let [mass, first, second] = [0, 0, 0];
  const step = sigma / 2_000;
  for (let x = bound - step / 2; x > Math.min(bound, mean) - 9 * sigma; x -= step) {
    const weight = density((x - mean) / sigma);
    mass += weight;
    first += weight * x;
    second += weight * x * x;
  }
  return { mean: first / mass, variance: second / mass - (first / mass) ** 2 };
}

it('cuts a normal law as adding up its slices does', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: 0.2, max: 2, noNaN: true }),
      fc.double({ min: -2, max: 3, noNaN: true }),
      (mean, sigma, bound) => {
        const slices = bySlices(mean, sigma, bound);
        const cut = belowBound(mean, sigma, bound);
        expect(cut.mean).toBeCloseTo(slices.mean, 3);
        expect(cut.variance).toBeCloseTo(slices.variance, 3);
        expect(cut.mean).toBeLessThanOrEqual(bound);
        expect(aboveBound(-mean, sigma, -bound).mean).toBeCloseTo(-cut.mean, 12);
      },
    ),
    { numRuns: 40 },
  );
});

it('knows the normal law to the tails', () => {
  expect(distribution(0)).toBe(0.5);
  expect(distribution(1.6448536269514722)).toBeCloseTo(0.95, 12);
  expect(distribution(-3.0902323061678132)).toBeCloseTo(0.001, 12);
  expect(distribution(-6) / 9.865876450376946e-10).toBeCloseTo(1, 9);
  expect(distribution(8)).toBe(1 - 6.661338147750939e-16);
});
