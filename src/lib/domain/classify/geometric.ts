import { equalBreaks } from './equal.ts';
import type { BreakMethod } from './method.ts';

/**
 * Each class is wider than the one before by the same ratio, for values spread over several orders
 * of magnitude. The progression starts at the least positive value; zero and negative values join
 * the first class. Without two different positive values, classes are of equal width.
 */
export const geometricBreaks: BreakMethod = (sorted, count) => {
  const low = sorted.find((value) => value > 0);
  const high = sorted[sorted.length - 1] as number;
  if (low === undefined || low === high) return equalBreaks(sorted, count);
  return Array.from({ length: count - 1 }, (_, i) => low * (high / low) ** ((i + 1) / count));
};
