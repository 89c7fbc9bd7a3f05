import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectSeparator } from './detect-separator.ts';
import { IntakeError } from './intake-error.ts';
import { readCsv } from './read-csv.ts';

const silent = () => undefined;
const read = (content: string | Buffer) => readCsv(Buffer.from(content), 'lieux.csv', silent);

describe('readCsv', () => {
  it.each([';', ',', '\t'] as const)('finds the separator %j', async (separator) => {
    const text = [
      ['nom', 'adresse', 'cp'],
      ['É', '"1, rue; A\tB"', '01001'],
      ['b', '', '2'],
    ]
      .map((row) => row.join(separator))
      .join('\n');
    expect(await read(text)).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      separator,
      sheet: null,
      headings: ['nom', 'adresse', 'cp'],
      rows: [
        ['É', '1, rue; A\tB', '01001'],
        ['b', '', '2'],
      ],
      lines: [2, 3],
    });
  });

  it('reads windows-1252, and UTF-8 with its mark', async () => {
    const old = await read(Buffer.from('nom;prix\nPôle num\x92rique;5\x80\n', 'latin1'));
    expect(old).toMatchObject({ encoding: 'windows-1252', rows: [['Pôle num’rique', '5€']] });
    const marked = await read('\ufeffnom;prix\né;5\n');
    expect(marked).toMatchObject({ encoding: 'utf-8', headings: ['nom', 'prix'] });
  });

  it.each(['\n', '\r\n', '\r'])('says the line where a row starts, line breaks being %j', async (end) => {
    const text = ['Titre', '', 'nom;cp', `"a${end}b";1`, 'c;2', '', `"d${end}${end}e";3`, 'f;4'].join(end);
    const { lines, rows } = await read(text);
    expect(lines).toEqual([4, 6, 8, 11]);
    expect(rows[0]?.[0]).toBe(`a${end}b`);
  });

  it('keeps one column, a formula and quotes inside a cell as they are', async () => {
    expect(await read('nom\na\nb\n')).toMatchObject({ separator: null, rows: [['a'], ['b']] });
    const { rows } = await read('nom;x\n=1+1;@SUM(A1)\nLe "Hub";y\n');
    expect(rows).toEqual([
      ['=1+1', '@SUM(A1)'],
      ['Le "Hub"', 'y'],
    ]);
  });

  it.each([
    ['a quote never closed', 'a;b\n"c;d\n', /guillemet/],
    ['a NUL', 'a;b\nc\0;d\n', /CSV, XLSX, ODS/],
    ['UTF-16', Buffer.from('\ufeffa;b\n', 'utf16le'), /UTF-16/],
    ['a line without end', 'a;b\n' + ';'.repeat(1_100_000), /1\s000\s000 caractères/],
    ['too many columns', 'a;b\n' + ';'.repeat(20_000) + 'c\n', /16\s384 colonnes/],
    ['too many rows', 'a\n'.repeat(600_000), /500\s000 lignes/],
  ])('refuses %s', async (_, content, expected) => {
    const refusal: unknown = await read(content).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(IntakeError);
    expect(String(refusal)).toMatch(expected);
    expect(String(refusal)).toContain('Rien n’a été enregistré.');
  });

  it('gives back any text written between quotes', async () => {
    const cell = fc.string({ maxLength: 20 }).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['nom;ville', ...rows.map((row) => row.map(quoted).join(';'))].join('\r\n');
        // Control characters are the mark of what is no text.
        fc.pre(![...text].some((character) => character < ' ' && !'\r\n'.includes(character)));
        expect((await read(text)).rows).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });
});

describe('detectSeparator', () => {
  it('is not taken in by a comma in each row', () => {
    expect(detectSeparator('nom;position;cp\na;48,2;1\nb;47,3;2\n')).toBe(';');
    expect(detectSeparator('')).toBeNull();
  });
});
