import type { ServiceLists } from './lists.ts';

/** How many sites may open. Every site has a price; prices of 1 and a budget of p ask for p sites. */
export interface SiteRule {
  prices: Float64Array;
  budget: number;
  /** Existing sites that may close: 1 each, at least `least` of them stay open; null when none may. */
  kept: { members: Uint8Array; least: number } | null;
}

/**
 * Open sites within the rule so that the sum over demands of their least cost is least. What every demand
 * costs whatever opens is in `offset`.
 */
export interface SitingInstance {
  lists: ServiceLists;
  rule: SiteRule;
  offset: number;
  /** Every total cost is a multiple of it: a bound may be rounded up to the next. 0 when unknown. */
  grain: number;
}

/** A rule that asks for `count` sites, whichever. */
export const countRule = (siteCount: number, count: number): SiteRule => ({
  prices: new Float64Array(siteCount).fill(1),
  budget: count,
  kept: null,
});

/** Whether every price is the same as any other, so that the rule counts sites. */
export function countsSites({ prices }: SiteRule): boolean {
  for (let j = 1; j < prices.length; j++) if (prices[j] !== prices[0]) return false;
  return true;
}

/** Total cost of those open sites, the offset included. */
export function costOf({ lists, offset }: SitingInstance, open: Iterable<number>): number {
  const least = lists.bases.slice();
  for (const j of open)
    for (let k = lists.siteStarts[j] as number; k < (lists.siteStarts[j + 1] as number); k++) {
      const i = lists.demands[k] as number;
      if ((lists.siteCosts[k] as number) < (least[i] as number)) least[i] = lists.siteCosts[k] as number;
    }
  let total = offset;
  for (const cost of least) total += cost;
  return total;
}

/** Whether those sites, each once, respect the rule. */
export function respects({ prices, budget, kept }: SiteRule, open: Iterable<number>): boolean {
  let spent = 0;
  let stay = 0;
  for (const j of open) {
    spent += prices[j] as number;
    if (kept?.members[j]) stay++;
  }
  return spent <= budget + 1e-9 && stay >= (kept?.least ?? 0);
}

/** 1 when every cost is a whole number, else 0. */
export function grainOf({ bases, costs }: ServiceLists): number {
  for (const base of bases) if (!Number.isSafeInteger(base)) return 0;
  for (const cost of costs) if (!Number.isSafeInteger(cost)) return 0;
  return 1;
}
