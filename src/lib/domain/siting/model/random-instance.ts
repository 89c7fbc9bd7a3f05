import fc from 'fast-check';
import { grainOf, type SitingInstance } from './instance.ts';
import { listServices } from './lists.ts';

/** Small instances of every kind, for properties: covering or not, a number, prices, sites to keep. */
export const randomInstance: fc.Arbitrary<SitingInstance> = fc
  .record({
    weights: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 9 }),
    siteCount: fc.integer({ min: 1, max: 8 }),
    pairs: fc.array(fc.tuple(fc.nat(8), fc.nat(7), fc.integer({ min: 0, max: 40 })), { maxLength: 40 }),
    covers: fc.boolean(),
    prices: fc.option(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 8 })),
    budget: fc.integer({ min: 0, max: 9 }),
    kept: fc.option(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })),
    offset: fc.integer({ min: 0, max: 20 }),
    half: fc.boolean(),
  })
  .map(({ weights, siteCount, pairs, covers, prices, budget, kept, offset, half }) => {
    const unique = new Map(
      pairs
        .filter(([i, j]) => i < weights.length && j < siteCount)
        .map(([i, j, cost]) => [`${i} ${j}`, [i, j, covers ? 0 : cost * (half ? 0.37 : 1)] as const]),
    );
    const list = [...unique.values()];
    const lists = listServices(Float64Array.from(weights), siteCount, {
      demands: list.map(([i]) => i),
      sites: list.map(([, j]) => j),
      costs: list.map(([, , cost]) => cost),
    });
    const members = Uint8Array.from({ length: siteCount }, (_, j) => (kept?.[j] ? 1 : 0));
    const stay = members.reduce((sum, member) => sum + member, 0);
    const counts = prices === null || kept !== null;
    return {
      lists,
      offset,
      grain: grainOf(lists),
      rule: {
        prices: Float64Array.from({ length: siteCount }, (_, j) => (counts ? 1 : (prices[j] as number))),
        budget,
        kept: kept === null || stay === 0 ? null : { members, least: Math.min(Math.ceil(stay / 2), budget) },
      },
    };
  });
