import { fitScales, scaleOf, stratumOf, widen } from './calibration.ts';
import type { Tuned } from './commune-rate.ts';
import { foldBy, holdOut } from './held-out.ts';
import type { EstimateInputs } from './inputs.ts';
import { rateOf } from './interval.ts';
import { completeDetail, fitModel, prepare, type MedianCase } from './model.ts';
import { judge, type Guess, type Trial } from './trial.ts';
import type { Study } from './validation.ts';

const DETAIL_FOLDS = 10;
const OTHER_FOLDS = 5;

/** The first step, held out by EPCI: how wide its intervals must be, and how far it errs. */
export function tryDetail(inputs: EstimateInputs): { scale: number; trial: Trial } {
  const foldOf = foldBy(inputs.epci, DETAIL_FOLDS);
  const guesses: (Guess & { error: number; deviation: number })[] = [];
  for (let fold = 0; fold < DETAIL_FOLDS; fold++) {
    const { means, sigma } = completeDetail(inputs, (commune) => foldOf(commune) !== fold);
    for (let i = 0; i < inputs.count; i++) {
      const mean = means[i] as number;
      if (inputs.standing[i] !== 'published' || foldOf(i) !== fold || Number.isNaN(mean)) continue;
      const truth = (inputs.rate[i] as number) / 100;
      const rate = rateOf({ mean, variance: sigma * sigma, chance: 0 }, 1);
      guesses.push({
        truth,
        value: rate.value,
        interval: rate,
        error: mean - Math.sqrt(truth),
        deviation: sigma,
      });
    }
  }
  return { scale: scaleOf(guesses), trial: judge(guesses) };
}

export interface Tried extends Tuned {
  trial: Trial;
}

/** A case with less to read: its own regression, its own widths. */
export function tryOther({ inputs, completed }: Study, which: MedianCase, factor: number): Tried {
  const prepared = prepare(inputs, which);
  const { targets, rows } = completed;
  const heldOut = holdOut(inputs, which, targets, rows, prepared, foldBy(inputs.epci, OTHER_FOLDS));
  const { density } = inputs.covariates;
  const scales = fitScales(heldOut, density);
  return {
    model: fitModel(inputs, which, targets, rows, prepared),
    scales: widen(scales, factor),
    trial: judge(
      heldOut
        .filter(({ commune }) => inputs.standing[commune] === 'published')
        .map(({ commune, prediction }) => {
          const rate = rateOf(prediction, scales[stratumOf(density[commune] as number)]);
          return { truth: (inputs.rate[commune] as number) / 100, value: rate.value, interval: rate };
        }),
    ),
  };
}
