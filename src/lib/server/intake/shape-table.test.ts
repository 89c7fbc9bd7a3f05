import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntakeError } from './intake-error.ts';
import { nameTable, shapeTable } from './shape-table.ts';

const rowsOf = (...rows: string[][]) => rows.map((cells, at) => ({ line: at + 1, cells }));

describe('shapeTable', () => {
  it('finds the headings under title lines, and keeps where each row is', () => {
    const table = shapeTable(
      rowsOf(
        ['Lieux du département'],
        [],
        ['Mise à jour', '2026'],
        ['nom', 'ville', 'cp', 'tel', 'site'],
        ['', ''],
        ['a', 'b', '1', '', ''],
      ),
    );
    expect(table).toEqual({
      headings: ['nom', 'ville', 'cp', 'tel', 'site'],
      rows: [['a', 'b', '1', '', '']],
      lines: [6],
    });
  });

  it('prefers words to numbers for headings', () => {
    const table = shapeTable(rowsOf(['2024', '2025', ''], ['nom', 'ville', 'cp'], ['a', 'b', '1']));
    expect(table.headings).toEqual(['nom', 'ville', 'cp']);
  });

  it('names what has no name and tells twins apart', () => {
    const { headings } = shapeTable(
      rowsOf(['nom', '', 'nom', 'nom (2)', ' Nom\n du lieu '], ['a', 'b', 'c', 'd', 'e']),
    );
    expect(headings).toEqual(['nom', 'colonne 2', 'nom (2)', 'nom (2) (2)', 'Nom du lieu']);
  });

  it('fills short rows and keeps extra cells in columns of their own', () => {
    expect(shapeTable(rowsOf(['a', 'b'], ['1'], ['x', 'y', 'z', '']))).toEqual({
      headings: ['a', 'b', 'colonne 3'],
      rows: [
        ['1', '', ''],
        ['x', 'y', 'z'],
      ],
      lines: [2, 3],
    });
  });

  it('keeps nothing that the database or UTF-8 cannot', () => {
    const { rows } = nameTable(['a'], [{ line: 1, cells: ['x\0y\ud800z😀'] }]);
    expect(rows).toEqual([['xy\ufffdz😀']]);
  });

  it('says when there is no row, and when the whole is too large', () => {
    expect(() => shapeTable(rowsOf(['a', 'b']))).toThrow(/Rien n’a été enregistré/);
    expect(() => shapeTable([])).toThrow(IntakeError);
    const wide = Array.from({ length: 16_000 }, () => 'x');
    expect(() => shapeTable(rowsOf(wide, ...Array.from({ length: 200 }, () => ['x'])))).toThrow(
      /2\s000\s000 cases/,
    );
    expect(() => nameTable(['a'], rowsOf([...wide, ...wide]))).toThrow(/16\s384 colonnes/);
  });

  it('gives unique headings and rows of one length whatever the cells', () => {
    const cell = fc.oneof(fc.constantFrom('', 'a', 'a (2)', 'colonne 2', '1'), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 30 }), (rows) => {
        try {
          const table = shapeTable(rowsOf(...rows));
          expect(new Set(table.headings).size).toBe(table.headings.length);
          expect(table.headings.every((heading) => heading !== '')).toBe(true);
          expect(table.rows.every((row) => row.length === table.headings.length)).toBe(true);
          expect(table.lines).toHaveLength(table.rows.length);
        } catch (error) {
          expect(error).toBeInstanceOf(IntakeError);
        }
      }),
    );
  });
});
