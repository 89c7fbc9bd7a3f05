import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classAmong, weightedBreaks } from './standard-classes.ts';

describe('weightedBreaks', () => {
  it('cuts equal weights into equal classes', () => {
    const values = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(weightedBreaks(values, new Array(100).fill(1), 5)).toEqual([20, 40, 60, 80]);
  });

  it('follows people, not communes', () => {
    expect(weightedBreaks([1, 2, 3, 4], [97, 1, 1, 1], 2)).toEqual([1]);
  });

  it('ignores what has no value or no weight', () => {
    expect(weightedBreaks([NaN, 1, 2, 9], [50, 1, 1, 0], 2)).toEqual([1]);
    expect(weightedBreaks([NaN], [1], 5)).toEqual([]);
  });

  it('leaves each class within one value of its share', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ value: fc.integer({ min: 0, max: 1e6 }), weight: fc.integer({ min: 1, max: 1_000 }) }),
          {
            minLength: 1,
            maxLength: 200,
          },
        ),
        (rows) => {
          const breaks = weightedBreaks(
            rows.map((row) => row.value),
            rows.map((row) => row.weight),
            5,
          );
          expect(breaks).toHaveLength(4);
          const total = rows.reduce((sum, { weight }) => sum + weight, 0);
          breaks.forEach((bound, k) => {
            const upTo = rows
              .filter(({ value }) => value <= bound)
              .reduce((sum, { weight }) => sum + weight, 0);
            const under = rows
              .filter(({ value }) => value < bound)
              .reduce((sum, { weight }) => sum + weight, 0);
            expect(upTo).toBeGreaterThanOrEqual((total * (k + 1)) / 5);
            expect(under).toBeLessThan((total * (k + 1)) / 5);
          });
        },
      ),
    );
  });
});

describe('classAmong', () => {
  it('puts a bound in the class below it', () => {
    expect([5, 20, 20.5, 40, 99].map((value) => classAmong([20, 40], value))).toEqual([0, 0, 1, 1, 2]);
  });
});
