import type { BreakMethod } from './method.ts';

/** Classes of the same width, from the least to the greatest value. */
export const equalBreaks: BreakMethod = (sorted, count) => {
  const low = sorted[0] as number;
  const high = sorted[sorted.length - 1] as number;
  return Array.from({ length: count - 1 }, (_, i) => low + ((high - low) * (i + 1)) / count);
};
