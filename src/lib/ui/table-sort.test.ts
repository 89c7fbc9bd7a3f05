import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSort, sortRows } from './table-sort.ts';

describe('sortRows', () => {
  it('sorts words as French does, numbers in words by value', () => {
    const names = ['Zuydcoote', 'Échirolles', 'Ecully', 'Paris 10e', 'Paris 2e', 'eybens'];
    expect(sortRows(names, (name) => name, 'ascending')).toEqual([
      'Échirolles',
      'Ecully',
      'eybens',
      'Paris 2e',
      'Paris 10e',
      'Zuydcoote',
    ]);
  });

  it('leaves rows without a value last, in both directions', () => {
    const rows = [3, null, 1, null, 2];
    expect(sortRows(rows, (row) => row, 'ascending')).toEqual([1, 2, 3, null, null]);
    expect(sortRows(rows, (row) => row, 'descending')).toEqual([3, 2, 1, null, null]);
  });

  it('keeps every row, keeps equal rows in their order, leaves the original alone', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 5 }))), (values) => {
        const rows = values.map((value, at) => ({ value, at }));
        const sorted = sortRows(rows, ({ value }) => value, 'descending');
        expect(rows.map(({ at }) => at)).toEqual(values.map((_, at) => at));
        expect(new Set(sorted)).toEqual(new Set(rows));
        for (const [i, row] of sorted.slice(1).entries()) {
          const before = sorted[i] as (typeof rows)[number];
          if (before.value === row.value) expect(before.at).toBeLessThan(row.at);
          else expect(before.value ?? -1).toBeGreaterThan(row.value ?? -1);
        }
      }),
    );
  });
});

describe('nextSort', () => {
  it('starts figures from the highest, words from A, then turns round', () => {
    expect(nextSort(null, 'rate', true)).toEqual({ key: 'rate', direction: 'descending' });
    expect(nextSort({ key: 'rate', direction: 'descending' }, 'name', false)).toEqual({
      key: 'name',
      direction: 'ascending',
    });
    expect(nextSort({ key: 'name', direction: 'ascending' }, 'name', false).direction).toBe('descending');
  });
});
