import type { Reach } from '../../access/reach.ts';

/**
 * What a territory asks. `cover`: the most people within the limit. `mean`: the least distance for people
 * on average, counted at most the limit (who is farther counts as at the limit). `farthest`: the least
 * distance for the one served worst. `everyone`: the fewest sites that leave nobody beyond the limit.
 */
export type SitingGoal = 'cover' | 'mean' | 'farthest' | 'everyone';

/** A number of sites to open, or a price for each site and a budget. */
export type SitingMeans =
  { kind: 'count'; count: number } | { kind: 'budget'; prices: ArrayLike<number>; budget: number };

/** Sites are ranks of the supply points of the reach: existing places and candidates together. */
export interface SitingQuestion {
  goal: SitingGoal;
  means: SitingMeans;
  /** People of each demand point. */
  people: ArrayLike<number>;
  /** Every pair within the limit (within the greatest distance looked at, for `farthest`). */
  reach: Reach;
  /** Metres or minutes, as the reach: the limit of `cover`, `mean` and `everyone`. */
  limit: number;
  /** Places that are there and count; they cost nothing. */
  existing: readonly number[];
  /** Existing places that may close, and how many at most: each frees one opening elsewhere. */
  closable: readonly number[];
  closures: number;
  /** Candidates that must open, within the means; sites that may not. */
  forced: readonly number[];
  forbidden: readonly number[];
  /** Fragility of each demand point (≥ 0, any scale) and how much it counts, from 0 to 1; null for people alike. */
  equity: { fragility: ArrayLike<number>; share: number } | null;
}

/**
 * What each demand counts for, adding up to all the people: (1 − share) of what it has of the people, and
 * `share` of what it has of fragility, people × fragility. At 0 people count alike; at 1 each
 * counts as the fragility of their commune. A convex mix keeps the problem linear: every bound stays true.
 */
export function weightsOf({ people, equity }: SitingQuestion): Float64Array {
  const weights = Float64Array.from(people);
  if (!equity || equity.share <= 0) return weights;
  const fragile = weights.map((count, i) => count * Math.max(0, finite(equity.fragility[i])));
  const all = sumOf(weights);
  const mass = sumOf(fragile);
  if (mass <= 0) return weights;
  const share = Math.min(1, equity.share);
  return weights.map((count, i) => (1 - share) * count + (share * (fragile[i] as number) * all) / mass);
}

const finite = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) ? value : 0;

export const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
};
