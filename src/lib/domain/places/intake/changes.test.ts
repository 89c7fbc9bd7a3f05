import { describe, expect, it } from 'vitest';
import { compareWithList } from './changes.ts';
import { checkRows } from './check-rows.ts';
import { correctedTable } from './corrected.ts';
import { checkOne, tableOf } from './fixture.ts';

describe('compareWithList', () => {
  it('names the fields that change, whatever the order of lists', () => {
    const [before, after] = [
      { services: 'Aide aux démarches administratives|wifi' },
      { services: 'wifi|Aide aux démarches administratives', note: 'Nouveau' },
    ].map((row) => checkOne(row));
    if (!before?.place || !after) throw new Error('both are places');
    const { updated, created } = compareWithList([after], new Map([[before.place.id, before.place]]));
    expect(created).toEqual([]);
    expect(updated.map(({ fields }) => fields)).toEqual([['note']]);
  });

  it('counts a refused row apart', () => {
    const refused = checkOne({ nom: '' });
    expect(compareWithList([refused], new Map())).toMatchObject({ created: [], refused: [refused] });
  });
});

describe('correctedTable', () => {
  it('writes repairs in place, keeps refused rows as written and says why', () => {
    const table = tableOf([
      { nom: 'A', code_insee: '1004' },
      { nom: '', code_insee: '38185' },
    ]);
    const { headings, rows } = correctedTable(table, checkRows(table));
    expect(headings).toEqual(['nom', 'code_insee', 'problèmes']);
    expect(rows).toEqual([
      ['A', '01004', 'Code Insee 1004 : le zéro perdu est rétabli, 01004'],
      ['', '38185', 'Nom du lieu : le nom manque ; ajoutez-le pour que le lieu soit gardé'],
    ]);
  });
});
