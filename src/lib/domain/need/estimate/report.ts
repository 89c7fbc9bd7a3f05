import type { Scales } from './calibration.ts';
import type { Covariance } from './covariance.ts';
import type { Likeness } from './groups.ts';
import type { Case } from './inputs.ts';
import type { Trial } from './trial.ts';

/** Raised when the model, or the shape of what it says of itself, changes. */
export const MODEL_REVISION = 1;

export interface Coefficient {
  name: string;
  /** For a covariate one standard deviation above its mean, in the scale of the square root of the rate. */
  value: number;
}

export interface CaseReport {
  which: Case;
  /** Communes estimated this way, and their people. */
  communes: number;
  people: number;
  /** People-weighted mean of their estimated rates, in %. */
  mean: number;
  coefficients: readonly Coefficient[];
  covariance: Covariance | null;
  /** Held-out by EPCI, on communes whose rate is published. */
  trial: Trial;
}

/** One way of holding communes out. */
export interface Validation {
  id: 'departement' | 'taille' | 'epci';
  training: number;
  /** Communes with a published rate: the truth is official. */
  published: Trial;
  /** The same, told that the commune is published, hence has 200 poor people or more. */
  conditional: Trial;
  /** Every commune whose detail is published; the rate of the withheld ones is that of the first step. */
  completed: Trial;
  /** The mean of the département's other published rates, on the communes of `published`. */
  naive: Trial;
  /** Held-out communes put together by EPCI and by département. */
  epci: Trial;
  departement: Trial;
  likeness: Likeness;
}

/** A rate of many communes, in %. */
export interface WideRate {
  value: number;
  low: number;
  high: number;
  people: number;
  /** Share of people whose commune's rate is published. */
  published: number;
  /** What the published communes alone would say. */
  naive: number;
}

/** Everything the page of the method says of the model. */
export interface EstimateReport {
  outcome: 'estimated';
  /** Rates published, published at 5, and not covered. */
  published: number;
  floored: number;
  outside: number;
  /** First step: rows with a first decile, whose rate is not published, and the residual deviation. */
  detail: { rows: number; bounded: number; sigma: number };
  cases: CaseReport[];
  /** Scales of the intervals, widened by `sizeFactor` since the communes to estimate are smaller than the known ones. */
  scales: Scales;
  sizeFactor: number;
  detailScale: number;
  likeness: Likeness;
  validations: Validation[];
  /** The whole field of the source, and without overseas. */
  country: WideRate;
  mainland: WideRate;
}

/** Too little is published to teach a model. */
export interface DeclinedReport {
  outcome: 'declined';
  published: number;
  needed: number;
}

export type ModelReport = EstimateReport | DeclinedReport;
