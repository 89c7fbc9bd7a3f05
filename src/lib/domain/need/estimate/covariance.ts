import type { Neighbourhood } from './neighbours.ts';

/**
 * How alike the residuals of two communes are by the distance between them, and what is left to each:
 * near·e^(−d/nearKm) + far·e^(−d/farKm), plus own + sampling / people for a commune with itself.
 */
export interface Covariance {
  near: number;
  nearKm: number;
  far: number;
  farKm: number;
  own: number;
  /** Chance of who lives in a small commune: divided by its people. */
  sampling: number;
}

const NEAR_KM = [6, 9, 13, 18, 25];
const FAR_KM = [40, 60, 90, 140];
const BIN_EDGES_KM = [0, 4, 8, 12, 16, 20, 25, 30, 40, 50, 70];

/**
 * In the scale of the square root, the chance of drawing poor people adds about ¼·d / people to a
 * rate, where d is how much people of one household count together: 2 at the least, 3 with children.
 * What is measured is kept inside these limits, since it is carried to communes with far fewer people.
 */
const SAMPLING_LIMITS = [0.5, 0.8] as const;

/** Spatial covariance of two communes at a distance. */
export const alike = ({ near, nearKm, far, farKm }: Covariance, km: number): number =>
  near * Math.exp(-km / nearKm) + far * Math.exp(-km / farKm);

/** What a commune does not share with its neighbours. */
export const ownVariance = ({ own, sampling }: Covariance, people: number): number => own + sampling / people;

/** Fits a covariance on residuals, by least squares on the mean product of pairs by distance. */
export function fitCovariance(
  residuals: Float64Array,
  people: Float64Array,
  rows: readonly number[],
  around: Neighbourhood,
): Covariance {
  const bins = binPairs(residuals, around);
  let best = { error: Infinity, near: 0, nearKm: NEAR_KM[0] as number, far: 0, farKm: FAR_KM[0] as number };
  for (const nearKm of NEAR_KM) {
    for (const farKm of FAR_KM) {
      const [near, far] = twoPositive(
        bins,
        (km) => Math.exp(-km / nearKm),
        (km) => Math.exp(-km / farKm),
      );
      const error = bins.reduce((sum, { km, product, pairs }) => {
        const miss = product - near * Math.exp(-km / nearKm) - far * Math.exp(-km / farKm);
        return sum + pairs * miss * miss;
      }, 0);
      if (error < best.error) best = { error, near, nearKm, far, farKm };
    }
  }
  const { near, nearKm, far, farKm } = best;
  return { near, nearKm, far, farKm, ...ownParts(residuals, people, rows, near + far) };
}

interface Bin {
  km: number;
  product: number;
  pairs: number;
}

/** Fewer pairs than this say nothing of their distance. */
const MINIMUM_PAIRS = 30;

/** The bin of each whole kilometre. */
const BIN_OF_KM = Uint8Array.from(
  { length: BIN_EDGES_KM.at(-1) as number },
  (_, km) => BIN_EDGES_KM.findIndex((edge) => km < edge) - 1,
);

/** Mean product of residuals of pairs, by distance. */
function binPairs(residuals: Float64Array, around: Neighbourhood): Bin[] {
  const count = BIN_EDGES_KM.length - 1;
  const kilometres = new Float64Array(count);
  const products = new Float64Array(count);
  const pairs = new Float64Array(count);
  around.visitPairs(BIN_OF_KM.length, (a, b, km) => {
    const bin = BIN_OF_KM[Math.floor(km)] as number;
    kilometres[bin] = (kilometres[bin] as number) + km;
    products[bin] = (products[bin] as number) + (residuals[a] as number) * (residuals[b] as number);
    pairs[bin] = (pairs[bin] as number) + 1;
  });
  return Array.from(pairs, (n, bin) => ({
    km: (kilometres[bin] as number) / n,
    product: (products[bin] as number) / n,
    pairs: n,
  })).filter((bin) => bin.pairs >= MINIMUM_PAIRS);
}

/** Least squares on two curves, neither coefficient below zero. */
function twoPositive(
  bins: readonly Bin[],
  f: (km: number) => number,
  g: (km: number) => number,
): [number, number] {
  let [ff, fg, gg, fy, gy] = [0, 0, 0, 0, 0];
  for (const { km, product, pairs } of bins) {
    const [a, b] = [f(km), g(km)];
    ff += pairs * a * a;
    fg += pairs * a * b;
    gg += pairs * b * b;
    fy += pairs * a * product;
    gy += pairs * b * product;
  }
  const determinant = ff * gg - fg * fg;
  const first = determinant > 0 ? (gg * fy - fg * gy) / determinant : 0;
  const second = determinant > 0 ? (ff * gy - fg * fy) / determinant : 0;
  if (first >= 0 && second >= 0) return [first, second];
  if (first < 0) return [0, gg > 0 ? Math.max(0, gy / gg) : 0];
  return [ff > 0 ? Math.max(0, fy / ff) : 0, 0];
}

/** What is left to each commune: squared residuals less the shared part, against one over its people. */
function ownParts(
  residuals: Float64Array,
  people: Float64Array,
  rows: readonly number[],
  shared: number,
): { own: number; sampling: number } {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const inverse = 1 / (people[row] as number);
    const square = (residuals[row] as number) ** 2;
    if (!Number.isFinite(inverse)) continue;
    n++;
    x += inverse;
    y += square;
    xx += inverse * inverse;
    xy += inverse * square;
  }
  if (n === 0) return { own: 0, sampling: SAMPLING_LIMITS[0] };
  const spread = xx / n - (x / n) ** 2;
  const slope = spread > 0 ? (xy / n - (x / n) * (y / n)) / spread : 0;
  const sampling = Math.min(SAMPLING_LIMITS[1], Math.max(SAMPLING_LIMITS[0], slope));
  const own = y / n - shared - (sampling * x) / n;
  return { own: Math.max(own, 0.05 * (y / n)), sampling };
}
