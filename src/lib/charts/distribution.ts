import { histogramOf, type Histogram } from '../domain/classify/histogram.ts';

/** One bar of a distribution, in shares of the drawing (0 to 1), from its lower left corner. */
export interface Bar {
  x: number;
  width: number;
  height: number;
  /** Whether the territory's own figure falls in it. */
  own: boolean;
}

export interface DistributionDrawing {
  from: number;
  to: number;
  bars: Bar[];
  /** Where the territory stands, 0 to 1; `null` when its figure is not known. */
  mark: number | null;
}

/** Bars of the distribution of peers, with the territory marked; `null` where there is none to draw. */
export function drawDistribution(sorted: Float64Array, value: number | null, bins = 32): DistributionDrawing | null {
  const histogram = histogramOf(sorted, bins);
  return histogram && layOut(histogram, value);
}

function layOut({ from, to, bins }: Histogram, value: number | null): DistributionDrawing {
  const most = Math.max(...bins);
  const at = value === null ? null : Math.min(1, Math.max(0, (value - from) / (to - from)));
  const own = at === null ? -1 : Math.min(bins.length - 1, Math.floor(at * bins.length));
  return {
    from,
    to,
    mark: at,
    bars: bins.map((count, bin) => ({
      x: bin / bins.length,
      width: 1 / bins.length,
      height: count / most,
      own: bin === own,
    })),
  };
}
