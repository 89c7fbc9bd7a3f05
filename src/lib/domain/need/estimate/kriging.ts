import { alike, ownVariance, type Covariance } from './covariance.ts';
import { factor, solve } from './linear.ts';
import { distanceKm, type Neighbour, type Neighbourhood } from './neighbours.ts';

/** Neighbours that correct a commune: beyond sixteen, the nearest hide the others. */
const NEIGHBOURS = 16;

export interface Correction {
  /** What the neighbours' residuals say of this one. */
  shift: number;
  /** Variance of the shared part once they have spoken. */
  variance: number;
}

/** Simple kriging of a commune's residual from those of its nearest neighbours. */
export function krige(
  target: number,
  residuals: Float64Array,
  people: Float64Array,
  around: Neighbourhood,
  covariance: Covariance,
): Correction {
  const total = covariance.near + covariance.far;
  const near = around.nearest(target, NEIGHBOURS);
  const n = near.length;
  if (n === 0 || total === 0) return { shift: 0, variance: total };
  const matrix = new Float64Array(n * n);
  const toTarget = new Float64Array(n);
  near.forEach(({ row, km }, i) => {
    toTarget[i] = alike(covariance, km);
    matrix[i * n + i] = total + ownVariance(covariance, people[row] as number);
    for (let j = 0; j < i; j++) {
      const other = (near[j] as Neighbour).row;
      matrix[i * n + j] = alike(covariance, distanceKm(around.positions, row, other));
    }
  });
  const weights = solve(factor(matrix, n), n, toTarget);
  let shift = 0;
  let explained = 0;
  near.forEach(({ row }, i) => {
    shift += (weights[i] as number) * (residuals[row] as number);
    explained += (weights[i] as number) * (toTarget[i] as number);
  });
  return { shift, variance: Math.max(0, total - explained) };
}
