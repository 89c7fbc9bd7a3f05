import { expect, it } from 'vitest';
import { weekRows } from './week-rows.ts';

it('writes seven days, those without opening too', () => {
  const rows = weekRows([
    { day: 0, from: 540, to: 720 },
    { day: 0, from: 815, to: 1_020 },
    { day: 6, from: 1_320, to: 1_440 },
  ]);
  expect(rows.map((day) => day.map((text) => text.replaceAll('\u00a0', ' ')))).toEqual([
    ['9 h–12 h', '13 h 35–17 h'],
    [],
    [],
    [],
    [],
    [],
    ['22 h–24 h'],
  ]);
});
