import { fitScales, stratumOf, widen, type Scales } from './calibration.ts';
import type { Likeness } from './groups.ts';
import { judgeGroups, likenessOf } from './group-trial.ts';
import { foldBy, holdOut, predictAll, type HeldOut } from './held-out.ts';
import { withheldBound, type EstimateInputs } from './inputs.ts';
import { rateAbove, rateOf } from './interval.ts';
import type { Completed, Prepared } from './model.ts';
import { naiveRates } from './naive.ts';
import type { Validation } from './report.ts';
import { sizeLoss } from './size-loss.ts';
import { judge, type Guess } from './trial.ts';

/** Five or so départements are held out at a time; EPCI, ten or so times more of them. */
export const FOLDS = { departement: 20, epci: 10 } as const;

/** Groups of held-out communes are judged from this many on. */
const LEAST_IN_EPCI = 3;
const LEAST_IN_DEPARTEMENT = 5;

/** What every validation reads. */
export interface Study {
  inputs: EstimateInputs;
  completed: Completed;
  prepared: Prepared;
}

/** Whole groups held out together: départements, so that nothing near is known, or EPCI. */
export function validateByGroup(
  study: Study,
  id: 'departement' | 'epci',
): { validation: Validation; heldOut: HeldOut[] } {
  const { inputs, completed, prepared } = study;
  const foldOf = foldBy(inputs[id], FOLDS[id]);
  const heldOut = holdOut(inputs, 'median', completed.targets, completed.rows, prepared, foldOf);
  // The width of a fold's intervals is set on the others.
  const scales = new Map<number, Scales>();
  for (let fold = 0; fold < FOLDS[id]; fold++) {
    const others = heldOut.filter(({ commune }) => foldOf(commune) !== fold);
    scales.set(fold, fitScales(others, inputs.covariates.density));
  }
  const scalesOf = ({ commune }: HeldOut): Scales => scales.get(foldOf(commune)) as Scales;
  const likeness = {
    ...likenessOf(inputs, heldOut, fitScales(heldOut, inputs.covariates.density)),
    country: 0,
  };
  return { validation: report(study, id, completed.rows, heldOut, scalesOf, likeness), heldOut };
}

/** Taught by the larger communes only, widths included, then tried on the smallest. */
export function validateBySize(study: Study, atLeast: number, under: number): Validation {
  const { inputs, completed, prepared } = study;
  const large = completed.rows.filter((row) => (inputs.people[row] as number) >= atLeast);
  const small = completed.rows.filter((row) => (inputs.people[row] as number) < under);
  const among = holdOut(
    inputs,
    'median',
    completed.targets,
    large,
    prepared,
    foldBy(inputs.epci, FOLDS.epci),
  );
  const calibrated = fitScales(among, inputs.covariates.density);
  const { factor, shift } = sizeLoss(study, large, atLeast, calibrated);
  const scales = widen(calibrated, factor);
  const likeness = { ...likenessOf(inputs, among, calibrated), country: shift };
  const heldOut = predictAll(inputs, 'median', completed.targets, large, small, prepared);
  return report(study, 'taille', large, heldOut, () => scales, likeness);
}

function report(
  { inputs }: Study,
  id: Validation['id'],
  training: readonly number[],
  heldOut: readonly HeldOut[],
  scalesOf: (row: HeldOut) => Scales,
  likeness: Likeness,
): Validation {
  const scaleOf = (row: HeldOut): number =>
    scalesOf(row)[stratumOf(inputs.covariates.density[row.commune] as number)];
  // A rate published at 5 is no exact truth: those communes count among the completed ones only.
  const published = heldOut.filter(({ commune }) => inputs.standing[commune] === 'published');
  const official = ({ commune }: HeldOut): number => (inputs.rate[commune] as number) / 100;
  const naive = naiveRates(
    inputs,
    training.filter((row) => inputs.standing[row] === 'published'),
  );
  const guess = (row: HeldOut, truth: number): Guess => {
    const rate = rateOf(row.prediction, scaleOf(row));
    return { truth, value: rate.value, interval: rate };
  };
  const groups = (of: Int32Array, least: number): Validation['epci'] =>
    judgeGroups(inputs, heldOut, of, least, scalesOf, likeness);
  return {
    id,
    training: training.length,
    published: judge(published.map((row) => guess(row, official(row)))),
    conditional: judge(
      published.map((row) => {
        const rate = rateAbove(row.prediction, scaleOf(row), Math.sqrt(withheldBound(inputs, row.commune)));
        return { truth: official(row), value: rate.value, interval: rate };
      }),
    ),
    completed: judge(heldOut.map((row) => guess(row, row.target ** 2))),
    naive: judge(
      published.map((row) => ({ truth: official(row), value: naive(row.commune), interval: null })),
    ),
    epci: groups(inputs.epci, LEAST_IN_EPCI),
    departement: groups(inputs.departement, LEAST_IN_DEPARTEMENT),
    likeness,
  };
}
