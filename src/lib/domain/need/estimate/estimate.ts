import { fitScales, scaleOf, stratumOf, widen, type Scales } from './calibration.ts';
import { likenessOf } from './group-trial.ts';
import { groupDeviation, type GroupPart, type Likeness } from './groups.ts';
import { foldBy, holdOut } from './held-out.ts';
import { caseOf, CASES, withheldBound, type Case, type EstimateInputs } from './inputs.ts';
import { rateBelow, rateOf, Z90, type Rate } from './interval.ts';
import { completeDetail, fitModel, prepare, type Completed, type MedianCase, type Model } from './model.ts';
import { completePeople } from './people.ts';
import type { CaseReport, DeclinedReport, EstimateReport, WideRate } from './report.ts';
import { judge, type Guess } from './trial.ts';
import { sizeLoss } from './size-loss.ts';
import { validateByGroup, validateBySize, type Study } from './validation.ts';

/** Fewer published rates than this teach nothing: about two a covariate. */
export const NEEDED_RATES = 50;

/** People from which Filosofi publishes the first decile: the least that teach the model. */
const SMALLEST_TAUGHT = 2_000;

/** A second step, among larger communes, at which the same loss is seen. */
const UPPER_STEP = 5_000;

const DETAIL_FOLDS = 10;
const OTHER_FOLDS = 5;

/** Rounding to a whole %: uniform over one point. */
const ROUNDING = 0.01 / Math.sqrt(12);

/** The rate of a commune, 0 to 1: published, or estimated with its interval. */
export interface CommuneRate extends Rate {
  how: 'published' | Case;
  /** Deviations of its error, as in `GroupPart`; kept to put communes together. */
  shared: number;
  own: number;
  slope: number;
}

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
  const models: Record<MedianCase, { model: Model; scales: Scales }> = {
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

/** What a commune brings to a group; `weight` is its people for a rate, 1 for a count. */
export const groupPart = (
  inputs: Pick<EstimateInputs, 'epci' | 'departement'>,
  { shared, own, slope }: Pick<CommuneRate, 'shared' | 'own' | 'slope'>,
  commune: number,
  weight: number,
): GroupPart => ({
  weight,
  shared,
  own,
  slope,
  epci: inputs.epci[commune] as number,
  departement: inputs.departement[commune] as number,
});

function rateOfCommune(
  inputs: EstimateInputs,
  commune: number,
  completed: Completed,
  detailScale: number,
  models: Readonly<Record<MedianCase, { model: Model; scales: Scales }>>,
): CommuneRate | null {
  const standing = inputs.standing[commune];
  if (standing === 'outside' || !((inputs.people[commune] as number) > 0)) return null;
  if (standing !== 'withheld') {
    const value = (inputs.rate[commune] as number) / 100;
    return { how: 'published', value, low: value, high: value, shared: 0, own: ROUNDING, slope: 0 };
  }
  const how = caseOf(inputs, commune);
  if (how === 'detail') {
    const bound = Math.sqrt(withheldBound(inputs, commune));
    const rate = rateBelow(completed.means[commune] as number, detailScale * completed.sigma, bound);
    return { how, ...rate, shared: 0, own: (rate.high - rate.low) / (2 * Z90), slope: 0 };
  }
  const { model, scales } = models[how];
  const prediction = model.predict(commune);
  const scale = scales[stratumOf(inputs.covariates.density[commune] as number)];
  const slope = 2 * Math.max(0, prediction.mean);
  return {
    how,
    ...rateOf(prediction, scale),
    shared: slope * scale * Math.sqrt(prediction.variance),
    own: slope * scale * Math.sqrt(prediction.chance),
    slope,
  };
}

/** The first step, held out by EPCI: how wide its intervals must be, and how far it errs. */
function tryDetail(inputs: EstimateInputs): { scale: number; trial: CaseReport['trial'] } {
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

interface Tried {
  model: Model;
  scales: Scales;
  trial: CaseReport['trial'];
}

/** A case with less to read: its own regression, its own widths. */
function tryOther({ inputs, completed }: Study, which: MedianCase, factor: number): Tried {
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

function summary(
  { people }: EstimateInputs,
  rates: readonly (CommuneRate | null)[],
  which: Case,
): Pick<CaseReport, 'communes' | 'people' | 'mean'> {
  let [communes, count, poor] = [0, 0, 0];
  rates.forEach((rate, commune) => {
    if (rate?.how !== which) return;
    communes++;
    count += people[commune] as number;
    poor += rate.value * (people[commune] as number);
  });
  return { communes, people: Math.round(count), mean: count > 0 ? (100 * poor) / count : 0 };
}

function wideRate(
  inputs: EstimateInputs,
  rates: readonly (CommuneRate | null)[],
  likeness: Likeness,
  among: (commune: number) => boolean,
): WideRate {
  let [people, poor, publishedPeople, publishedPoor] = [0, 0, 0, 0];
  const parts: GroupPart[] = [];
  rates.forEach((rate, commune) => {
    if (!rate || !among(commune)) return;
    const count = inputs.people[commune] as number;
    people += count;
    poor += count * rate.value;
    parts.push(groupPart(inputs, rate, commune, count));
    if (rate.how !== 'published') return;
    publishedPeople += count;
    publishedPoor += count * rate.value;
  });
  const reach = Z90 * groupDeviation(parts, likeness);
  return {
    value: (100 * poor) / people,
    low: (100 * (poor - reach)) / people,
    high: (100 * (poor + reach)) / people,
    people: Math.round(people),
    published: publishedPeople / people,
    naive: (100 * publishedPoor) / publishedPeople,
  };
}
