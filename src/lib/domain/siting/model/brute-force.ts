import { costOf, respects, type SitingInstance } from './instance.ts';

/** The least cost of any choice of sites within the rule, by trying them all: for tests of small instances. */
export function bruteForce(instance: SitingInstance): { cost: number; open: number[] } {
  const count = instance.lists.siteCount;
  let best = { cost: Infinity, open: [] as number[] };
  for (let mask = 0; mask < 1 << count; mask++) {
    const open = Array.from({ length: count }, (_, j) => j).filter((j) => mask & (1 << j));
    if (!respects(instance.rule, open)) continue;
    const cost = costOf(instance, open);
    if (cost < best.cost) best = { cost, open };
  }
  return best;
}
