import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, findBreaks, tidyBreaks } from './breaks.ts';
import { CLASS_METHODS, MAX_CLASSES, MIN_CLASSES, type ClassMethod } from './method.ts';

const sortedOf = (values: number[]): Float64Array => Float64Array.from(values).sort();

const values = fc.array(
  fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.integer({ min: 0, max: 12 }),
    fc.constantFrom(0, 100, 100, 100),
  ),
  { minLength: 1, maxLength: 120 },
);
const method = fc.constantFrom<ClassMethod>(...CLASS_METHODS);
const classes = fc.integer({ min: MIN_CLASSES, max: MAX_CLASSES });

describe('findBreaks', () => {
  it('never leaves a class empty, and gives at most the classes wanted', () => {
    fc.assert(
      fc.property(
        values,
        method,
        classes,
        fc.option(fc.integer({ min: 0, max: 3 })),
        (raw, by, count, decimals) => {
          const sorted = sortedOf(raw);
          const manual = [1, 10, 100].slice(0, count - 1);
          const breaks = findBreaks(sorted, {
            method: by,
            classes: count,
            manual,
            decimals: decimals ?? undefined,
          });
          expect(breaks.length).toBeLessThan(count);
          const filled = new Set(Array.from(sorted, (value) => classOf(value, breaks)));
          expect([...filled].sort()).toEqual(Array.from({ length: breaks.length + 1 }, (_, i) => i));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('keeps the order of values, and equal values together', () => {
    fc.assert(
      fc.property(values, method, classes, (raw, by, count) => {
        const sorted = sortedOf(raw);
        const breaks = findBreaks(sorted, { method: by, classes: count, manual: [0, 5] });
        for (let i = 1; i < sorted.length; i++) {
          const before = classOf(sorted[i - 1] as number, breaks);
          const after = classOf(sorted[i] as number, breaks);
          expect(after).toBeGreaterThanOrEqual(before);
          if (sorted[i] === sorted[i - 1]) expect(after).toBe(before);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('loses no class by rounding a limit over the only value of a class', () => {
    const sorted = Float64Array.of(1.2, 1.4, 10.6, 11.3, 90.7);
    const breaks = findBreaks(sorted, { method: 'jenks', classes: 3, decimals: 0 });
    expect(breaks).toEqual([10, 90]);
    expect(Array.from(sorted, (value) => classOf(value, breaks))).toEqual([0, 0, 1, 1, 2]);
  });

  it('splits distinct values into quantiles whose sizes differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9, max: 500 }), classes, (n, count) => {
        const sorted = Float64Array.from({ length: n }, (_, i) => i);
        const breaks = findBreaks(sorted, { method: 'quantile', classes: count });
        const sizes = new Array<number>(count).fill(0);
        for (const value of sorted)
          sizes[classOf(value, breaks)] = (sizes[classOf(value, breaks)] as number) + 1;
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('finds the natural groups, exactly', () => {
    const sorted = sortedOf([1, 2, 2, 3, 50, 51, 52, 900, 905]);
    expect(findBreaks(sorted, { method: 'jenks', classes: 3 })).toEqual([50, 900]);
  });

  it('is no worse than any other cut in three, by variance inside classes', () => {
    const within = (sorted: Float64Array, limits: number[]): number => {
      const groups = new Map<number, number[]>();
      for (const value of sorted)
        groups.set(classOf(value, limits), [...(groups.get(classOf(value, limits)) ?? []), value]);
      return [...groups.values()].reduce((sum, group) => {
        const mean = group.reduce((a, b) => a + b, 0) / group.length;
        return sum + group.reduce((a, b) => a + (b - mean) ** 2, 0);
      }, 0);
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 14 }), (raw) => {
        const sorted = sortedOf(raw);
        const distinct = [...new Set(sorted)];
        const best = within(sorted, findBreaks(sorted, { method: 'jenks', classes: 3 }));
        for (const a of distinct)
          for (const b of distinct) {
            if (a < b) expect(best).toBeLessThanOrEqual(within(sorted, [a, b]) + 1e-6);
          }
      }),
    );
  });

  it('cuts into equal widths', () => {
    const sorted = sortedOf(Array.from({ length: 101 }, (_, i) => i));
    expect(findBreaks(sorted, { method: 'equal', classes: 4 })).toEqual([25, 50, 75]);
  });

  it('cuts by standard deviations around the mean', () => {
    const sorted = sortedOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(findBreaks(sorted, { method: 'deviation', classes: 4 })).toEqual([3, 5, 7]);
  });

  it('cuts by a constant ratio, with zero in the first class', () => {
    const sorted = sortedOf([0, 1, 3, 30, 300, 1000]);
    expect(findBreaks(sorted, { method: 'geometric', classes: 3, decimals: 3 })).toEqual([10, 100]);
  });

  it('cuts heads from tails while they are a minority', () => {
    const sorted = sortedOf([
      ...Array.from({ length: 90 }, () => 1),
      ...Array.from({ length: 9 }, () => 100),
      2000,
    ]);
    const breaks = findBreaks(sorted, { method: 'head-tail', classes: 9 });
    expect(breaks).toHaveLength(2);
    expect(Array.from(sorted).filter((value) => value >= (breaks[1] as number))).toEqual([2000]);
  });

  it('takes the limits of the person, and leaves out those that separate nothing', () => {
    expect(
      findBreaks(sortedOf([1, 2, 30]), { method: 'manual', classes: 5, manual: [50, 10, -4, 10] }),
    ).toEqual([10]);
  });

  it('puts a limit on the reference when values stand on both sides', () => {
    fc.assert(
      fc.property(values, classes, (raw, count) => {
        const sorted = sortedOf(raw);
        const breaks = findBreaks(sorted, { method: 'equal', classes: count, reference: 0 });
        if ((sorted[0] as number) < 0 && (sorted[sorted.length - 1] as number) >= 0)
          expect(breaks).toContain(0);
      }),
    );
  });

  it('rounds limits as the legend writes them, unless nothing would be left', () => {
    expect(findBreaks(sortedOf([1, 2, 3, 4]), { method: 'equal', classes: 3, decimals: 0 })).toEqual([2, 3]);
    expect(findBreaks(sortedOf([0.01, 0.02]), { method: 'equal', classes: 3, decimals: 0 })).not.toEqual([]);
  });

  it('has no limit for no value or a single one', () => {
    expect(findBreaks(new Float64Array(), { method: 'jenks', classes: 5 })).toEqual([]);
    for (const by of CLASS_METHODS)
      expect(findBreaks(sortedOf([7, 7, 7]), { method: by, classes: 5 })).toEqual([]);
  });
});

describe('tidyBreaks', () => {
  it('drops what is not a number', () => {
    expect(tidyBreaks(sortedOf([1, 2, 3]), [Number.NaN, 2, Infinity])).toEqual([2]);
  });
});
