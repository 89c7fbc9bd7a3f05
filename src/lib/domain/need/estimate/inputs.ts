/**
 * What the estimate of the poverty rate reads of every commune. Unknown numbers are NaN, never 0.
 * Shares and rates are in %, money in euros a year, distances in degrees.
 */
export interface EstimateInputs {
  /** How many communes there are; every array has this length, in the order of the columns. */
  count: number;
  /** What the source says of the poverty rate. */
  standing: readonly Standing[];
  /** The published rate, rounded to a whole %; NaN where it is not published. */
  rate: Float64Array;
  /** People of fiscal households, Filosofi's own denominator. */
  people: Float64Array;
  population: Float64Array;
  latitude: Float64Array;
  longitude: Float64Array;
  /** Place of its EPCI and of its département; −1 where there is none. */
  epci: Int32Array;
  departement: Int32Array;
  overseas: Uint8Array;
  covariates: Readonly<Record<Covariate, Float64Array>>;
}

/**
 * `published`: a rate; `floor`: published at 5, « 5 % ou moins »; `withheld`: under secrecy;
 * `outside`: the source does not cover the commune.
 */
export type Standing = 'published' | 'floor' | 'withheld' | 'outside';

export const COVARIATES = [
  'median',
  'median2019',
  'firstDecile',
  'taxed',
  'minima',
  'owners',
  'vacant',
  'secondary',
  'activity',
  'unemployment',
  'seniors',
  'children',
  'executives',
  'workers',
  'graduates',
  'density',
] as const;

export type Covariate = (typeof COVARIATES)[number];

/**
 * A rate is published from about 200 poor people on: measured on the file, no published rate times
 * its people is below 199 once rounding is undone. Larger communes without a rate have fewer.
 */
export const POOR_TO_PUBLISH = 200;

/** A rate published at 5 stands for anything up to here, rounding included. */
export const FLOOR_UP_TO = 0.055;

/**
 * How the rate of a commune is estimated:
 * - `detail`: first decile, taxed households and minima are published, the rate is not, hence under 200 poor people;
 * - `median`: the median standard of living of 2021 is known;
 * - `older-median`: only that of 2019 is;
 * - `context`: neither; census, EPCI and département only.
 */
export const CASES = ['detail', 'median', 'older-median', 'context'] as const;

export type Case = (typeof CASES)[number];

export const hasDetail = ({ covariates }: EstimateInputs, commune: number): boolean =>
  !Number.isNaN(covariates.firstDecile[commune] as number);

/** The case of a commune whose rate is to be estimated. */
export function caseOf(inputs: EstimateInputs, commune: number): Case {
  if (hasDetail(inputs, commune)) return 'detail';
  if (!Number.isNaN(inputs.covariates.median[commune] as number)) return 'median';
  return Number.isNaN(inputs.covariates.median2019[commune] as number) ? 'context' : 'older-median';
}

/** The highest rate (0 to 1) that the absence of publication allows where its detail is published. */
export const withheldBound = ({ people }: EstimateInputs, commune: number): number =>
  Math.min(1, POOR_TO_PUBLISH / (people[commune] as number));
