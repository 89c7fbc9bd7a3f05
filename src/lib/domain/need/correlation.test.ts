import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate, middleRanks, pairsOf } from './correlation.ts';

const of = (x: number[], y: number[]) => correlate(pairsOf(Float64Array.from(x), Float64Array.from(y)));

/** Textbook forms: sums of products, and ranks counted one by one. */
function plainPearson(x: number[], y: number[]): number {
  const n = x.length;
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  const dot = (a: number[], b: number[]): number => sum(a.map((value, i) => value * (b[i] as number)));
  const over = n * dot(x, y) - sum(x) * sum(y);
  return over / Math.sqrt((n * dot(x, x) - sum(x) ** 2) * (n * dot(y, y) - sum(y) ** 2));
}
const plainRanks = (values: number[]): number[] =>
  values.map((own) => {
    const below = values.filter((other) => other < own).length;
    return below + (values.filter((other) => other === own).length + 1) / 2;
  });

describe('correlate', () => {
  it('finds known answers', () => {
    expect(of([1, 2, 3, 4], [10, 20, 30, 40]).pearson).toBeCloseTo(1, 12);
    expect(of([1, 2, 3, 4], [1, 20, 300, 4000])).toMatchObject({ n: 4 });
    expect(of([1, 2, 3, 4], [40, 9, 4, 1]).spearman).toBeCloseTo(-1, 12);
    // Anscombe's first set, and the IQ and television example of Spearman's coefficient.
    const anscombe = of(
      [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
      [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
    );
    expect(anscombe.pearson).toBeCloseTo(0.81642, 5);
    const television = of(
      [106, 100, 86, 101, 99, 103, 97, 113, 112, 110],
      [7, 27, 2, 50, 28, 29, 20, 12, 6, 17],
    );
    expect(television.spearman).toBeCloseTo(-29 / 165, 12);
  });

  it('equals the textbook forms, over the pairs known in both', () => {
    const value = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 40 }), (list) => {
        const known = list.filter(([a, b]) => !Number.isNaN(a) && !Number.isNaN(b));
        const [x, y] = [known.map(([a]) => a), known.map(([, b]) => b)];
        const result = of(
          list.map(([a]) => a),
          list.map(([, b]) => b),
        );
        expect(result.n).toBe(known.length);
        if (new Set(x).size < 2 || new Set(y).size < 2) {
          expect(result).toMatchObject({ pearson: null, spearman: null });
          return;
        }
        expect(result.pearson).toBeCloseTo(plainPearson(x, y), 8);
        expect(result.spearman).toBeCloseTo(plainPearson(plainRanks(x), plainRanks(y)), 8);
      }),
      { numRuns: 400 },
    );
  });

  it('has nothing to say of a constant, even one whose mean is not itself', () => {
    expect(of([0.1, 0.1, 0.1], [1, 2, 3])).toEqual({ n: 3, pearson: null, spearman: null });
    expect(of([1], [2])).toEqual({ n: 1, pearson: null, spearman: null });
    expect(of([], [])).toEqual({ n: 0, pearson: null, spearman: null });
  });

  it('is at most 1, and does not change with units or order', () => {
    const pair = fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 3, maxLength: 30 }), (list) => {
        const result = of(
          list.map(([a]) => a),
          list.map(([, b]) => b),
        );
        const reversed = [...list].reverse();
        const other = of(
          reversed.map(([a]) => a),
          reversed.map(([, b]) => 100 - 3 * b),
        );
        if (result.spearman === null || result.pearson === null) return;
        expect(Math.abs(result.pearson)).toBeLessThanOrEqual(1);
        expect(other.spearman).toBeCloseTo(-result.spearman, 8);
        expect(other.pearson).toBeCloseTo(-result.pearson, 6);
      }),
    );
  });
});

describe('pairsOf', () => {
  it('keeps the ordinals, of the chosen members only', () => {
    const x = Float64Array.of(1, Number.NaN, 3, 4);
    const y = Float64Array.of(5, 6, Number.NaN, 8);
    expect(pairsOf(x, y)).toEqual({
      ordinals: Uint32Array.of(0, 3),
      x: Float64Array.of(1, 4),
      y: Float64Array.of(5, 8),
    });
    expect([...pairsOf(x, y, [3, 2, 77]).ordinals]).toEqual([3]);
  });
});

describe('middleRanks', () => {
  it('shares the middle, and leaves the unknown unranked', () => {
    expect([...middleRanks(Float64Array.of(5, 2, 5, Number.NaN, 9))]).toEqual([2.5, 1, 2.5, Number.NaN, 4]);
  });
});
