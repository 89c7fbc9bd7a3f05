import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { column, gather, openSample, sample, texts } from './fixture.ts';
import { OpenTable } from './table-export.ts';
import { writeXlsx } from './xlsx.ts';
import { columnName, writeSheet, type SheetRow } from './xlsx-sheet.ts';
import { partsOf } from '../../../../tests/support/workbook.ts';

const write = (table: OpenTable): Promise<Buffer> => gather(writeXlsx(table));

describe('writeXlsx', () => {
  it('is read by others as it was written: codes as text, numbers as numbers, unknown as nothing', async () => {
    const rows = await readSheet(await write(openSample()), 'Données');
    expect(rows[0]).toEqual([
      'Code officiel',
      'Commune',
      'Chômage (%, 2022, Insee)',
      'Chômage, état',
      'Chômage, borne basse à 90 % (%, 2022, Insee)',
      'Chômage, borne haute à 90 % (%, 2022, Insee)',
    ]);
    expect(rows.slice(1)).toEqual([
      ['01001', 'L’Abergement', 12.25, 'valeur', null, null],
      ['2A004', 'Ajaccio', null, 'secret statistique', null, null],
      ['38185', 'A;B "C"', -3, 'estimé', -4.5, -1],
    ]);
  });

  it('has a sheet of sources with title, day, licence, page, method and reservations', async () => {
    const text = (await readSheet(await write(openSample()), 'Sources')).flat().join('\n');
    for (const part of [
      'Communes : Isère',
      'Fichier établi avec Maillage le 24 novembre 2026',
      'Licence Ouverte 2.0',
      'https://www.insee.fr/',
      'RP 2022',
      '24/11/2026',
      'Une note.',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('freezes its headings, and shows each number with its digits', async () => {
    const parts = await partsOf(await write(openSample()));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    const style = Number(/<c r="C2" s="(\d+)"/.exec(sheet)?.[1]);
    const styles = parts.get('xl/styles.xml') ?? '';
    const xfs = [...(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g)];
    expect(styles).toContain(`<numFmt numFmtId="${xfs[style]?.[1]}" formatCode="#,##0.0"/>`);
  });

  it('gives the same bytes for the same table', async () => {
    expect(await write(openSample())).toEqual(await write(openSample()));
  });

  it('keeps any text: marks of XML, line breaks, words of JavaScript, what looks like an escape', async () => {
    const odd = ['<b>&"\'', 'a\r\nb\tc', '__proto__', 'constructor', ' bords ', 'é'.repeat(40_000)];
    const rows = (await readSheet(await write(texts(odd)), 'Données', { trim: false })).slice(1);
    expect(rows.map(([text]) => text)).toEqual(odd.map((text) => text.slice(0, 32_767)));
    const escaped = (await partsOf(await write(texts(['_x0041_'])))).get('xl/worksheets/sheet1.xml');
    expect(escaped).toContain('_x005F_x0041_');
  });

  it('is well formed whatever the characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), async (values) => {
        const rows = await readSheet(await write(texts(['x', ...values])), 'Données', { trim: false });
        expect(rows).toHaveLength(values.length + 2);
        expect(rows.every(([, end], at) => at === 0 || end === 'fin')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('passes on what stops its rows', async () => {
    const broken = OpenTable.of(
      sample({
        columns: [column('a')],
        rows: function* () {
          yield { id: '1', cells: ['a'] };
          throw new Error('the database went away');
        },
      }),
    );
    await expect(write(broken)).rejects.toThrow('the database went away');
  });
});

it('refuses more rows than a sheet holds', () => {
  function* endless(): Generator<SheetRow> {
    for (;;) yield { cells: [], styles: [] };
  }
  const sheet = writeSheet({ widths: [10], frozen: false, rows: endless() });
  expect(() => {
    for (const piece of sheet) if (piece === '') break;
  }).toThrow('a sheet holds 1048576 rows at most');
});

it('names columns as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
