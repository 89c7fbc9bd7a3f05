import { belowBound, fitCensored } from './censored.ts';
import { fitCovariance, type Covariance } from './covariance.ts';
import { featuresOf, standardise, type Feature } from './design.ts';
import { FLOOR_UP_TO, hasDetail, withheldBound, type Case, type EstimateInputs } from './inputs.ts';
import { krige } from './kriging.ts';
import { Neighbourhood, placeOnSphere, type Positions } from './neighbours.ts';
import { predictRow, ridgeOn, type Matrix } from './ridge.ts';

/*
 * Rates are modelled by their square root: errors are then about as wide for a low rate as for a
 * high one, and the chance of who lives in a small commune no longer depends on the rate.
 */

const DETAIL_PENALTY = 3;
const PENALTY = 10;

/** People beyond which a commune weighs less in the regression: the communes to estimate are small. */
const HALF_WEIGHT_PEOPLE = 5000;

/** An estimate in the scale of the square root. */
export interface Prediction {
  mean: number;
  /** Variance of what the model does not know of the commune. */
  variance: number;
  /** Variance of the chance of who lives in it. */
  chance: number;
}

/** The square roots of the rates of the communes whose detail is published, and how sure each is. */
export interface Completed {
  /** Rows with a target: published ones, and withheld ones completed under their bound. */
  rows: number[];
  targets: Float64Array;
  /** What the first decile and its company say of each, before the bound. */
  means: Float64Array;
  sigma: number;
  coefficients: readonly { name: string; value: number }[];
  published: number;
  floored: number;
  bounded: number;
}

const named = (
  features: readonly Feature[],
  coefficients: Float64Array,
): { name: string; value: number }[] => [
  { name: 'Constante', value: coefficients[0] as number },
  ...features.map(({ name }, i) => ({ name, value: coefficients[i + 1] as number })),
];

export const isPublished = ({ standing }: EstimateInputs, commune: number): boolean =>
  standing[commune] === 'published' || standing[commune] === 'floor';

/**
 * First step: the rate from what is published with it. Among communes with a first decile, those
 * without a rate have fewer than 200 poor people, and a rate of 5 is « 5 or less »: both enter as
 * bounds. Their completed rates spare the second step a sample of the poorer ones only.
 */
export function completeDetail(inputs: EstimateInputs, training: (commune: number) => boolean): Completed {
  const { count, standing, rate, people } = inputs;
  const features = featuresOf(inputs, 'detail');
  const rows: number[] = [];
  const values = new Float64Array(count).fill(Number.NaN);
  const bounds = new Float64Array(count).fill(Number.NaN);
  let [published, floored, bounded] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    if (!hasDetail(inputs, i) || !((people[i] as number) > 0) || standing[i] === 'outside') continue;
    if (standing[i] === 'published') values[i] = Math.sqrt((rate[i] as number) / 100);
    else bounds[i] = Math.sqrt(standing[i] === 'floor' ? FLOOR_UP_TO : withheldBound(inputs, i));
    if (!training(i)) continue;
    rows.push(i);
    if (standing[i] === 'published') published++;
    else if (standing[i] === 'floor') floored++;
    else bounded++;
  }
  const matrix = standardise(features, count, rows);
  const ones = new Float64Array(count).fill(1);
  const fit = fitCensored(matrix, rows, { values, bounds }, ones, DETAIL_PENALTY);
  const means = new Float64Array(count).fill(Number.NaN);
  const targets = Float64Array.from(values);
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(values[i] as number) && Number.isNaN(bounds[i] as number)) continue;
    const mean = predictRow(matrix, i, fit.coefficients);
    means[i] = mean;
    if (Number.isNaN(values[i] as number))
      targets[i] = Math.max(0, belowBound(mean, fit.sigma, bounds[i] as number).mean);
  }
  return {
    rows,
    targets,
    means,
    sigma: fit.sigma,
    coefficients: named(features, fit.coefficients),
    published,
    floored,
    bounded,
  };
}

/** A fitted second step: median or context, census, neighbours. */
export interface Model {
  predict: (commune: number) => Prediction;
  covariance: Covariance;
  coefficients: readonly { name: string; value: number }[];
}

export type MedianCase = Exclude<Case, 'detail'>;

/** What every fit of a case reads, whatever its rows. */
export interface Prepared {
  features: readonly Feature[];
  positions: Positions;
}

export const prepare = (inputs: EstimateInputs, which: MedianCase): Prepared => ({
  features: featuresOf(inputs, which),
  positions: placeOnSphere(inputs.latitude, inputs.longitude),
});

/** The regression of one case on given rows, with the residuals of the neighbours. */
export function fitModel(
  inputs: EstimateInputs,
  which: MedianCase,
  targets: Float64Array,
  rows: readonly number[],
  prepared: Prepared = prepare(inputs, which),
): Model {
  const { features, positions } = prepared;
  const { count, people } = inputs;
  const matrix: Matrix = standardise(features, count, rows);
  const weights = people.map((value) => 1 / (1 + value / HALF_WEIGHT_PEOPLE));
  const coefficients = ridgeOn(matrix, rows, weights, PENALTY)(targets);
  const residuals = new Float64Array(count).fill(Number.NaN);
  for (const row of rows) residuals[row] = (targets[row] as number) - predictRow(matrix, row, coefficients);
  const around = new Neighbourhood(positions, rows);
  const covariance = fitCovariance(residuals, people, rows, around);
  return {
    covariance,
    coefficients: named(features, coefficients),
    predict: (commune) => {
      const { shift, variance } = krige(commune, residuals, people, around, covariance);
      return {
        mean: predictRow(matrix, commune, coefficients) + shift,
        variance: variance + covariance.own,
        chance: covariance.sampling / (people[commune] as number),
      };
    },
  };
}
