/** Density of the standard normal law. */
export const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/**
 * Its distribution function, to the precision of floats: the series of the integral near 0, Laplace's
 * continued fraction of Mills' ratio in the tails (Abramowitz and Stegun, 26.2.11 and 26.2.14).
 */
export function distribution(z: number): number {
  if (z < -3) return (density(z) / -z) * tail(-z);
  if (z > 3) return 1 - (density(z) / z) * tail(z);
  // Series of the integral of the density from 0.
  let term = z;
  let sum = z;
  for (let k = 1; k < 60 && Math.abs(term) > 1e-17; k++) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + density(z) * sum;
}

/** z times Mills' ratio for z ≥ 3, by continued fraction. */
function tail(z: number): number {
  let fraction = z;
  for (let k = 40; k >= 1; k--) fraction = z + k / fraction;
  return z / fraction;
}

/** φ(a)/Φ(a), stable far in the lower tail. */
export function hazard(a: number): number {
  return a < -30 ? -a : density(a) / distribution(a);
}
