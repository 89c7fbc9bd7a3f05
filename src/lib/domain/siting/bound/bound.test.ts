import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce } from '../model/brute-force.ts';
import { respects } from '../model/instance.ts';
import { randomInstance } from '../model/random-instance.ts';
import { Ascent } from './ascent.ts';
import { chooser } from './choice.ts';
import { firstMultipliers } from './first-multipliers.ts';
import { kthLeast } from './kth-least.ts';

describe('the value of a rank', () => {
  it('is that of a sort', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1 }), fc.nat(), (values, draw) => {
        const k = draw % values.length;
        expect(kthLeast(Float64Array.from(values), k)).toBe([...values].sort((a, b) => a - b)[k]);
      }),
    );
  });
});

describe('a relaxed choice', () => {
  it('is under every allowed one, and its regrets under what forcing or leaving a site costs', () => {
    fc.assert(
      fc.property(
        randomInstance,
        fc.array(fc.integer({ min: -30, max: 0 }), { minLength: 8, maxLength: 8 }),
        ({ rule, lists }, drawn) => {
          const savings = Float64Array.from(drawn.slice(0, lists.siteCount));
          const { value, picked, regret } = chooser(rule)(savings);
          const taken = new Set(picked);
          for (let mask = 0; mask < 1 << lists.siteCount; mask++) {
            const open = Array.from(savings.keys()).filter((j) => mask & (1 << j));
            if (!respects(rule, open)) continue;
            const sum = open.reduce((total, j) => total + (savings[j] as number), 0);
            expect(sum).toBeGreaterThanOrEqual(value - 1e-9);
            savings.forEach((_, j) => {
              if (open.includes(j) !== taken.has(j))
                expect(sum).toBeGreaterThanOrEqual(value + regret(j) - 1e-9);
            });
          }
        },
      ),
    );
  });
});

describe('a bound', () => {
  it('never rises past the optimum, nor falls', () => {
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const { cost } = bruteForce(instance);
        const ascent = new Ascent(instance, firstMultipliers(instance, 5));
        let before = -Infinity;
        for (let turn = 0; turn < 20; turn++) {
          ascent.climb(10, cost + 1);
          expect(ascent.bound).toBeGreaterThanOrEqual(before);
          expect(ascent.bound).toBeLessThanOrEqual(cost + 1e-6);
          before = ascent.bound;
        }
      }),
    );
  });
});
