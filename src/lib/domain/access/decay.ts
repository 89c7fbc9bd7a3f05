/**
 * How much a place counts as it gets further, from 1 at no distance to 0 past the threshold:
 * - `none`: as much up to the threshold (2SFCA, Luo & Wang 2003);
 * - `steps`: 1, 0.68 and 0.22 over three equal bands (E2SFCA, Luo & Qi 2009);
 * - `gaussian`: exp(−t² / 2σ²) with σ a third of the threshold, so that 0.011 is left at it;
 * - `linear`: 1 − t / threshold.
 */
export const DECAYS = ['none', 'steps', 'gaussian', 'linear'] as const;

export type Decay = (typeof DECAYS)[number];

/** Weights of the three bands of `steps`. */
export const STEP_WEIGHTS = [1, 0.68, 0.22] as const;

/** The weight of a cost under a threshold, both in one unit; 0 past the threshold. */
export function decayWeight(decay: Decay, cost: number, threshold: number): number {
  if (!(cost <= threshold)) return 0;
  switch (decay) {
    case 'none':
      return 1;
    case 'steps':
      return STEP_WEIGHTS[Math.min(2, Math.max(0, Math.ceil((3 * cost) / threshold) - 1))] ?? 0;
    case 'gaussian':
      return Math.exp(-((3 * cost) ** 2) / (2 * threshold ** 2));
    case 'linear':
      return 1 - cost / threshold;
  }
}
