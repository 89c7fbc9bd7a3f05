import type { EstimateInputs } from './inputs.ts';
import { fitModel, type MedianCase, type Prediction, type Prepared } from './model.ts';

/** A commune predicted by a model that did not see it. */
export interface HeldOut {
  commune: number;
  prediction: Prediction;
  /** Square root of its rate, published or completed under its bound. */
  target: number;
}

/** Places communes in folds by a group, so that a whole group is held out together; without a group, alone. */
export const foldBy =
  (groups: Int32Array, folds: number) =>
  (commune: number): number => {
    const group = groups[commune] as number;
    return (group < 0 ? commune : group) % folds;
  };

/** Predicts every row from a model fitted on the other folds. */
export function holdOut(
  inputs: EstimateInputs,
  which: MedianCase,
  targets: Float64Array,
  rows: readonly number[],
  prepared: Prepared,
  foldOf: (commune: number) => number,
): HeldOut[] {
  const folds = new Set(rows.map(foldOf));
  return [...folds]
    .sort((a, b) => a - b)
    .flatMap((fold) => {
      const training = rows.filter((row) => foldOf(row) !== fold);
      const tested = rows.filter((row) => foldOf(row) === fold);
      return predictAll(inputs, which, targets, training, tested, prepared);
    });
}

/** Predicts some rows from a model fitted on others. */
export function predictAll(
  inputs: EstimateInputs,
  which: MedianCase,
  targets: Float64Array,
  training: readonly number[],
  tested: readonly number[],
  prepared: Prepared,
): HeldOut[] {
  if (training.length === 0) return [];
  const model = fitModel(inputs, which, targets, training, prepared);
  return tested.map((commune) => ({
    commune,
    prediction: model.predict(commune),
    target: targets[commune] as number,
  }));
}
