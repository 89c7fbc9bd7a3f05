import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factor, NotPositiveDefinite, solve } from './linear.ts';
import { predictRow, ridgeOn } from './ridge.ts';

it('solves what it factored', () => {
  const square = fc.integer({ min: 1, max: 8 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      root: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n }),
      x: fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: n, maxLength: n }),
    }),
  );
  fc.assert(
    fc.property(square, ({ n, root, x }) => {
      // M·Mᵀ + I is positive definite whatever M.
      const a = Float64Array.from({ length: n * n }, (_, at) => {
        const [i, j] = [Math.floor(at / n), at % n];
        let sum = i === j ? 1 : 0;
        for (let k = 0; k < n; k++) sum += (root[i * n + k] as number) * (root[j * n + k] as number);
        return sum;
      });
      const b = Float64Array.from(x, (_, i) =>
        x.reduce((sum, value, j) => sum + (a[i * n + j] as number) * value, 0),
      );
      solve(factor(a, n), n, b).forEach((value, i) => expect(value).toBeCloseTo(x[i] as number, 5));
    }),
  );
});

it('refuses a matrix that has no factor', () => {
  expect(() => factor(Float64Array.of(1, 2, 2, 1), 2)).toThrow(NotPositiveDefinite);
});

it('finds a plane, and shrinks its slopes but not its height as the penalty grows', () => {
  const n = 200;
  const matrix = { values: new Float64Array(3 * n), width: 3 };
  const targets = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const [x, y] = [Math.sin(i), Math.cos(3 * i)];
    matrix.values.set([1, x, y], 3 * i);
    targets[i] = 10 + 2 * x - 3 * y;
  }
  const rows = Array.from({ length: n }, (_, i) => i);
  const ones = new Float64Array(n).fill(1);
  const exact = ridgeOn(matrix, rows, ones, 0)(targets);
  expect([...exact].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([10, 2, -3]);
  expect(predictRow(matrix, 5, exact)).toBeCloseTo(targets[5] as number, 6);
  const shrunk = ridgeOn(matrix, rows, ones, 1e6)(targets);
  expect(shrunk[0]).toBeCloseTo(10, 1);
  expect(Math.abs(shrunk[1] as number)).toBeLessThan(0.01);
});
