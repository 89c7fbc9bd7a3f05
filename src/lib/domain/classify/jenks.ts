import { ckmeans } from 'simple-statistics';
import type { BreakMethod } from './method.ts';

/**
 * Natural groups: the least variance inside classes. Ckmeans finds the optimum that Jenks
 * approaches, on every value (35,000 communes take about 60 ms, so no sample is drawn).
 */
export const jenksBreaks: BreakMethod = (sorted, count) => {
  const groups = ckmeans(Array.from(sorted), Math.min(count, countDistinct(sorted)));
  return groups.slice(1).map((group) => group[0] as number);
};

function countDistinct(sorted: Float64Array): number {
  let distinct = 1;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) distinct++;
  return distinct;
}
