import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyColumn, setCell, type Column } from './column.ts';
import { ranksWithin, spreadOf } from './spread.ts';
import { ABSENT, known, SECRET, type Cell } from './value.ts';

const columnOf = (cells: readonly Cell[]): Column => {
  const column = emptyColumn(cells.length);
  cells.forEach((cell, at) => setCell(column, at, cell));
  return column;
};
const all = (column: Column): number[] => [...column.values.keys()];

describe('spreadOf', () => {
  it('names both ends and the middle, and says who shares them', () => {
    const column = columnOf([known(7), SECRET, known(3), known(9), known(3), ABSENT]);
    const spread = spreadOf(column, all(column));
    expect(spread).toMatchObject({
      known: 4,
      least: { ordinal: 2, ties: 1, cell: { value: 3 } },
      median: { ordinal: 2, ties: 1 },
      greatest: { ordinal: 3, ties: 0, cell: { value: 9 } },
    });
    expect(spreadOf(column, [0, 1])).toMatchObject({
      known: 1,
      least: { ordinal: 0 },
      greatest: { ordinal: 0 },
    });
    expect(spreadOf(column, [1, 5])).toBeNull();
    expect(spreadOf(column, [])).toBeNull();
  });
});

describe('ranksWithin', () => {
  it('ranks known figures among those asked for, equal ones together', () => {
    const column = columnOf([known(7), known(3), SECRET, known(9), known(3), known(1), known(100)]);
    const some = [0, 1, 2, 3, 4, 5];
    expect(ranksWithin(column, some)).toEqual([2, 3, null, 1, 3, 5]);
    expect(ranksWithin(column, some, true)).toEqual([4, 2, null, 5, 2, 1]);
  });

  it('ranks any number of them, « 5 % ou moins » never', () => {
    const floor: Cell = { ...known(5), marks: ['floor'] };
    const column = columnOf([floor, known(8), known(9), known(10), known(11)]);
    expect(ranksWithin(column, all(column))).toEqual([null, 4, 3, 2, 1]);
    expect(ranksWithin(column, [1, 2])).toEqual([2, 1]);
    expect(ranksWithin(column, [3])).toEqual([1]);
  });

  it('agrees with a plain count, whatever the order of the rows', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), fc.boolean(), (values, fromLowest) => {
        const column = columnOf(values.map((value) => (value === null ? SECRET : known(value))));
        const order = all(column).reverse();
        const ranks = ranksWithin(column, order, fromLowest);
        const held = values.filter((value) => value !== null);
        order.forEach((ordinal, at) => {
          const value = values[ordinal];
          const expected =
            value == null
              ? null
              : 1 + held.filter((other) => (fromLowest ? other < value : other > value)).length;
          expect(ranks[at]).toBe(expected);
        });
        const spread = spreadOf(column, order);
        expect(spread?.least.cell.value ?? Infinity).toBe(Math.min(...held));
        expect(spread?.greatest.cell.value ?? -Infinity).toBe(Math.max(...held));
        const sorted = [...held].sort((a, b) => a - b);
        expect(spread?.median.cell.value).toBe(sorted[(sorted.length - 1) >> 1]);
      }),
    );
  });
});
