/**
 * What every siting question becomes: each demand costs `bases[i]` when no open site serves it better,
 * and the least of its costs at open sites otherwise. Covering is the case where a served demand costs
 * nothing and another costs its weight; a median is the case of weight × distance.
 *
 * Both directions are kept as runs of one array. Only pairs that cost less than the base are listed.
 */
export interface ServiceLists {
  demandCount: number;
  siteCount: number;
  /** Cost of each demand that no open site serves for less. */
  bases: Float64Array;
  /** First pair of each demand, one more at the end; the pairs of a demand go from the least cost up. */
  starts: Int32Array;
  sites: Int32Array;
  costs: Float64Array;
  /** The same pairs, a run for each site, demands in order. */
  siteStarts: Int32Array;
  demands: Int32Array;
  siteCosts: Float64Array;
}

/** Pairs in any order: `sites[k]` serves `demands[k]` at `costs[k]`. */
export interface ServicePairs {
  demands: ArrayLike<number>;
  sites: ArrayLike<number>;
  costs: ArrayLike<number>;
}

/** Lists of pairs; those that cost their demand's base or more are left out. */
export function listServices(
  bases: Float64Array,
  siteCount: number,
  { demands, sites, costs }: ServicePairs,
): ServiceLists {
  const demandCount = bases.length;
  const useful = (k: number): boolean => (costs[k] as number) < (bases[demands[k] as number] as number);
  const siteStarts = new Int32Array(siteCount + 1);
  const starts = new Int32Array(demandCount + 1);
  for (let k = 0; k < demands.length; k++) {
    if (!useful(k)) continue;
    (siteStarts[(sites[k] as number) + 1] as number)++;
    (starts[(demands[k] as number) + 1] as number)++;
  }
  accumulate(siteStarts);
  accumulate(starts);
  const count = starts[demandCount] as number;
  const lists: ServiceLists = {
    demandCount,
    siteCount,
    bases,
    starts,
    sites: new Int32Array(count),
    costs: new Float64Array(count),
    siteStarts,
    demands: new Int32Array(count),
    siteCosts: new Float64Array(count),
  };
  const next = starts.slice();
  for (let k = 0; k < demands.length; k++) {
    if (!useful(k)) continue;
    const at = (next[demands[k] as number] as number)++;
    lists.sites[at] = sites[k] as number;
    lists.costs[at] = costs[k] as number;
  }
  sortRuns(lists);
  transpose(lists);
  return lists;
}

/** Turns counts into first positions, in place. */
export function accumulate(starts: Int32Array): void {
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
}

/** Puts the pairs of each demand in the order of their costs, then of their sites. */
function sortRuns({ demandCount, starts, sites, costs }: ServiceLists): void {
  for (let i = 0; i < demandCount; i++) {
    const from = starts[i] as number;
    const to = starts[i + 1] as number;
    if (isSorted(costs, sites, from, to)) continue;
    const order = Array.from({ length: to - from }, (_, k) => from + k).sort(
      (a, b) => (costs[a] as number) - (costs[b] as number) || (sites[a] as number) - (sites[b] as number),
    );
    const sortedSites = order.map((k) => sites[k] as number);
    const sortedCosts = order.map((k) => costs[k] as number);
    sites.set(sortedSites, from);
    costs.set(sortedCosts, from);
  }
}

function isSorted(costs: Float64Array, sites: Int32Array, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) {
    const step = (costs[k] as number) - (costs[k - 1] as number);
    if (step < 0 || (step === 0 && (sites[k] as number) < (sites[k - 1] as number))) return false;
  }
  return true;
}

/** Fills the runs of sites, whose starts are known, from those of demands. */
export function transpose(lists: ServiceLists): void {
  const next = lists.siteStarts.slice();
  for (let i = 0; i < lists.demandCount; i++)
    for (let k = lists.starts[i] as number; k < (lists.starts[i + 1] as number); k++) {
      const at = (next[lists.sites[k] as number] as number)++;
      lists.demands[at] = i;
      lists.siteCosts[at] = lists.costs[k] as number;
    }
}
