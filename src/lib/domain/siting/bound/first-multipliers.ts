import type { SitingInstance } from '../model/instance.ts';

/**
 * Multipliers to start a bound from. `margin` is what one more site of unit price is worth (the last gain
 * of a greedy run). Covering: a demand gives the most that lets no site in its reach save more than
 * `margin`, as sites do at the best bound. Otherwise the second least cost of a demand, which a median's
 * multipliers are near.
 */
export function firstMultipliers({ lists }: SitingInstance, margin: number): Float64Array {
  const { bases, starts, sites, costs, siteStarts, demands, siteCosts } = lists;
  if (!costs.every((cost) => cost === 0))
    return bases.map((base, i) => {
      const second =
        (starts[i] as number) + 1 < (starts[i + 1] as number)
          ? (costs[(starts[i] as number) + 1] as number)
          : 0;
      return second > 0 ? Math.min(base, second) : base / 2;
    });
  const alone = new Float64Array(lists.siteCount);
  for (let j = 0; j < lists.siteCount; j++)
    for (let k = siteStarts[j] as number; k < (siteStarts[j + 1] as number); k++)
      (alone[j] as number) += (bases[demands[k] as number] as number) - (siteCosts[k] as number);
  return bases.map((base, i) => {
    let most = margin;
    for (let k = starts[i] as number; k < (starts[i + 1] as number); k++)
      most = Math.max(most, alone[sites[k] as number] as number);
    return most > 0 ? (base * margin) / most : base;
  });
}
