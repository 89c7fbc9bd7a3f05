import type { BreakMethod } from './method.ts';

/** As many territories in each class, as far as equal values allow: limits are values that exist. */
export const quantileBreaks: BreakMethod = (sorted, count) =>
  Array.from(
    { length: count - 1 },
    (_, i) => sorted[Math.round(((i + 1) * sorted.length) / count)] ?? Number.NaN,
  );
