import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floatingCatchment, type CatchmentMethod } from './catchment.ts';
import { decayWeight, DECAYS } from './decay.ts';
import { PairList, type Reach } from './reach.ts';

/** A reach of every pair, at costs as drawn. */
function reachOf(costs: readonly (readonly number[])[], supplyCount: number): Reach {
  const starts = new Int32Array(costs.length + 1);
  const pairs = new PairList();
  costs.forEach((row, i) => {
    row.forEach((cost, j) => {
      pairs.push(j, cost);
    });
    starts[i + 1] = pairs.length;
  });
  return { starts, ...pairs.cut(), unit: 'metres', supplyCount };
}

const problem = fc.integer({ min: 1, max: 8 }).chain((places) =>
  fc.record({
    costs: fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: places, maxLength: places }), {
      minLength: 1,
      maxLength: 10,
    }),
    people: fc.array(fc.oneof(fc.nat(9_000), fc.constant(Number.NaN)), { minLength: 10, maxLength: 10 }),
    supply: fc.array(fc.nat(80), { minLength: places, maxLength: places }),
    method: fc.record<CatchmentMethod>({
      decay: fc.constantFrom(...DECAYS),
      threshold: fc.integer({ min: 1, max: 60 }),
      chooses: fc.boolean(),
    }),
  }),
);

describe('decayWeight', () => {
  it('is that of the literature', () => {
    expect([20, 40, 60].map((cost) => decayWeight('gaussian', cost, 60))).toEqual([
      expect.closeTo(0.60653, 5),
      expect.closeTo(0.13534, 5),
      expect.closeTo(0.01111, 5),
    ]);
    expect([0, 10, 10.1, 20, 20.1, 30, 30.1].map((cost) => decayWeight('steps', cost, 30))).toEqual([
      1, 1, 0.68, 0.68, 0.22, 0.22, 0,
    ]);
    expect([0, 15, 30, 31].map((cost) => decayWeight('linear', cost, 30))).toEqual([1, 0.5, 0, 0]);
    expect([30, 30.1, Number.NaN].map((cost) => decayWeight('none', cost, 30))).toEqual([1, 0, 0]);
  });
});

describe('floatingCatchment', () => {
  it('gives what the definition gives, by loops over everything', () => {
    fc.assert(
      fc.property(problem, ({ costs, people, supply, method }) => {
        const { access } = floatingCatchment(reachOf(costs, supply.length), people, supply, method);
        const weight = (i: number, j: number): number => {
          const row = costs[i] ?? [];
          const plain = decayWeight(method.decay, row[j] ?? 0, method.threshold);
          if (!method.chooses || plain === 0) return plain;
          const all = row.reduce((sum, cost) => sum + decayWeight(method.decay, cost, method.threshold), 0);
          return (plain * plain) / all;
        };
        costs.forEach((_, i) => {
          let expected = 0;
          supply.forEach((given, j) => {
            const asked = costs.reduce((sum, __, k) => sum + (people[k] || 0) * weight(k, j), 0);
            if (asked > 0) expected += (given / asked) * weight(i, j);
          });
          expect(access[i]).toBeCloseTo(expected, 9);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('shares out exactly what the places that reach anybody have: Σ A·P = Σ S', () => {
    fc.assert(
      fc.property(problem, ({ costs, people, supply, method }) => {
        const { access, ratios, unreached } = floatingCatchment(
          reachOf(costs, supply.length),
          people,
          supply,
          method,
        );
        const received = costs.reduce((sum, _, i) => sum + (access[i] as number) * (people[i] || 0), 0);
        const reaching = supply.filter((_, j) => !Number.isNaN(ratios[j]));
        expect(received).toBeCloseTo(
          reaching.reduce((sum, given) => sum + given, 0),
          6,
        );
        expect(unreached).toBe(supply.filter((given, j) => given > 0 && Number.isNaN(ratios[j])).length);
      }),
      { numRuns: 1_000 },
    );
  });
});
