import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderByKeys, orderOfValues, orderScratch } from './order.ts';
import { quantileOfSorted } from './quantile.ts';
import { keyScaleOf, rankGreatestFirst, ranksWithin, roundToKey } from './ranks.ts';

const ascending = (values: ArrayLike<number>) =>
  Array.from(values, (_, i) => i)
    .filter((i) => !Number.isNaN(values[i]))
    .sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);

describe('orderByKeys', () => {
  it('sorts as a stable comparison does, whatever the scratch held', () => {
    const scratch = orderScratch(60);
    const keys = fc.oneof(
      fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 60 }),
      fc.array(
        fc.integer({ min: 0, max: 5 }).map((top) => top * 0x20000000),
        { maxLength: 60 },
      ),
    );
    fc.assert(
      fc.property(keys, (list) => {
        const typed = Uint32Array.from(list);
        expect([...orderByKeys(typed, typed.length, scratch)]).toEqual(ascending(typed));
      }),
      { numRuns: 500 },
    );
  });
});

describe('orderOfValues', () => {
  it('sorts every float and leaves the unknown out', () => {
    const value = fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.constant(-0));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (list) => {
        const typed = Float64Array.from(list);
        const plain = Array.from(typed, (_, i) => i)
          .filter((i) => !Number.isNaN(typed[i]))
          // Infinities compare, but do not subtract.
          .sort((a, b) => {
            const [x, y] = [typed[a] as number, typed[b] as number];
            return x < y ? -1 : x > y ? 1 : a - b;
          });
        expect([...orderOfValues(typed)]).toEqual(plain);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('rankGreatestFirst', () => {
  it('counts the values above, once those equal to the last kept digit are one', () => {
    const value = fc.oneof(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      fc.integer({ min: 0, max: 4 }),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 50 }), (list) => {
        const values = Float64Array.from(list);
        const scale = keyScaleOf(values);
        const kept = values.map((each) => roundToKey(each, scale));
        const ranks = new Int32Array(values.length);
        rankGreatestFirst(values, values.length, ranks);
        kept.forEach((own, i) => expect(ranks[i]).toBe(1 + kept.filter((other) => other > own).length));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves the gap after a tie', () => {
    const ranks = new Int32Array(4);
    rankGreatestFirst(Float64Array.of(3, 9, 9, 1), 4, ranks);
    expect([...ranks]).toEqual([3, 1, 1, 4]);
  });

  it('takes 0.1 + 0.2 and 0.3 for one score', () => {
    const ranks = new Int32Array(2);
    rankGreatestFirst(Float64Array.of(0.1 + 0.2, 0.3), 2, ranks);
    expect([...ranks]).toEqual([1, 1]);
  });
});

describe('ranksWithin', () => {
  const scores = {
    column: { values: Float64Array.of(8, 2, Number.NaN, 6, 6) },
    ranks: Int32Array.of(1, 4, 0, 2, 2),
  };

  it('ranks members among themselves, without who has no rank', () => {
    expect(ranksWithin(scores, [1, 2, 3, 4])).toEqual({
      ranks: Int32Array.of(3, 0, 1, 1),
      ranked: 3,
      summary: [2, 4, 6, 6, 6],
    });
  });

  it('has nothing to say of nobody', () => {
    expect(ranksWithin(scores, [2])).toEqual({ ranks: Int32Array.of(0), ranked: 0, summary: null });
    expect(ranksWithin(scores, [])).toMatchObject({ ranked: 0, summary: null });
  });

  it('gives the ranks of the whole when everybody is a member', () => {
    expect(ranksWithin(scores, [0, 1, 2, 3, 4]).ranks).toEqual(scores.ranks);
  });
});

describe('quantileOfSorted', () => {
  it('is linear between neighbours', () => {
    expect([0, 0.25, 0.5, 1].map((share) => quantileOfSorted([1, 2, 4, 10], share))).toEqual([
      1, 1.75, 3, 10,
    ]);
    expect(quantileOfSorted([], 0.5)).toBeNaN();
    expect(quantileOfSorted([7], 0.9)).toBe(7);
  });
});
