import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyColumn, setCell } from './column.ts';
import { positionAmong, rankOf, shareAbove, shareBelow, sortedValues } from './position.ts';
import { ABSENT, SECRET, known } from './value.ts';

describe('positionAmong', () => {
  it('agrees with counting one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 })),
        fc.integer({ min: -1, max: 31 }),
        (values, value) => {
          const sorted = Float64Array.from(values).sort();
          expect(positionAmong(sorted, value)).toEqual({
            below: values.filter((other) => other < value).length,
            equal: values.filter((other) => other === value).length,
            above: values.filter((other) => other > value).length,
            known: values.length,
          });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('gives shares of the territories that are known', () => {
    const position = positionAmong([1, 2, 3, 4], 3);
    expect(shareBelow(position)).toBe(0.5);
    expect(shareAbove(position)).toBe(0.25);
    expect(shareBelow({ below: 0, equal: 0, above: 0, known: 0 })).toBe(0);
  });
});

describe('sortedValues', () => {
  const column = emptyColumn(5);
  [known(9), SECRET, known(0), ABSENT, known(4, ['floor'])].forEach((cell, at) => setCell(column, at, cell));

  it('leaves out what is not known', () => expect([...sortedValues(column)]).toEqual([0, 4, 9]));
  it('keeps to the territories asked for', () =>
    expect([...sortedValues(column, [0, 1, 2])]).toEqual([0, 9]));
});

describe('rankOf', () => {
  const sorted = [5, 5, 8, 12, 20, 31];

  it('ranks a known figure', () =>
    expect(rankOf(known(12), sorted)).toEqual({ below: 3, equal: 1, above: 2, known: 6 }));
  it('never ranks « 5 % ou moins »', () => expect(rankOf(known(5, ['floor']), sorted)).toBeNull());
  it('never ranks the unknown', () => {
    expect(rankOf(SECRET, sorted)).toBeNull();
    expect(rankOf({ state: 'incomplete', value: 17, cover: 0.7, marks: [] }, sorted)).toBeNull();
  });
  it('never ranks among a handful', () => expect(rankOf(known(1), [1, 2, 3])).toBeNull());
});
