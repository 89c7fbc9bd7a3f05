import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyColumn, setCell, type Column } from '../indicators/column.ts';
import { SECRET, known, type Cell } from '../indicators/value.ts';
import { classify, classOfCode, isEstimatedCode, unclassedOfCode } from './classification.ts';

const columnOf = (cells: (Cell | null)[]): Column => {
  const column = emptyColumn(cells.length);
  cells.forEach((cell, i) => cell && setCell(column, i, cell));
  return column;
};
const rate = { kind: 'rate', decimals: 0 } as const;
const INCOMPLETE: Cell = { state: 'incomplete', value: 12, cover: 0.7, marks: [] };

describe('classify', () => {
  it('keeps secret, absent and not computable apart from every class', () => {
    const column = columnOf([known(1), SECRET, null, INCOMPLETE, known(2), known(3)]);
    const result = classify(column, rate, { method: 'quantile', classes: 3 });
    expect(result.unclassed).toEqual({ secret: 1, absent: 1, incomplete: 1 });
    expect(result.counts).toEqual([1, 1, 1]);
    expect(Array.from(result.codes, unclassedOfCode)).toEqual([
      null,
      'secret',
      'absent',
      'incomplete',
      null,
      null,
    ]);
    expect(Array.from(result.codes, classOfCode)).toEqual([0, null, null, null, 1, 2]);
    expect(result.range).toEqual([1, 3]);
  });

  it('marks estimated figures without taking them out of their class', () => {
    const column = columnOf([known(1), { state: 'estimated', value: 9, cover: 1, marks: [] }, known(5)]);
    const result = classify(column, rate, { method: 'equal', classes: 3 });
    expect(result.estimated).toBe(1);
    expect(Array.from(result.codes, isEstimatedCode)).toEqual([false, true, false]);
    expect(classOfCode(result.codes[1] as number)).toBe(2);
  });

  it('counts every territory once', () => {
    const cell = fc.oneof(
      fc.integer({ min: 0, max: 100 }).map((value) => known(value)),
      fc.constantFrom(SECRET, INCOMPLETE, null),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), fc.integer({ min: 3, max: 9 }), (cells, classes) => {
        const { codes, counts, unclassed } = classify(columnOf(cells), rate, { method: 'jenks', classes });
        const total =
          counts.reduce((a, b) => a + b, 0) + unclassed.secret + unclassed.absent + unclassed.incomplete;
        expect(total).toBe(cells.length);
        expect(codes).toHaveLength(cells.length);
      }),
    );
  });

  it('takes the classes of the catalogue for a category, and counts an unlisted value as absent', () => {
    const subject = {
      kind: 'category',
      decimals: 0,
      classes: [
        { value: 1, label: 'a' },
        { value: 4, label: 'b' },
      ],
    } as const;
    const result = classify(columnOf([known(4), known(1), known(2), known(4)]), subject, {
      method: 'jenks',
      classes: 5,
    });
    expect(result.own).toEqual([1, 4]);
    expect(result.counts).toEqual([1, 2]);
    expect(result.unclassed.absent).toBe(1);
    expect(result.histogram).toBeNull();
  });

  it('puts no change between two classes of an evolution', () => {
    const column = columnOf([-8, -3, -1, 0, 2, 5, 9].map((value) => known(value)));
    expect(
      classify(column, { kind: 'evolution', decimals: 1 }, { method: 'quantile', classes: 4 }).breaks,
    ).toContain(0);
  });
});
