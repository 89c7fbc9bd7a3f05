import { expect, it } from 'vitest';
import { cellAt, emptyColumn, setCell } from './column.ts';
import { known, SECRET } from './value.ts';
import { withoutEstimates } from './without-estimates.ts';

const column = emptyColumn(3);
setCell(column, 0, known(12));
setCell(column, 1, { state: 'estimated', value: 9, cover: 1, marks: [] });
setCell(column, 2, SECRET);

it('gives what was estimated back to secrecy, or to what cannot be computed', () => {
  expect(cellAt(withoutEstimates(column, 'commune'), 1)).toMatchObject({ state: 'secret', value: null });
  expect(cellAt(withoutEstimates(column, 'epci'), 1)).toMatchObject({ state: 'incomplete', value: null });
  expect(cellAt(withoutEstimates(column, 'epci'), 0)).toEqual(known(12));
  expect(cellAt(column, 1).value).toBe(9);
});
