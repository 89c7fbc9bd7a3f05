import { fitScales, widen } from './calibration.ts';
import { tryDetail, tryOther, type Tried } from './case-trials.ts';
import { rateOfCommune, type CommuneRate, type Tuned } from './commune-rate.ts';
import { likenessOf } from './group-trial.ts';
import type { Likeness } from './groups.ts';
import { CASES, type EstimateInputs } from './inputs.ts';
import { completeDetail, fitModel, prepare, type MedianCase } from './model.ts';
import { completePeople } from './people.ts';
import type { CaseReport, DeclinedReport, EstimateReport } from './report.ts';
import { sizeLoss } from './size-loss.ts';
import { summary, wideRate } from './summary.ts';
import { validateByGroup, validateBySize, type Study } from './validation.ts';

/** Fewer published rates than this teach nothing: about two a covariate. */
export const NEEDED_RATES = 50;

/** People from which Filosofi publishes the first decile: the least that teach the model. */
const SMALLEST_TAUGHT = 2_000;

/** A second step, among larger communes, at which the same loss is seen. */
const UPPER_STEP = 5_000;

export interface Estimate {
  /** `null` where the source does not cover the commune, or nobody lives there. */
  rates: readonly (CommuneRate | null)[];
  /** People of fiscal households, completed. */
  people: Float64Array;
  likeness: Likeness;
  report: EstimateReport;
}

/**
 * Estimates the poverty rate where it is withheld, and judges the estimate. Pure and deterministic: the
 * same figures, in any order of communes, give the same estimate. See docs/adr/0007.
 */
export function estimatePoverty(
  given: EstimateInputs,
): { estimate: Estimate } | { estimate: null; report: DeclinedReport } {
  const inputs = { ...given, people: completePeople(given) };
  const completed = completeDetail(inputs, () => true);
  const published = completed.published + completed.floored;
  if (published < NEEDED_RATES)
    return { estimate: null, report: { outcome: 'declined', published, needed: NEEDED_RATES } };

  const study: Study = { inputs, completed, prepared: prepare(inputs, 'median') };
  const byEpci = validateByGroup(study, 'epci');
  const calibrated = fitScales(byEpci.heldOut, inputs.covariates.density);
  const loss = sizeLoss(study, completed.rows, SMALLEST_TAUGHT, calibrated);
  const scales = widen(calibrated, loss.factor);
  const detail = tryDetail(inputs);
  const likeness: Likeness = {
    ...likenessOf(inputs, byEpci.heldOut, calibrated),
    // Seen at two steps; the way from the known communes to the withheld ones is a third.
    country:
      Math.hypot(loss.shift, sizeLoss(study, completed.rows, UPPER_STEP, calibrated).shift) / Math.SQRT2,
  };
  const others = (['older-median', 'context'] as const).map((which) => tryOther(study, which, loss.factor));
  const models: Record<MedianCase, Tuned> = {
    median: { model: fitModel(inputs, 'median', completed.targets, completed.rows, study.prepared), scales },
    'older-median': others[0] as Tried,
    context: others[1] as Tried,
  };
  const rates = Array.from({ length: inputs.count }, (_, commune) =>
    rateOfCommune(inputs, commune, completed, detail.scale, models),
  );
  const report: EstimateReport = {
    outcome: 'estimated',
    published: inputs.standing.filter((standing) => standing === 'published').length,
    floored: inputs.standing.filter((standing) => standing === 'floor').length,
    outside: inputs.standing.filter((standing) => standing === 'outside').length,
    detail: { rows: completed.rows.length, bounded: completed.bounded, sigma: completed.sigma },
    cases: CASES.map((which): CaseReport => ({
      which,
      ...summary(inputs, rates, which),
      coefficients: which === 'detail' ? completed.coefficients : models[which].model.coefficients,
      covariance: which === 'detail' ? null : models[which].model.covariance,
      trial:
        which === 'detail'
          ? detail.trial
          : which === 'median'
            ? byEpci.validation.published
            : (others[which === 'older-median' ? 0 : 1] as Tried).trial,
    })),
    scales,
    sizeFactor: loss.factor,
    detailScale: detail.scale,
    likeness,
    validations: [
      validateByGroup(study, 'departement').validation,
      validateBySize(study, UPPER_STEP, 3_000),
      byEpci.validation,
    ],
    country: wideRate(inputs, rates, likeness, () => true),
    mainland: wideRate(inputs, rates, likeness, (commune) => inputs.overseas[commune] === 0),
  };
  return { estimate: { rates, people: inputs.people, likeness, report } };
}
