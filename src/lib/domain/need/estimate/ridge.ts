import { factor, solve } from './linear.ts';

/** Rows of standardised covariates, row-major, the first column being 1. */
export interface Matrix {
  values: Float64Array;
  width: number;
}

/** The product of one row and coefficients. */
export function predictRow({ values, width }: Matrix, row: number, coefficients: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < width; k++) sum += (values[row * width + k] as number) * (coefficients[k] as number);
  return sum;
}

/**
 * The solver of ridge regressions on the same rows: minimises Σ w (t − x·β)² + λ Σ_{k≥1} β_k². The
 * factor is computed once; each set of targets costs one pass.
 */
export function ridgeOn(
  matrix: Matrix,
  rows: readonly number[],
  weights: Float64Array,
  penalty: number,
): (targets: Float64Array) => Float64Array {
  const { values, width } = matrix;
  const normal = new Float64Array(width * width);
  for (const row of rows) {
    const weight = weights[row] as number;
    const at = row * width;
    for (let i = 0; i < width; i++) {
      const scaled = weight * (values[at + i] as number);
      if (scaled === 0) continue;
      for (let j = 0; j <= i; j++)
        normal[i * width + j] = (normal[i * width + j] as number) + scaled * (values[at + j] as number);
    }
  }
  for (let i = 0; i < width; i++) {
    // A hair on the intercept too: a design without rows of some kind stays solvable.
    normal[i * width + i] = (normal[i * width + i] as number) + (i === 0 ? 1e-9 : penalty);
  }
  const lower = factor(normal, width);
  return (targets) => {
    const right = new Float64Array(width);
    for (const row of rows) {
      const weighted = (weights[row] as number) * (targets[row] as number);
      for (let k = 0; k < width; k++)
        right[k] = (right[k] as number) + weighted * (values[row * width + k] as number);
    }
    return solve(lower, width, right);
  };
}
