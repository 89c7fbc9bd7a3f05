import type { Proposal } from '../gather.ts';
import type { ComparedPair } from './compared-pairs.ts';
import { reasonsOf } from './likelihood.ts';
import type { Portrait } from './portrait.ts';

/**
 * What a person should look at: likely pairs left in two clusters, the likeliest of each two clusters,
 * unless a person already said that one of one and one of the other differ. Likeliest first, then by key.
 */
export function proposePairs(
  portraits: readonly Portrait[],
  clusters: readonly (readonly number[])[],
  compared: readonly ComparedPair[],
  differ: (a: number, b: number) => boolean,
): Proposal[] {
  const clusterOf = new Map(clusters.flatMap((ranks, at) => ranks.map((rank) => [rank, at] as const)));
  const asked = new Set<string>();
  const likeliest = [...compared].sort(
    (a, b) => b.strength - a.strength || a.first - b.first || a.second - b.second,
  );
  return likeliest.flatMap(({ first, second, strength, evidence }) => {
    const [left = 0, right = 0] = [clusterOf.get(first), clusterOf.get(second)];
    const pair = left < right ? `${left}/${right}` : `${right}/${left}`;
    if (left === right || asked.has(pair)) return [];
    asked.add(pair);
    const settled = clusters[left]?.some((a) => clusters[right]?.some((b) => differ(a, b)));
    const [one, other] = [portraits[first], portraits[second]];
    if (settled || !one || !other) return [];
    return [{ first: one.key, second: other.key, likelihood: strength, reasons: reasonsOf(evidence, one) }];
  });
}
