import { describe, expect, it } from 'vitest';
import { pmedInstance, pmedOptima, sanFrancisco } from '../../scripts/bench/siting-instances.ts';
import { costOf, countRule, type SitingInstance } from '../../src/lib/domain/siting/model/instance.ts';
import { solving, type Solution } from '../../src/lib/domain/siting/solve.ts';

/** The reference instances beside the mirror; optima are read to check, never given to the solver. */
function solve(instance: SitingInstance, turns: number): Solution {
  let last: Solution | null = null;
  let turn = 0;
  for (const solution of solving(instance, { seed: 1 })) {
    last = solution;
    if (solution.proven || ++turn >= turns) break;
  }
  if (!last) throw new Error('no answer');
  return last;
}

describe('medians of OR-Library', () => {
  it.each(['pmed1', 'pmed3', 'pmed5', 'pmed7', 'pmed11', 'pmed13', 'pmed17', 'pmed27'])(
    '%s is solved and proved',
    async (name) => {
      const instance = await pmedInstance(name);
      const { cost, proven, open } = solve(instance, 5_000);
      expect(proven).toBe(true);
      expect(cost).toBe((await pmedOptima()).get(name));
      expect(costOf(instance, open)).toBe(cost);
    },
  );
});

describe('covering San Francisco', () => {
  it('is within 1.5 % of what was best known, under a bound that is not under it', async () => {
    const place = await sanFrancisco();
    const instance = { ...place, rule: countRule(place.lists.siteCount, 60) };
    const total = place.lists.bases.reduce((sum, base) => sum + base, 0);
    const { cost, bound } = solve(instance, 60);
    expect(total - cost).toBeGreaterThan(683_139 * 0.985);
    expect(total - bound).toBeGreaterThanOrEqual(683_139);
  });
});
