import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../random/normal.ts';
import { rankNormal } from './rank-normal.ts';

const figures = fc.array(fc.option(fc.integer({ min: -40, max: 40 }), { nil: Number.NaN }), {
  maxLength: 60,
});

describe('rankNormal', () => {
  it('scores middle ranks, counted one by one', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const scores = rankNormal(Float64Array.from(values));
        const known = values.filter((value) => !Number.isNaN(value));
        values.forEach((value, at) => {
          if (Number.isNaN(value)) {
            expect(scores[at]).toBeNaN();
            return;
          }
          const below = known.filter((other) => other < value).length;
          const equal = known.filter((other) => other === value).length;
          expect(scores[at]).toBeCloseTo(normalQuantile((below + equal / 2) / known.length), 10);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not change under a monotone rescaling, and turns over with its sign', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const scores = rankNormal(Float64Array.from(values));
        const rescaled = rankNormal(Float64Array.from(values, (value) => Math.exp(value / 10)));
        const reversed = rankNormal(Float64Array.from(values, (value) => -value));
        expect(rescaled).toEqual(scores);
        scores.forEach((score, at) => {
          if (!Number.isNaN(score)) expect(reversed[at]).toBeCloseTo(-score, 10);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
