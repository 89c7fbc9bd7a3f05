import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseNormal, rankNormal } from './rank-normal.ts';

/** Share of a standard normal variable under `x`, by Simpson's rule on the density. */
function normal(x: number): number {
  const steps = 20_000;
  const width = (x + 10) / steps;
  const density = (at: number): number => Math.exp(-(at * at) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(-10) + density(x);
  for (let at = 1; at < steps; at++) sum += (at % 2 === 0 ? 2 : 4) * density(-10 + at * width);
  return (sum * width) / 3;
}

describe('inverseNormal', () => {
  it.each([1e-6, 0.001, 0.024, 0.02425, 0.025, 0.2, 0.5, 0.8, 0.975, 0.999_9])(
    'undoes the law at %f',
    (p) => {
      expect(normal(inverseNormal(p))).toBeCloseTo(p, 8);
    },
  );

  it('gives the tabulated 97.5 %', () => expect(inverseNormal(0.975)).toBeCloseTo(1.959_963_985, 7));

  it.each([0, 1, -1, Number.NaN])('refuses %f', (p) =>
    expect(() => inverseNormal(p)).toThrow('strictly between 0 and 1'),
  );
});

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
          expect(scores[at]).toBeCloseTo(inverseNormal((below + equal / 2) / known.length), 10);
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
