import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { bruteForce } from '../model/brute-force.ts';
import { costOf, respects } from '../model/instance.ts';
import { randomInstance } from '../model/random-instance.ts';
import { solveExactly } from './mip.ts';

let highs: Highs;

beforeAll(async () => {
  highs = await loadHighs();
});

describe('an instance given to HiGHS', () => {
  it('has the optimum of brute force, and its cost', () => {
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const optimum = bruteForce(instance);
        const worst = costOf(instance, []) + 1;
        const { open, bound } = solveExactly(highs, instance, worst, { seconds: 10 });
        expect(open).not.toBeNull();
        expect(respects(instance.rule, open ?? [])).toBe(true);
        expect(costOf(instance, open ?? [])).toBeCloseTo(optimum.cost, 5);
        expect(bound).toBeLessThanOrEqual(optimum.cost + 1e-5);
        expect(bound).toBeGreaterThan(optimum.cost - 1);
      }),
      { numRuns: 60 },
    );
  });

  it('says that nothing is under the cost given, when nothing is', () => {
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const optimum = bruteForce(instance).cost;
        const start = bruteForce(instance).open;
        const { open, bound } = solveExactly(highs, instance, optimum, { seconds: 10, start });
        expect(open).toBeNull();
        expect(bound).toBeGreaterThan(optimum - 1);
      }),
      { numRuns: 40 },
    );
  });
});
