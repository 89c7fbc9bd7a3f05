import { correlate } from '../correlation.ts';
import type { Rate } from './interval.ts';

/** Held-out figures against the truth, in points of %. */
export interface Trial {
  n: number;
  /** Mean absolute error, root of the mean squared error, mean signed error (estimate less truth). */
  mae: number;
  rmse: number;
  bias: number;
  /** Share of the true figures inside the 90 % interval; `null` where there is no interval. */
  coverage: number | null;
  spearman: number | null;
}

/** One estimate and the truth, both 0 to 1. */
export interface Guess {
  truth: number;
  value: number;
  interval: Pick<Rate, 'low' | 'high'> | null;
}

export function judge(guesses: readonly Guess[]): Trial {
  const n = guesses.length;
  const mean = (of: (guess: Guess) => number): number =>
    n === 0 ? 0 : guesses.reduce((sum, guess) => sum + of(guess), 0) / n;
  const error = ({ truth, value }: Guess): number => 100 * (value - truth);
  const bounded = guesses.filter(({ interval }) => interval !== null);
  const { spearman } = correlate({
    x: Float64Array.from(guesses, ({ value }) => value),
    y: Float64Array.from(guesses, ({ truth }) => truth),
  });
  return {
    n,
    mae: mean((guess) => Math.abs(error(guess))),
    rmse: Math.sqrt(mean((guess) => error(guess) ** 2)),
    bias: mean(error),
    coverage: bounded.length === 0 || bounded.length < n ? null : bounded.filter(isInside).length / n,
    spearman,
  };
}

const isInside = ({ truth, interval }: Guess): boolean =>
  interval !== null && truth >= interval.low - 1e-12 && truth <= interval.high + 1e-12;
