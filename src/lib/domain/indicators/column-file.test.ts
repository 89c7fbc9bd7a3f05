import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeColumn, encodeColumn, roundColumn } from './column-file.ts';
import { cellAt, countStates, emptyColumn, setCell } from './column.ts';
import { MARKS, STATES, type Cell } from './value.ts';

const anyCell = fc
  .record({
    state: fc.constantFrom(...STATES),
    value: fc.oneof(
      fc.integer({ min: -2_000_000, max: 70_000_000 }),
      fc.integer({ min: -99_999, max: 999_999 }).map((n) => n / 100),
    ),
    cover: fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000),
    marks: fc.subarray(MARKS),
    width: fc.option(fc.integer({ min: 0, max: 9_999 }).map((n) => n / 100)),
  })
  .map(({ state, value, cover, marks, width }): Cell => {
    if (state === 'estimated' && width !== null)
      return { state, value, cover, marks, interval: [value - width, value + 2 * width] };
    if (state === 'value' || state === 'estimated') return { state, value, cover, marks };
    if (state === 'incomplete')
      return cover > 0 ? { state, value, cover, marks } : { state, value: null, cover: 0, marks };
    return { state, value: null, cover: 0, marks };
  });

describe('column file', () => {
  it('gives back every figure, state, mark and cover', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 60 }), (cells) => {
        const column = emptyColumn(cells.length);
        cells.forEach((cell, i) => setCell(column, i, cell));
        const read = decodeColumn(encodeColumn(column));
        cells.forEach(({ interval, ...cell }, i) => {
          const { interval: readInterval, ...rest } = cellAt(read, i);
          expect(rest).toEqual(cell);
          expect(readInterval === undefined).toBe(interval === undefined);
          interval?.forEach((bound, end) => expect(readInterval?.[end]).toBeCloseTo(bound, 9));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a part so large that its cover rounds to the whole', () => {
    const column = emptyColumn(1);
    setCell(column, 0, { state: 'incomplete', value: 12, cover: 0.999_99, marks: [] });
    expect(cellAt(decodeColumn(encodeColumn(column)), 0)).toMatchObject({ state: 'incomplete', value: 12 });
  });

  it('keeps values that no fixed point holds', () => {
    const column = emptyColumn(2);
    setCell(column, 0, { state: 'value', value: Math.PI, cover: 1, marks: [] });
    setCell(column, 1, { state: 'value', value: 68_350_798_123, cover: 1, marks: [] });
    expect([...decodeColumn(encodeColumn(column)).values]).toEqual([Math.PI, 68_350_798_123]);
    expect(decodeColumn(encodeColumn(roundColumn(column, 2))).values[0]).toBe(3.14);
  });

  it('never reads an unknown figure as 0', () => {
    const column = emptyColumn(3);
    setCell(column, 1, { state: 'secret', value: null, cover: 0, marks: [] });
    setCell(column, 2, { state: 'value', value: Number.NaN, cover: 1, marks: [] });
    const read = decodeColumn(encodeColumn(column));
    expect([0, 1, 2, 3].map((i) => cellAt(read, i).value)).toEqual([null, null, null, null]);
    expect(countStates(read)).toMatchObject({ absent: 2, secret: 1, value: 0 });
  });

  it('reads the files written before there were intervals', () => {
    const column = emptyColumn(2);
    setCell(column, 0, { state: 'value', value: 12.5, cover: 1, marks: [] });
    const bytes = encodeColumn(column);
    expect(bytes[5]).toBe(0);
    expect(decodeColumn(bytes).interval).toBeNull();
  });

  it('rounds an interval with its figure, and drops it with the estimate', () => {
    const column = emptyColumn(2);
    setCell(column, 0, { state: 'estimated', value: 1 / 3, cover: 1, marks: [], interval: [0.1234, 0.5678] });
    expect(cellAt(decodeColumn(encodeColumn(roundColumn(column, 2))), 0).interval).toEqual([0.12, 0.57]);
    setCell(column, 0, { state: 'value', value: 1, cover: 1, marks: [] });
    expect(cellAt(column, 0).interval).toBeUndefined();
  });

  it('refuses bytes that are not a column, or cut short', () => {
    const bytes = encodeColumn(emptyColumn(5));
    expect(() => decodeColumn(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
    expect(() => decodeColumn(new Uint8Array(40))).toThrow('not a column file');
    expect(() => decodeColumn(new Uint8Array(0))).toThrow('not a column file');
  });
});
