/** How values are cut into classes. `manual` takes the limits of the person. */
export const CLASS_METHODS = [
  'quantile',
  'equal',
  'jenks',
  'deviation',
  'geometric',
  'head-tail',
  'manual',
] as const;

export type ClassMethod = (typeof CLASS_METHODS)[number];

/** Fewer hides the country, more cannot be told apart by eye. */
export const MIN_CLASSES = 3;
export const MAX_CLASSES = 9;
export const DEFAULT_CLASSES = 5;

/**
 * Proposes the inner limits of `count` classes of known values, sorted ascending and never empty.
 * Limits may repeat or fall outside of the values: `tidyBreaks` makes them usable.
 */
export type BreakMethod = (sorted: Float64Array, count: number) => number[];
