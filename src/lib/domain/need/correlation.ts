import { orderOfValues } from './order.ts';

/** How two measures of the same territories go together. */
export interface Correlation {
  /** Territories where both are known: the only ones compared. */
  n: number;
  /** Of the figures, −1 to 1; `null` when fewer than two pairs are known or one measure is constant. */
  pearson: number | null;
  /** Of the ranks (equal figures share the middle one): −1 to 1 whatever the units and curves. */
  spearman: number | null;
}

/** Figures known in both measures, side by side. */
export interface Pairs {
  ordinals: Uint32Array;
  x: Float64Array;
  y: Float64Array;
}

/** The territories where both figures are known (not NaN); of some ordinals only when `among` is given. */
export function pairsOf(x: Float64Array, y: Float64Array, among?: ArrayLike<number>): Pairs {
  const kept: number[] = [];
  const take = (at: number): void => {
    if (Number.isFinite(x[at]) && Number.isFinite(y[at])) kept.push(at);
  };
  if (among) for (let i = 0; i < among.length; i++) take(among[i] as number);
  else for (let at = 0; at < x.length; at++) take(at);
  return {
    ordinals: Uint32Array.from(kept),
    x: Float64Array.from(kept, (at) => x[at] as number),
    y: Float64Array.from(kept, (at) => y[at] as number),
  };
}

/** Pearson's and Spearman's correlations of known pairs. */
export function correlate({ x, y }: Pick<Pairs, 'x' | 'y'>): Correlation {
  return { n: x.length, pearson: pearson(x, y), spearman: pearson(middleRanks(x), middleRanks(y)) };
}

/** Covariance over the deviations, around the means first: no digit is lost to large figures. */
function pearson(x: Float64Array, y: Float64Array): number | null {
  const n = x.length;
  if (n < 2) return null;
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    const dx = (x[i] as number) - mx;
    const dy = (y[i] as number) - my;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (isConstant(x) || isConstant(y) || !(xx > 0) || !(yy > 0)) return null;
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}

/** The mean of equal figures may differ from them in the last digit: deviations are no proof. */
const isConstant = (values: Float64Array): boolean => values.every((value) => value === values[0]);

/** Rank of each value, from 1; equal values share the mean of their ranks. */
export function middleRanks(values: Float64Array): Float64Array {
  const order = orderOfValues(values);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    for (let k = from; k < to; k++) ranks[order[k] as number] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}
