import fc from 'fast-check';
import type { Reach } from '../../access/reach.ts';
import type { SitingGoal, SitingQuestion } from './question.ts';

/** The reach of pairs in any order; the last cost of a pair counts. */
export function reachOf(
  demandCount: number,
  supplyCount: number,
  pairs: readonly (readonly [demand: number, site: number, cost: number])[],
): Reach {
  const rows = Array.from({ length: demandCount }, () => new Map<number, number>());
  for (const [i, j, cost] of pairs) rows[i]?.set(j, cost);
  const starts = new Int32Array(demandCount + 1);
  rows.forEach((row, i) => (starts[i + 1] = (starts[i] as number) + row.size));
  return {
    starts,
    supplies: Int32Array.from(rows.flatMap((row) => [...row.keys()])),
    costs: Float32Array.from(rows.flatMap((row) => [...row.values()])),
    unit: 'metres',
    supplyCount,
  };
}

/** Small questions, good and bad, of a goal: for properties. */
export const randomQuestion = (goal: SitingGoal): fc.Arbitrary<SitingQuestion> =>
  fc
    .record({
      people: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 7 }),
      supplyCount: fc.integer({ min: 1, max: 6 }),
      pairs: fc.array(fc.tuple(fc.nat(6), fc.nat(5), fc.integer({ min: 0, max: 30 })), { maxLength: 30 }),
      count: fc.nat(5),
      prices: fc.option(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 6, maxLength: 6 })),
      limit: fc.integer({ min: 1, max: 30 }),
      existing: fc.subarray([0, 1, 2]),
      closable: fc.subarray([0, 1]),
      closures: fc.nat(2),
      forced: fc.subarray([3, 4], { maxLength: 1 }),
      forbidden: fc.subarray([3, 5]),
      fragility: fc.option(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 })),
      share: fc.constantFrom(0, 0.3, 1),
    })
    .map(({ people, supplyCount, pairs, count, prices, fragility, share, ...rest }) => ({
      ...rest,
      goal,
      people,
      reach: reachOf(
        people.length,
        supplyCount,
        pairs.filter(([i, j]) => i < people.length && j < supplyCount),
      ),
      means: prices ? { kind: 'budget', prices, budget: count } : { kind: 'count', count },
      equity: fragility && { fragility, share },
    }));
