import { describe, expect, it } from 'vitest';
import { cellAt } from '../../domain/indicators/column.ts';
import { known, SECRET, type Cell } from '../../domain/indicators/value.ts';
import { territories } from '../../domain/territory/fixture.ts';
import type { ValueRow } from './adapter.ts';
import { settleCommunes, settleEpci, type Settled } from './settle.ts';

const country = territories(
  [
    { level: 'commune', code: '01001' },
    { level: 'commune', code: '15031' },
    { level: 'commune', code: '15141' },
    { level: 'commune', code: '75056', population: 100 },
    { level: 'commune', code: '93066' },
    { level: 'arrondissement', code: '75101', commune: '75056', population: 25 },
    { level: 'arrondissement', code: '75102', commune: '75056', population: 75 },
    { level: 'epci', code: '200000001' },
  ],
  { '93059': '93066', '01002': '01001' },
);

const ID = 'taux-de-pauvrete';
let line = 1;
const row = (code: string, cell: Cell, weight: number | null = null, lines = 1): ValueRow => ({
  line: (line += 1),
  lines,
  code,
  cells: new Map([[ID, { ...cell, weight }]]),
});

function figure(
  settled: Settled,
  code: string,
  level: 'commune' | 'arrondissement' | 'epci' = 'commune',
): Cell {
  const column = settled.columns.find((entry) => entry.level === level)?.column;
  if (!column) throw new Error(`no column at ${level}`);
  return cellAt(column, country.get(level, code)?.ordinal ?? -1);
}

describe('settleCommunes', () => {
  it('rolls the rows of merged communes up by their denominator', () => {
    const settled = settleCommunes(
      [row('93066', known(36), 300), row('93059', known(38), 100)],
      [ID],
      country,
    );
    expect(figure(settled, '93066')).toMatchObject({ value: 36.5, marks: ['rolled'] });
    expect(settled.kept).toBe(2);
  });

  it('refuses a code that maps nowhere and a second row of a code, line by line', () => {
    const rows = [row('01001', known(10)), row('99999', known(1)), row('01001', known(20), null, 2)];
    const settled = settleCommunes(rows, [ID], country);
    expect(figure(settled, '01001').value).toBe(10);
    expect(settled.refused.map(({ code, reason }) => [code, reason.split(',')[0]])).toEqual([
      ['99999', 'code inconnu du découpage de 2026'],
      ['01001', 'code en double'],
      ['01001', 'code en double'],
    ]);
    expect(settled.kept).toBe(1);
  });

  it('keeps arrondissements apart and makes their city by population when it has no row', () => {
    const settled = settleCommunes([row('75101', known(10)), row('75102', known(20))], [ID], country);
    expect(figure(settled, '75101', 'arrondissement').value).toBe(10);
    expect(figure(settled, '75056').value).toBe(17.5);
    const whole = settleCommunes([row('75056', known(16)), row('75101', known(10))], [ID], country);
    expect(figure(whole, '75056').value).toBe(16);
  });

  it('marks communes that the source still counts together', () => {
    const before = settleCommunes([row('15141', known(12))], [ID], country);
    expect(figure(before, '15141')).toMatchObject({ value: 12, marks: ['perimeter'] });
    expect(figure(before, '15031')).toMatchObject({ state: 'absent', marks: ['perimeter'] });
    const after = settleCommunes([row('15141', known(12)), row('15031', SECRET)], [ID], country);
    expect(figure(after, '15141').marks).toEqual([]);
    expect(figure(after, '15031')).toMatchObject({ state: 'secret', marks: [] });
  });

  it('marks a commune fed only by the row of one it absorbed', () => {
    expect(figure(settleCommunes([row('01002', known(5))], [ID], country), '01001')).toMatchObject({
      value: 5,
      marks: ['perimeter'],
    });
  });

  it('leaves communes without a row absent', () => {
    expect(figure(settleCommunes([row('01001', known(5))], [ID], country), '93066').state).toBe('absent');
  });
});

describe('settleEpci', () => {
  it('keeps published figures and refuses EPCI that are not current', () => {
    const settled = settleEpci(
      [row('200000001', known(4)), row('200000002', known(5)), row('200000001', known(6))],
      [ID],
      country,
    );
    expect(figure(settled, '200000001', 'epci').value).toBe(4);
    expect(settled.refused.map(({ code }) => code)).toEqual(['200000002', '200000001']);
  });
});
