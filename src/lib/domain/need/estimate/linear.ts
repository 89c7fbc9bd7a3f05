/** A symmetric matrix that no Cholesky factor exists for. */
export class NotPositiveDefinite extends Error {}

/**
 * Cholesky factor of a symmetric positive definite matrix, in place: `a` is row-major `n × n`, its
 * lower triangle becomes L with L·Lᵀ = a. Throws `NotPositiveDefinite`.
 */
export function factor(a: Float64Array, n: number): Float64Array {
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (a[i * n + k] as number) * (a[j * n + k] as number);
      if (i === j) {
        if (!(sum > 0)) throw new NotPositiveDefinite(`pivot ${j} is ${sum}`);
        a[j * n + j] = Math.sqrt(sum);
      } else a[i * n + j] = sum / (a[j * n + j] as number);
    }
  }
  return a;
}

/** Solves L·Lᵀ·x = b for a factor of `factor`. */
export function solve(l: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (l[i * n + k] as number) * (x[k] as number);
    x[i] = sum / (l[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (l[k * n + i] as number) * (x[k] as number);
    x[i] = sum / (l[i * n + i] as number);
  }
  return x;
}
