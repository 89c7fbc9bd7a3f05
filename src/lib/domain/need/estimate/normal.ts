/** Density of the standard normal law. */
export const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** Its distribution function; absolute error under 1e-7 (Abramowitz & Stegun 7.1.26 is too coarse in the tails; this is W. J. Cody's form by continued fraction beyond 3). */
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

/** The value under which lies the share `p` of the law, by bisection: exact enough, and never wrong. */
export function quantile(p: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  let low = -40;
  let high = 40;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (distribution(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** φ(a)/Φ(a), stable far in the lower tail. */
export function hazard(a: number): number {
  return a < -30 ? -a : density(a) / distribution(a);
}
