import fc from 'fast-check';
import { expect, it } from 'vitest';
import { histogramOf } from './histogram.ts';

it('counts every value once, extremes in the end bins', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e5, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 400 }),
      (raw) => {
        const histogram = histogramOf(Float64Array.from(raw).sort());
        if (histogram) expect(histogram.bins.reduce((a, b) => a + b, 0)).toBe(raw.length);
      },
    ),
  );
});

it('is not flattened by a rare extreme', () => {
  const values = Float64Array.from({ length: 1000 }, (_, i) => (i === 999 ? 1e9 : i)).sort();
  const histogram = histogramOf(values);
  expect(histogram?.to).toBeLessThan(1000);
  expect(histogram?.clipped).toBeGreaterThan(0);
});

it('is no comb for rounded figures: every step holds as many possible values', () => {
  const values = Float64Array.from({ length: 7100 }, (_, i) => i % 71);
  const histogram = histogramOf(values.sort(), 0);
  expect(Number.isInteger(histogram?.step)).toBe(true);
  expect(new Set(histogram?.bins.slice(0, -1)).size).toBe(1);
  const tenths = histogramOf(Float64Array.from({ length: 3000 }, (_, i) => (i % 30) / 10).sort(), 1);
  expect(new Set(tenths?.bins)).toEqual(new Set([100]));
});

it('has nothing to draw for equal values or none', () => {
  expect(histogramOf(new Float64Array())).toBeNull();
  expect(histogramOf(Float64Array.of(3, 3, 3))).toBeNull();
});
