import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce } from './model/brute-force.ts';
import { costOf, respects, type SitingInstance } from './model/instance.ts';
import { randomInstance } from './model/random-instance.ts';
import { solving, type Solution } from './solve.ts';

/** Every answer in turn, until proven: small instances always are. */
function answersOf(instance: SitingInstance, seed = 1): Solution[] {
  const answers: Solution[] = [];
  for (const answer of solving(instance, { seed })) {
    answers.push(answer);
    if (answer.proven || answers.length > 2_000) break;
  }
  return answers;
}

const lastOf = (instance: SitingInstance): Solution => answersOf(instance).at(-1) as Solution;

describe('solving', () => {
  it('ends with what brute force finds, and says that it is proven', () => {
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const { cost, proven, bound, open } = lastOf(instance);
        expect(proven).toBe(true);
        expect(cost).toBeCloseTo(bruteForce(instance).cost, 6);
        expect(bound).toBe(cost);
        expect(respects(instance.rule, open)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is right whenever it is stopped: sites within the rule, their cost, a bound under the optimum', () => {
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const optimum = bruteForce(instance).cost;
        let before = Infinity;
        for (const { open, cost, bound } of answersOf(instance)) {
          expect(respects(instance.rule, open)).toBe(true);
          expect(costOf(instance, open)).toBeCloseTo(cost, 6);
          expect(bound).toBeLessThanOrEqual(optimum + 1e-6);
          expect(cost).toBeGreaterThanOrEqual(optimum - 1e-6);
          expect(cost).toBeLessThanOrEqual(before);
          before = cost;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('saves at least 63 % of the most that can be saved with its first answer, the greedy one', () => {
    fc.assert(
      fc.property(randomInstance, (drawn) => {
        const instance = { ...drawn, rule: { ...drawn.rule, kept: null } };
        instance.rule.prices = instance.rule.prices.map(() => 1);
        const nothing = costOf(instance, []);
        const [first] = answersOf(instance);
        const most = nothing - bruteForce(instance).cost;
        expect(nothing - (first?.cost ?? 0)).toBeGreaterThanOrEqual((1 - 1 / Math.E) * most - 1e-6);
      }),
    );
  });

  it('never costs more when a constraint is relaxed', () => {
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const { rule } = instance;
        const tight = lastOf(instance).cost;
        const richer = { ...instance, rule: { ...rule, budget: rule.budget + 1 } };
        expect(lastOf(richer).cost).toBeLessThanOrEqual(tight + 1e-6);
        expect(lastOf({ ...instance, rule: { ...rule, kept: null } }).cost).toBeLessThanOrEqual(tight + 1e-6);
      }),
    );
  });

  it('gives the same answers for the same seed', () => {
    fc.assert(
      fc.property(randomInstance, fc.nat(9), (instance, seed) => {
        expect(answersOf(instance, seed)).toEqual(answersOf(instance, seed));
      }),
      { numRuns: 30 },
    );
  });
});
