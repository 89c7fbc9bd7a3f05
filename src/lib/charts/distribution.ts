import { histogramOf, type Histogram } from '../domain/classify/histogram.ts';

/** A distribution to draw: bars of equal width, and where the territory stands. */
export interface DistributionDrawing {
  from: number;
  to: number;
  /** Heights of the bars, 0 to 1. */
  heights: number[];
  /** The bar of the territory's own figure; −1 when it is not known. */
  own: number;
  /** Where the territory stands, 0 to 1; `null` when its figure is not known. */
  mark: number | null;
}

/** Bars asked for: as many as can be told apart in a small drawing. */
const BARS = 32;

/**
 * Bars of the distribution of peers, with the territory marked; `null` where there is none to draw.
 * `decimals` are those of the figures: bars hold whole steps of them.
 */
export function drawDistribution(
  sorted: Float64Array,
  value: number | null,
  decimals: number,
): DistributionDrawing | null {
  const histogram = histogramOf(sorted, decimals, BARS);
  return histogram && layOut(histogram, value);
}

function layOut({ from, step, bins }: Histogram, value: number | null): DistributionDrawing {
  const most = Math.max(...bins);
  const to = from + step * bins.length;
  const mark = value === null ? null : Math.min(1, Math.max(0, (value - from) / (to - from)));
  return {
    from,
    to,
    heights: bins.map((count) => Math.round((1000 * count) / most) / 1000),
    own: mark === null ? -1 : Math.min(bins.length - 1, Math.floor(mark * bins.length)),
    mark,
  };
}
