import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { citationColumns } from '../export/citation.ts';
import { isFormula } from '../export/csv.ts';
import { frenchCsv, plainCsv } from './rows.ts';

const HEADINGS = ['texte', 'nombre', 'oui', 'liste'];

const row = fc.record({
  texte: fc.option(fc.string({ unit: 'grapheme' }), { nil: null }),
  nombre: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), {
    nil: null,
  }),
  oui: fc.option(fc.boolean(), { nil: null }),
  liste: fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { maxLength: 3 }),
});

it('RFC 4180 reads back as it was, to a reader that is not ours', () =>
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const text = [...plainCsv(HEADINGS, rows)].join('');
      const read = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
      expect(read).toHaveLength(rows.length);
      for (const [at, { texte, nombre, oui, liste }] of rows.entries()) {
        const cell = read[at] ?? {};
        expect(cell.texte).toBe(texte !== null && isFormula(texte) ? `'${texte}` : (texte ?? ''));
        expect(cell.nombre === '' ? null : Number(cell.nombre)).toBe(nombre === 0 ? 0 : nombre);
        expect(cell.oui).toBe(oui === null ? '' : String(Number(oui)));
        expect(cell.liste).toBe(liste.join('|'));
      }
    }),
    { numRuns: 500 },
  ));

it('no cell of either is a formula to a spreadsheet, and negative numbers stay numbers', () => {
  const rows = [{ texte: '=1+1', nombre: -2.5, oui: true, liste: ['+a', 'b'] }];
  expect([...plainCsv(HEADINGS, rows)][1]).toBe("'=1+1,-2.5,1,'+a|b\r\n");
  const said = citationColumns('=Insee', '2026-11-24');
  expect([...frenchCsv(HEADINGS, rows, said)][1]).toBe('"\'=1+1";-2,5;1;"\'+a|b";"\'=Insee";2026-11-24\r\n');
});
