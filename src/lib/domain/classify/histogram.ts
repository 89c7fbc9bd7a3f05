import { firstAtLeast } from './first-at-least.ts';

/** How many values fall in each of the equal steps from `from` to `to`. */
export interface Histogram {
  from: number;
  to: number;
  bins: number[];
  /** Values below `from` and above `to`, counted in the end bins: the rare extremes. */
  clipped: number;
}

const BINS = 48;

/** Share of values on each side whose extremes would flatten the rest of the drawing. */
const TAIL = 0.005;

/** Counts of values sorted ascending; `null` when they are all equal or there are none. */
export function histogramOf(sorted: Float64Array, bins = BINS): Histogram | null {
  const n = sorted.length;
  if (n === 0) return null;
  const from = sorted[Math.floor(n * TAIL)] as number;
  const to = sorted[Math.ceil(n * (1 - TAIL)) - 1] as number;
  if (!(to > from)) return null;
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) {
    const at = Math.floor(((value - from) / (to - from)) * bins);
    const bin = Math.min(bins - 1, Math.max(0, at));
    counts[bin] = (counts[bin] as number) + 1;
  }
  let above = n;
  while (above > 0 && (sorted[above - 1] as number) > to) above--;
  return { from, to, bins: counts, clipped: firstAtLeast(sorted, from) + (n - above) };
}
