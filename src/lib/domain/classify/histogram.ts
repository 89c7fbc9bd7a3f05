/** How many values fall in each step of width `step` from `from` on. */
export interface Histogram {
  from: number;
  /** The greatest value that is not clipped. */
  to: number;
  step: number;
  bins: number[];
  /** Values below `from` and above the last step, counted in the end bins: the rare extremes. */
  clipped: number;
}

const BINS = 48;

/** Share of values on each side whose extremes would flatten the rest of the drawing. */
const TAIL = 0.005;

/**
 * Counts of values sorted ascending, in at most `most` steps; `null` when they are all equal or there
 * are none. Steps are whole numbers of the last decimal of the values, or some would hold one more of
 * them than the next and the drawing would be a comb.
 */
export function histogramOf(sorted: Float64Array, decimals = 6, most = BINS): Histogram | null {
  const n = sorted.length;
  if (n === 0) return null;
  const from = sorted[Math.floor(n * TAIL)] as number;
  const to = sorted[Math.ceil(n * (1 - TAIL)) - 1] as number;
  if (!(to > from)) return null;
  const unit = 10 ** -decimals;
  const step = Math.max(1, Math.ceil((to - from) / most / unit)) * unit;
  // Half a unit of tolerance: 0.3 / 0.1 is a little under 3.
  const binOf = (value: number): number => Math.floor((value - from) / step + unit / (2 * step));
  const bins = new Array<number>(binOf(to) + 1).fill(0);
  let clipped = 0;
  for (const value of sorted) {
    const bin = binOf(value);
    if (bin < 0 || bin >= bins.length) clipped++;
    const kept = Math.min(bins.length - 1, Math.max(0, bin));
    bins[kept] = (bins[kept] as number) + 1;
  }
  return { from, to, step, bins, clipped };
}
