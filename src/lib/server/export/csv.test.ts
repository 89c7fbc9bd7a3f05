import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv.ts';
import { column, openSample, sample, texts } from './fixture.ts';
import { OpenTable } from './table-export.ts';

const read = (text: string): string[][] => parse(text, { bom: true, delimiter: ';' }) as string[][];

const numbers = (values: readonly number[]): OpenTable =>
  OpenTable.of(
    sample({
      columns: [column('n', { kind: 'number' })],
      rows: () => values.map((value, at) => ({ id: String(at), cells: [value] })),
    }),
  );

describe('writeCsv', () => {
  it('writes what a French office opens', () => {
    const [headings, ...rows] = [...writeCsv(openSample())].join('').split('\r\n');
    expect(headings).toMatch(/^\ufeffCode officiel;Commune;"?Chômage \(%, 2022, Insee\)/);
    expect(headings).toMatch(/;Sources;Fichier établi le$/);
    const said = ';Insee, RP 2022 (Licence Ouverte 2.0);2026-11-24';
    expect(rows).toEqual([
      `"01001";L’Abergement;12,25;valeur;;${said}`,
      `2A004;Ajaccio;;secret statistique;;${said}`,
      `"38185";"A;B ""C""";-3;estimé;-4,5;-1${said}`,
      '',
    ]);
  });

  it('adds nothing to a table whose own columns tell source and day', () => {
    const [headings] = [...writeCsv(openSample({ tellsItself: true }))];
    expect(headings).not.toContain('Sources');
  });

  it('is read back as it was written', () => {
    const word = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/^['\0]|^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^\s/u.test(text));
    fc.assert(
      fc.property(fc.array(word), (values) => {
        const rows = read([...writeCsv(texts(values))].join('')).slice(1);
        expect(rows.map(([text]) => text)).toEqual(values);
      }),
      { numRuns: 2_000 },
    );
  });

  it('writes any number so that a French spreadsheet finds it again', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (values) => {
        const rows = read([...writeCsv(numbers(values))].join('')).slice(1);
        rows.forEach(([text = ''], at) => {
          expect(text).toMatch(/^-?\d+(?:,\d+)?$/);
          const value = values[at] as number;
          const found = Number(text.replace(',', '.'));
          if (Math.abs(value) > 1e-6) expect(found).toBeCloseTo(value, 12 - Math.log10(Math.abs(value) + 1));
          if (Number.isInteger(value) && Number.isSafeInteger(value))
            expect(found).toBe(value === 0 ? 0 : value);
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
