import { stratumOf, type Scales } from './calibration.ts';
import type { GroupPart } from './groups.ts';
import { caseOf, withheldBound, type Case, type EstimateInputs } from './inputs.ts';
import { rateBelow, rateOf, Z90, type Rate } from './interval.ts';
import type { Completed, MedianCase, Model } from './model.ts';

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

/** A fitted second step and the widths of its intervals. */
export interface Tuned {
  model: Model;
  scales: Scales;
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

/** The rate of one commune, by the case it falls in; `null` outside the source, or where nobody lives. */
export function rateOfCommune(
  inputs: EstimateInputs,
  commune: number,
  completed: Completed,
  detailScale: number,
  models: Readonly<Record<MedianCase, Tuned>>,
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
