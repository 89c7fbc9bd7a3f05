import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { csvText } from './csv.ts';

const read = (text: string): string[][] =>
  parse(text, { bom: true, delimiter: ';', relaxColumnCount: true }) as string[][];

describe('csvText', () => {
  it('writes what a French office opens', () => {
    expect(
      csvText([
        ['Code', 'Valeur'],
        ['01001', 12.5],
        ['2A004', -3],
        ['a;b', null],
      ]),
    ).toBe('\ufeffCode;Valeur\r\n"01001";12,5\r\n2A004;-3\r\n"a;b";\r\n');
  });

  it.each(['=1+1', '+33', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")'])(
    'never lets %j be a formula',
    (text) => {
      const [[cell] = []] = read(csvText([[text]]));
      expect(cell).toBe(`'${text}`);
    },
  );

  it('keeps a negative number a number', () => expect(csvText([[-12.75]])).toBe('\ufeff-12,75\r\n'));

  it('is read back as it was written', () => {
    const text = fc
      .string()
      .filter((word) => !/^[=+\-@\t\r]/.test(word) && word.trim() === word && word !== '');
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        expect(read(csvText(rows))).toEqual(rows);
      }),
      { numRuns: 1_000 },
    );
  });
});
