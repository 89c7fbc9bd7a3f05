import { accumulate, transpose, type ServiceLists } from './lists.ts';
import type { SitingInstance } from './instance.ts';

/** A smaller instance, and where its demands and sites come from. */
export interface Narrowed {
  instance: SitingInstance;
  /** Demand and site of the larger instance of each one of the smaller. */
  demandsFrom: Int32Array;
  sitesFrom: Int32Array;
}

/** What is decided of a site. */
export const FREE = 0;
export const OPENED = 1;
export const CLOSED = 2;

/**
 * The instance once some sites are open for good and others closed for good: open ones lower what their
 * demands cost, are paid for and leave, as do the closed ones; demands that no remaining site serves
 * better go to the offset. The cost of a set of remaining sites is unchanged.
 */
export function narrow({ lists, rule, offset, grain }: SitingInstance, decided: ArrayLike<number>): Narrowed {
  const bases = lists.bases.slice();
  const toSite = new Int32Array(lists.siteCount).fill(-1);
  const sitesFrom: number[] = [];
  let budget = rule.budget;
  let least = rule.kept?.least ?? 0;
  for (let j = 0; j < lists.siteCount; j++) {
    if (decided[j] === OPENED) {
      budget -= rule.prices[j] as number;
      if (rule.kept?.members[j]) least--;
      for (let k = lists.siteStarts[j] as number; k < (lists.siteStarts[j + 1] as number); k++) {
        const i = lists.demands[k] as number;
        if ((lists.siteCosts[k] as number) < (bases[i] as number)) bases[i] = lists.siteCosts[k] as number;
      }
    } else if (decided[j] !== CLOSED) {
      toSite[j] = sitesFrom.length;
      sitesFrom.push(j);
    }
  }
  const kept = rule.kept && {
    members: Uint8Array.from(sitesFrom, (j) => rule.kept!.members[j] as number),
    least: Math.max(0, least),
  };
  const prices = Float64Array.from(sitesFrom, (j) => rule.prices[j] as number);
  const shrunk = keepPairs(lists, bases, toSite, sitesFrom.length);
  return {
    instance: {
      lists: shrunk.lists,
      rule: { prices, budget, kept },
      offset: offset + shrunk.settled,
      grain,
    },
    demandsFrom: shrunk.demandsFrom,
    sitesFrom: Int32Array.from(sitesFrom),
  };
}

/** The pairs of remaining sites that cost less than the new bases, and what the demands without any cost. */
function keepPairs(
  lists: ServiceLists,
  bases: Float64Array,
  toSite: Int32Array,
  siteCount: number,
): { lists: ServiceLists; settled: number; demandsFrom: Int32Array } {
  const { starts, sites, costs } = lists;
  let pairs = 0;
  let settled = 0;
  const demandsFrom: number[] = [];
  for (let i = 0; i < lists.demandCount; i++) {
    const before = pairs;
    for (
      let k = starts[i] as number;
      k < (starts[i + 1] as number) && (costs[k] as number) < (bases[i] as number);
      k++
    )
      if ((toSite[sites[k] as number] as number) >= 0) pairs++;
    if (pairs > before) demandsFrom.push(i);
    else settled += bases[i] as number;
  }
  const result: ServiceLists = {
    demandCount: demandsFrom.length,
    siteCount,
    bases: Float64Array.from(demandsFrom, (i) => bases[i] as number),
    starts: new Int32Array(demandsFrom.length + 1),
    sites: new Int32Array(pairs),
    costs: new Float64Array(pairs),
    siteStarts: new Int32Array(siteCount + 1),
    demands: new Int32Array(pairs),
    siteCosts: new Float64Array(pairs),
  };
  let at = 0;
  demandsFrom.forEach((i, row) => {
    for (
      let k = starts[i] as number;
      k < (starts[i + 1] as number) && (costs[k] as number) < (bases[i] as number);
      k++
    ) {
      const site = toSite[sites[k] as number] as number;
      if (site < 0) continue;
      result.sites[at] = site;
      result.costs[at++] = costs[k] as number;
      (result.siteStarts[site + 1] as number)++;
    }
    result.starts[row + 1] = at;
  });
  accumulate(result.siteStarts);
  transpose(result);
  return { lists: result, settled, demandsFrom: Int32Array.from(demandsFrom) };
}
