import type { FigureSource } from './source.ts';

/**
 * How a figure of communes becomes that of a group of them:
 * - `sum`: counts add up;
 * - `mean`: a rate, by its own denominator `weight` (a stand-in where the source gives a percentage only);
 * - `mean-of-medians`: a median does not aggregate; shown only as « moyenne pondérée des médianes »;
 * - `none`: classes, bands and published scores do not aggregate.
 */
export type AggregateRule =
  | { rule: 'sum' }
  | { rule: 'mean'; weight: string; label: string }
  | { rule: 'mean-of-medians'; weight: string; label: string }
  | { rule: 'none'; reason: string };

export type Theme = 'population' | 'pauvrete' | 'connexion' | 'fragilite' | 'typologie' | 'tableaux';

/** What the figure is; decides how it is written, classed and compared. */
export type Kind =
  | 'count'
  | 'rate'
  | 'euros'
  | 'score'
  | 'band'
  | 'category'
  | 'evolution'
  /** A quantity that is neither a share nor a number of things: a distance. */
  | 'measure'
  /** A day, held as `day-number.ts` says. */
  | 'date';

/** One indicator of the catalogue: everything that must be said of its figures. */
export interface Indicator {
  id: string;
  theme: Theme;
  label: string;
  /** For legends and tables. */
  short: string;
  kind: Kind;
  /** As written after a figure: « % », « € par an », « habitants ». */
  unit: string;
  decimals: number;
  year: string;
  source: FigureSource;
  /** Which end speaks of a fragile territory; `null` when neither does. */
  worse: 'high' | 'low' | null;
  definition: string;
  formula: string;
  limits: string;
  aggregate: AggregateRule;
  /** The classes of a category or a band, by value. */
  classes?: readonly { value: number; label: string }[];
}

/** Whether figures are lengths that compare: neither classes, nor days, nor counts, which follow the size of a territory. */
export const isMeasured = ({ kind, classes }: Pick<Indicator, 'kind' | 'classes'>): boolean =>
  classes === undefined && kind !== 'count' && kind !== 'date';
