import { describe, expect, it } from 'vitest';
import { readCell, readShare } from './cells.ts';
import { ImportError } from '../import-error.ts';
import { decodeUtf8 } from './read-file.ts';
import { readTable } from './read-table.ts';

const read = (text: string, skip = 0) =>
  readTable(text, 'f.csv', { separator: ';', columns: ['code', 'x'], skip });

function failure(act: () => unknown): ImportError {
  try {
    act();
  } catch (cause) {
    if (cause instanceof ImportError) return cause;
    throw cause;
  }
  throw new Error('nothing was thrown');
}

describe('readTable', () => {
  it('reads rows with their line, quoted fields over several lines included', () => {
    const rows = read('code;x\n01001;1\n"01\n002";2\n\n01003;3\n');
    expect(rows.map((row) => [row.line, row.get('code'), row.get('x')])).toEqual([
      [2, '01001', '1'],
      [3, '01\n002', '2'],
      [expect.any(Number), '01003', '3'],
    ]);
  });

  it('skips title lines and a byte order mark, whatever the line ends', () => {
    expect(read('titre;\r\n;\r\ncode;x\r\n1;2\r\n', 2)[0]?.line).toBe(4);
    expect(read('\uFEFFcode;x\n1;2')[0]?.get('code')).toBe('1');
  });

  it('names the missing column, the line and what was expected', () => {
    const error = failure(() => read('code;y\n1;2'));
    expect(error.where).toMatchObject({ file: 'f.csv', line: 1, column: 'x' });
    expect(error.message).toBe(
      'f.csv, ligne 1, colonne « x » : cette colonne manque (trouvées : code, y). Attendu : les colonnes code, x.',
    );
  });

  it('names the line where the file is cut short', () => {
    expect(failure(() => read('code;x\n1;2\n3')).where).toMatchObject({ line: 3, column: 'x' });
    expect(failure(() => read('code;x\n1;2\n3;"4')).where.line).toBeGreaterThanOrEqual(3);
  });

  it('refuses an empty file and one that has only its header', () => {
    expect(failure(() => read('')).message).toContain('le fichier est vide');
    expect(failure(() => read('code;x\n')).message).toContain('n’a que son en-tête');
  });
});

describe('cells', () => {
  const cell = (text: string) =>
    readCell(read(`code;x\n1;${text}`)[0] as ReturnType<typeof read>[number], 'x', 'f.csv');

  it('tell a value, a secret and an absence apart', () => {
    expect(cell('12,5').value).toBe(12.5);
    expect(cell('-3').value).toBe(-3);
    expect(cell('0')).toMatchObject({ state: 'value', value: 0 });
    expect(cell('s')).toMatchObject({ state: 'secret', value: null });
    for (const text of ['', 'nd', ' - undefined'])
      expect(cell(text)).toMatchObject({ state: 'absent', value: null });
  });

  it('stop at what is no number', () => {
    expect(failure(() => cell('12 %')).where).toEqual({
      file: 'f.csv',
      line: 2,
      column: 'x',
      expected: 'un nombre, « s » (secret), « nd » ou rien',
    });
    const over = read('code;x\n1;101')[0] as ReturnType<typeof read>[number];
    expect(failure(() => readShare(over, 'x', 'f.csv')).message).toContain('un nombre de 0 à 100');
  });
});

describe('decodeUtf8', () => {
  it('names the first line in another encoding', () => {
    const bytes = Buffer.concat([Buffer.from('code;x\n1;é\n'), Buffer.from([0x32, 0x3b, 0xe9, 0x0a])]);
    expect(failure(() => decodeUtf8(bytes, 'f.csv')).where).toMatchObject({ file: 'f.csv', line: 3 });
  });
});
