import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concentrationCurve,
  curveIndex,
  lorenzCurve,
  shareCurve,
  shareOfFirst,
  type ShareCurve,
} from './curve.ts';

const indexOf = (curve: ShareCurve | null): number => (curve ? curveIndex(curve) : Number.NaN);

const holding = fc.record({ people: fc.integer({ min: 1, max: 500 }), amount: fc.nat(90), need: fc.nat(6) });
const holdings = fc.array(holding, { minLength: 1, maxLength: 30 });

describe('the Gini index', () => {
  it('is half the mean absolute difference over the mean, person by person', () => {
    fc.assert(
      fc.property(holdings, (held) => {
        const people = held.flatMap(({ people, amount }) => [{ weight: people, each: amount / people }]);
        const all = people.reduce((sum, { weight }) => sum + weight, 0);
        const mean = people.reduce((sum, { weight, each }) => sum + weight * each, 0) / all;
        let difference = 0;
        for (const a of people)
          for (const b of people) difference += a.weight * b.weight * Math.abs(a.each - b.each);
        const gini = indexOf(lorenzCurve(held));
        if (mean === 0) expect(gini).toBeNaN();
        else expect(gini).toBeCloseTo(difference / (2 * all * all * mean), 9);
      }),
      { numRuns: 500 },
    );
  });

  it('is 4/15 for five people who hold 1 to 5, and nothing when all hold the same', () => {
    const each = (amounts: number[]) => lorenzCurve(amounts.map((amount) => ({ people: 1, amount })));
    expect(indexOf(each([3, 1, 5, 2, 4]))).toBeCloseTo(4 / 15, 12);
    expect(indexOf(each([2, 2, 2]))).toBeCloseTo(0, 12);
    expect(indexOf(each([0, 0, 0, 8]))).toBeCloseTo(0.75, 12);
  });
});

describe('the concentration index', () => {
  it('is that of the World Bank’s worked example (technical note 7, deaths under five, India, 1982–92)', () => {
    const births = [29_939, 28_776, 26_528, 24_689, 19_739];
    const per1000 = [154.7, 152.9, 119.5, 86.9, 54.3];
    const curve = concentrationCurve(
      births.map((people, wealth) => ({
        people,
        amount: (people * (per1000[wealth] ?? 0)) / 1000,
        need: -wealth,
      })),
    );
    expect(indexOf(curve)).toBeCloseTo(-0.1694, 4);
  });

  it('does not depend on the order of the rows, and is between −1 and 1', () => {
    fc.assert(
      fc.property(holdings, fc.integer(), (held, seed) => {
        const shuffled = held
          .map((one, i) => ({ one, key: Math.imul(seed + i, 0x9e3779b1) >>> 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const index = indexOf(concentrationCurve(held));
        const again = indexOf(concentrationCurve(shuffled));
        if (Number.isNaN(index)) expect(again).toBeNaN();
        else {
          expect(again).toBeCloseTo(index, 9);
          expect(Math.abs(index)).toBeLessThanOrEqual(1);
          expect(Math.abs(index)).toBeLessThanOrEqual(indexOf(lorenzCurve(held)) + 1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('knows nothing of people of unknown need, of nobody and of nothing', () => {
    expect(concentrationCurve([{ people: 5, amount: 2, need: Number.NaN }])).toBeNull();
    expect(shareCurve([])).toBeNull();
    expect(lorenzCurve([{ people: 0, amount: 3 }])).toBeNull();
    expect(lorenzCurve([{ people: 3, amount: 0 }])).toBeNull();
  });
});

it('reads a share between two steps', () => {
  const curve = { people: [0, 0.5, 1], amount: [0, 0.2, 1] };
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => shareOfFirst(curve, share))).toEqual([
    0,
    0.1,
    0.2,
    expect.closeTo(0.6, 12),
    1,
  ]);
});
