import { describe, expect, it } from 'vitest';
import { column, openSample, sample } from './fixture.ts';
import { headingOf, OpenTable } from './table-export.ts';

describe('a table that leaves', () => {
  it('gives a figure’s state and interval columns of their own', () => {
    const table = openSample();
    expect(table.fields.map(({ key }) => key)).toEqual([
      'code',
      'nom',
      'chomage',
      'chomage-etat',
      'chomage-bas',
      'chomage-haut',
    ]);
    expect([...table.rows()].map(({ cells }) => cells)).toEqual([
      ['01001', 'L’Abergement', 12.25, 'valeur', null, null],
      ['2A004', 'Ajaccio', null, 'secret statistique', null, null],
      ['38185', 'A;B "C"', -3, 'estimé', -4.5, -1],
    ]);
  });

  it('says unit, year and producer in its headings', () => {
    expect(openSample().fields.map(headingOf)).toEqual([
      'Code officiel',
      'Commune',
      'Chômage (%, 2022, Insee)',
      'Chômage, état',
      'Chômage, borne basse à 90 % (%, 2022, Insee)',
      'Chômage, borne haute à 90 % (%, 2022, Insee)',
    ]);
  });

  it('leaves out columns and sources that may not be redistributed, and says which', () => {
    const { columns, sources } = sample();
    const own = sources[0] as (typeof sources)[number];
    const table = OpenTable.of(
      sample({
        columns: [
          column('code', { kind: 'code' }),
          column('ifn-total', { source: 'ifn-communes', kind: 'number', beside: 'state' }),
          column('ifn-sans-4g', { source: 'ifn-communes', kind: 'number' }),
          columns[2] as (typeof columns)[number],
        ],
        rows: () => [
          {
            id: '01001',
            cells: [
              '01001',
              { value: 8.5, state: 'valeur', interval: null },
              7.5,
              { value: 1, state: 'valeur', interval: null },
            ],
          },
        ],
        sources: [own, { ...own, id: 'ifn-communes' }, { ...own, id: 'lieux-data-inclusion' }],
      }),
    );
    expect(table.fields.map(({ key }) => key)).toEqual([
      'code',
      'chomage',
      'chomage-etat',
      'chomage-bas',
      'chomage-haut',
    ]);
    expect([...table.rows()][0]?.cells).toEqual(['01001', 1, 'valeur', null, null]);
    expect(table.sources.map(({ id }) => id)).toEqual(['rp-2022']);
    expect(table.notes.filter((note) => note.includes('La Mednum'))).toHaveLength(1);
    // Its figures have no column here: it was counted, and is named.
    expect(table.counted.map(({ id }) => id)).toEqual(['lieux-data-inclusion']);
    expect(table.notes.filter((note) => note.startsWith('A servi aux calculs'))).toHaveLength(1);
  });

  it('keeps a cell empty where there is no finite number, and where a row is short', () => {
    const table = OpenTable.of(
      sample({
        columns: [column('a', { kind: 'number' }), column('b', { kind: 'number', beside: 'state' })],
        rows: () => [
          { id: '1', cells: [Number.NaN, { value: Infinity, state: 'valeur', interval: null }] },
          { id: '2', cells: [0] },
        ],
      }),
    );
    expect([...table.rows()].map(({ cells }) => cells)).toEqual([
      [null, null, 'valeur'],
      [0, null, ''],
    ]);
  });
});
