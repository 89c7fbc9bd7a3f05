import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { respects } from '../model/instance.ts';
import { reachOf } from '../question/random-question.ts';
import { capacityProof } from './capacity-mip.ts';
import { capacitated } from './instance-of.ts';
import type { CapacityInstance } from './question.ts';
import { serve } from './serving.ts';
import { inServedOrder, sharing, type CapacityAnswer } from './sharing.ts';

let highs: Highs;

beforeAll(async () => {
  highs = await loadHighs();
});

const randomCapacities: fc.Arbitrary<CapacityInstance> = fc
  .record({
    people: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 }),
    fragile: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 6, maxLength: 6 }),
    capacities: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 }),
    near: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
    prices: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }),
    counts: fc.boolean(),
    budget: fc.nat(5),
    there: fc.boolean(),
  })
  .map(({ people, fragile, capacities, near, prices, counts, budget, there }) => {
    const rows = people.map((_, i) => capacities.flatMap((_, j) => (near[i * 5 + j] ? [j] : [])));
    const starts = new Int32Array(people.length + 1);
    rows.forEach((row, i) => (starts[i + 1] = (starts[i] as number) + row.length));
    return {
      people: Float64Array.from(people),
      values: Float64Array.from(people, (_, i) => fragile[i] as number),
      starts,
      sites: Int32Array.from(rows.flat()),
      capacities: Float64Array.from(capacities),
      rule: {
        prices: Float64Array.from(capacities, (_, j) =>
          there && j === 0 ? 0 : counts ? 1 : (prices[j] as number),
        ),
        budget,
        kept: null,
      },
      fixed: there ? [0] : [],
    };
  });

function lastOf(steps: Generator<CapacityAnswer, CapacityAnswer>): CapacityAnswer {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The most served by any allowed sites, by trying all. */
function best(instance: CapacityInstance): number {
  let most = 0;
  for (let mask = 0; mask < 1 << instance.capacities.length; mask++) {
    const open = Array.from(instance.capacities.keys()).filter((j) => mask & (1 << j));
    if (instance.fixed.every((j) => open.includes(j)) && respects(instance.rule, open))
      most = Math.max(most, serve(instance, open).value);
  }
  return most;
}

describe('sites that serve so many people and no more', () => {
  it('serve within their capacity and the people there are', () => {
    fc.assert(
      fc.property(randomCapacities, (instance) => {
        const { flows, value } = serve(instance, instance.capacities.keys());
        const used = new Float64Array(instance.capacities.length);
        let total = 0;
        for (let i = 0; i < instance.people.length; i++) {
          let own = 0;
          for (let k = instance.starts[i] as number; k < (instance.starts[i + 1] as number); k++) {
            own += flows[k] as number;
            (used[instance.sites[k] as number] as number) += flows[k] as number;
          }
          expect(own).toBeLessThanOrEqual((instance.people[i] as number) + 1e-6);
          total += own * (instance.values[i] as number);
        }
        used.forEach((people, j) =>
          expect(people).toBeLessThanOrEqual((instance.capacities[j] as number) + 1e-6),
        );
        expect(value).toBeCloseTo(total, 6);
      }),
    );
  });

  it('serve as many whatever the order in which they open', () => {
    fc.assert(
      fc.property(randomCapacities, fc.infiniteStream(fc.nat(1_000)), (instance, keys) => {
        const sites = Array.from(instance.capacities.keys());
        const shuffled = sites
          .map((j) => ({ j, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ j }) => j);
        expect(serve(instance, shuffled).value).toBeCloseTo(serve(instance, sites).value, 6);
      }),
    );
  });

  it('tell what each adds, in an order that only falls and adds up', () => {
    fc.assert(
      fc.property(randomCapacities, (instance) => {
        const open = Array.from(instance.capacities.keys());
        const opens = open.filter((j) => !instance.fixed.includes(j));
        const ordered = inServedOrder(instance, instance.fixed, opens);
        expect(ordered.map(({ site }) => site).sort()).toEqual(opens);
        const fixed = serve(instance, instance.fixed).value;
        const gains = ordered.map(({ gain }) => gain);
        expect(gains.reduce((sum, gain) => sum + gain, fixed)).toBeCloseTo(serve(instance, open).value, 6);
        gains.forEach((gain, at) => expect(gain).toBeLessThanOrEqual((gains[at - 1] ?? Infinity) + 1e-6));
      }),
    );
  });

  it('serve what HiGHS says that the best of them can, and never more than the bound', () => {
    fc.assert(
      fc.property(randomCapacities, (instance) => {
        const most = best(instance);
        const alone = lastOf(sharing(instance));
        expect(alone.value).toBeLessThanOrEqual(most + 1e-6);
        expect(alone.atMost).toBeGreaterThanOrEqual(most - 1e-6);
        if (instance.rule.prices.every((price) => price <= 1))
          expect(alone.value).toBeGreaterThanOrEqual((1 - 1 / Math.E) * most - 1e-6);
        const proved = lastOf(sharing(instance, capacityProof(highs, 10)));
        expect(proved.value).toBeCloseTo(most, 4);
        expect(proved.proven).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a question with capacities', () => {
  const question = {
    goal: 'cover',
    means: { kind: 'count', count: 1 },
    people: [60, 50],
    reach: reachOf(2, 3, [
      [0, 0, 1],
      [0, 1, 2],
      [1, 1, 1],
      [1, 2, 1],
    ]),
    limit: 5,
    existing: [1],
    closable: [],
    closures: 0,
    forced: [],
    forbidden: [],
    equity: null,
  } as const;

  it('fills what is there first, and opens where people are left', () => {
    const { instance, problems } = capacitated(question, [40, 60, 20]);
    expect(problems).toEqual([]);
    const { open, value, proven } = lastOf(sharing(instance));
    expect([...open].sort()).toEqual([0, 1]);
    expect(value).toBe(100);
    expect(proven).toBe(true);
  });

  it('says what is unknown and what is short', () => {
    const { problems } = capacitated(question, [10, Number.NaN, 20]);
    expect(problems).toEqual([
      { reason: 'bad-capacities', sites: [1] },
      { reason: 'capacity-short', capacity: 30, people: 110 },
    ]);
  });
});
