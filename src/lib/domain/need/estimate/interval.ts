import { aboveBound, belowBound } from './censored.ts';
import type { Prediction } from './model.ts';
import { normalQuantile } from '../../random/normal.ts';
import { distribution } from './normal.ts';

/** Standard deviations on each side of a 90 % interval of a normal law. */
export const Z90 = 1.6448536269514722;

/** A rate, 0 to 1, with its 90 % interval. */
export interface Rate {
  value: number;
  low: number;
  high: number;
}

const square = (root: number): number => Math.min(1, Math.max(0, root) ** 2);

/**
 * The rate behind a prediction. Its mean is that of the square, so that rates add up without bias:
 * the mean squared, and the variance of what the model does not know. The chance of who lives in a
 * very small commune widens the interval and moves nothing. `scale` calibrates the width.
 */
export function rateOf({ mean, variance, chance }: Prediction, scale: number): Rate {
  const reach = Z90 * scale * Math.sqrt(variance + chance);
  const value = Math.min(1, Math.max(0, mean) ** 2 + variance);
  return { value, low: Math.min(value, square(mean - reach)), high: Math.max(value, square(mean + reach)) };
}

/** The same where the rate is known to lie under a bound (both by their square root). */
export function rateBelow(mean: number, sigma: number, bound: number): Rate {
  const truncated = belowBound(mean, sigma, bound);
  const under = distribution((bound - mean) / sigma);
  const at = (share: number): number =>
    // Far above the bound the law keeps a sliver below it: spread that sliver evenly by its own width.
    under > 1e-12
      ? mean + sigma * normalQuantile(share * under)
      : bound + (truncated.mean - bound) * -2 * Math.log(share) * 0.5;
  const value = Math.min(square(bound), truncated.mean ** 2 + truncated.variance);
  return {
    value,
    low: Math.min(value, square(at(0.05))),
    high: Math.min(square(bound), Math.max(value, square(at(0.95)))),
  };
}

/** The same where the rate is known to lie above a bound: what to expect of a commune since it is published. */
export function rateAbove(prediction: Prediction, scale: number, bound: number): Rate {
  const sigma = scale * Math.sqrt(prediction.variance + prediction.chance);
  const truncated = aboveBound(prediction.mean, sigma, bound);
  const under = distribution((bound - prediction.mean) / sigma);
  const at = (share: number): number =>
    under < 1 - 1e-9 ? prediction.mean + sigma * normalQuantile(under + share * (1 - under)) : bound;
  const value = Math.min(1, truncated.mean ** 2 + truncated.variance);
  return { value, low: Math.min(value, square(at(0.05))), high: Math.max(value, square(at(0.95))) };
}
