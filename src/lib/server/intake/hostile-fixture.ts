import { drawFor } from '../../domain/random/draw.ts';
import {
  odsCell,
  odsContent,
  odsOf,
  odsRow,
  odsTable,
  xlsxOf,
  xlsxParts,
  xlsxText,
  zipOf,
} from './fixture.ts';

/** A file of a test that wishes harm, or went wrong. */
export interface HostileFile {
  name: string;
  bytes: Buffer;
}

const CSV = 'nom;adresse;cp\n"Hub; « é »";"1\nrue";01001\nb;c;2\n';
const JSON_LIST = '[{"nom":"Hub é","adresse":{"ville":"Lyon"},"services":["x","y"]},{"nom":null,"prix":1e3}]';
const GEOJSON =
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"a"},"geometry":{"type":"Polygon","coordinates":[[[0,1],[2,3],[0,1]]]}}]}';
const SHEET = `<row r="1">${xlsxText('A1', 'nom')}${xlsxText('B1', 'cp')}</row><row r="2">${xlsxText('A2', 'é')}<c r="B2"><v>1001</v></c></row>`;
const TABLE = odsTable('F', odsRow(odsCell('nom'), odsCell('cp')), odsRow(odsCell('é'), odsCell('1')));

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`;
const EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';

/** A good file of each kind, from which others are spoilt. */
export const seeds = async (): Promise<Record<'csv' | 'json' | 'geojson' | 'xlsx' | 'ods', Buffer>> => ({
  csv: Buffer.from(CSV),
  json: Buffer.from(JSON_LIST),
  geojson: Buffer.from(GEOJSON),
  xlsx: await xlsxOf({ sheets: { F: SHEET } }),
  ods: await odsOf(TABLE),
});

/** The texts that the workbooks hold, and how to pack one again. */
export const packers = {
  xlsx: {
    text: SHEET,
    pack: (text: string): Promise<Buffer> => xlsxOf({ sheets: { F: text } }),
  },
  ods: { text: TABLE, pack: (text: string): Promise<Buffer> => odsOf(text) },
} as const;

/** A file spoilt at a few places: bits, bytes, cuts, copies of its own parts and of words that mean something. */
export function spoil(bytes: Buffer, seed: number): Buffer {
  const words = ['"', ';', '\n', '[', '{', '\0', '<', '&x;', ']]>', '2147483648', 'PK', '\\ud800', '=1+1'];
  let spoilt = bytes;
  const changes = 1 + (drawFor(seed) % 4);
  for (let change = 0; change < changes; change++) {
    const draw = (what: number, below: number): number => drawFor(seed, change, what) % Math.max(below, 1);
    const at = draw(0, spoilt.length);
    const length = draw(1, 12);
    const before = spoilt.subarray(0, at);
    const after = spoilt.subarray(at);
    const inserted = [
      Buffer.of(draw(2, 256)),
      Buffer.alloc(0),
      spoilt.subarray(draw(3, spoilt.length), draw(4, spoilt.length)),
      Buffer.from(words[draw(5, words.length)] ?? ''),
    ][draw(6, 4)] as Buffer;
    spoilt = Buffer.concat([before, inserted, after.subarray(draw(7, 2) === 0 ? length : 1)]);
  }
  return spoilt;
}

/** A hundred and more files, each light enough to be read in one thread after the other. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const good = await seeds();
  const files: HostileFile[] = [];
  const add = (name: string, content: string | Buffer): void =>
    void files.push({ name, bytes: Buffer.from(content) });
  for (const [kind, bytes] of Object.entries(good)) {
    const parts = kind === 'xlsx' || kind === 'ods' ? 14 : 6;
    for (let part = 0; part < parts; part++)
      add(`cut-${part}.${kind}`, bytes.subarray(0, Math.floor((bytes.length * part) / parts)));
    add(`wrong-name-${kind}.pdf`, bytes);
    add(`nul.${kind}`, Buffer.concat([bytes.subarray(0, 20), Buffer.of(0), bytes.subarray(20)]));
    add(`tail.${kind}`, Buffer.concat([bytes, Buffer.from('PK\x05\x06garbage')]));
    add(`cp1252.${kind}`, Buffer.from(bytes.toString('latin1').replace('nom', 'n\x80\x81m'), 'latin1'));
  }
  for (let seed = 0; seed < 12; seed++)
    add(`random-${seed}`, Buffer.from(Array.from({ length: 3_000 }, (_, at) => drawFor(seed, at) & 255)));
  for (const cell of ['=1+1', '@SUM(A1)', '<script>alert(1)</script>', '&lt;b&gt;', "'; DROP TABLE x; --"]) {
    add(`cell-${files.length}.csv`, `nom;cp\n${cell};1\n`);
    add(`cell-${files.length}.json`, JSON.stringify([{ nom: cell, [cell]: 1 }]));
  }
  for (const value of [
    'NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '"\\ud800"',
    '"\\u0000"',
    'undefined',
    '0x10',
  ])
    add(`value-${value}.json`, `[{"a":${value},"b":1}]`);
  for (const [name, text] of Object.entries({
    'lone-surrogate.csv': Buffer.from('nom;cp\n\xed\xa0\x80;1\n', 'latin1'),
    'columns.csv': `a;b\n${';'.repeat(999_000)}x\n`,
    'columns-16385.csv': `a;b\n${';'.repeat(16_384)}x\n`,
    'cell.csv': `a;b\n"${'x'.repeat(2_000_000)}";1\n`,
    'quote.csv': `a;b\n"${'x;y\n'.repeat(100_000)}`,
    'blank.csv': '\n'.repeat(500_000),
    'deep.json': '['.repeat(100_000),
    'deep-closed.json': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    'deep-object.json': `[${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}]`,
    'prototype.json': '[{"__proto__":{"a":1},"constructor":{"prototype":{"b":2}}}]',
    'keys.json': `[{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(',')}}]`,
    'diagonal.json': `[${Array.from({ length: 3_000 }, (_, at) => `{"k${at}":1}`).join(',')}]`,
    'ring.geojson': GEOJSON.replace('[0,1],', '[0,1],'.repeat(500_000)),
    'page.xls': '<!doctype html><table><tr><td>x</td></tr></table>',
    'feed.csv': `<?xml version="1.0"?>${LAUGHS}<a>&j;</a>`,
    'old.xls': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  }))
    add(name, text);
  const sheet = (
    name: string,
    data: string,
    rest: { before?: string; strings?: string; styles?: string } = {},
  ) => xlsxOf({ sheets: { F: data }, ...rest }).then((bytes) => add(name, bytes));
  await sheet('laughs.xlsx', SHEET.replace('é', '&j;'), { before: LAUGHS });
  await sheet('external.xlsx', SHEET.replace('é', '&e;'), { before: EXTERNAL });
  await sheet('laughs-strings.xlsx', SHEET, { strings: `${LAUGHS}<sst><si><t>&j;</t></si></sst>` });
  await sheet('laughs-styles.xlsx', SHEET, { styles: `${LAUGHS}<styleSheet/>` });
  await sheet('formula.xlsx', SHEET.replace('<v>', '<f>HYPERLINK("http://mal.test")</f><v>'));
  await sheet('column.xlsx', `<row r="1">${xlsxText('XFE1', 'x')}</row>`);
  await sheet('corner.xlsx', `<row r="1">${xlsxText('XFD1048576', 'x')}</row>`);
  await sheet('rows.xlsx', `<row r="4294967296">${xlsxText('A1', 'x')}</row>`);
  await sheet(
    'disorder.xlsx',
    `<row r="2">${xlsxText('A2', 'x')}</row><row r="1">${xlsxText('A1', 'x')}</row>`,
  );
  await sheet('nested.xlsx', '<row>'.repeat(5_000));
  await sheet('date.xlsx', SHEET.replace('<v>1001', '<v>1e308'));
  const million = '<worksheet><dimension ref="A1:XFDXX1000000"/>';
  const parts = xlsxParts({ sheets: { F: SHEET } });
  const first = 'xl/worksheets/sheet1.xml';
  add(
    'dimension.xlsx',
    await zipOf({ ...parts, [first]: (parts[first] ?? '').replace(/<worksheet[^>]*>/, million) }),
  );
  add('inner-zip.xlsx', await zipOf({ ...parts, 'xl/embeddings/a.zip': good.xlsx }));
  add('path.xlsx', await zipOf({ ...parts, 'xl/x/y/z/evil.xml': '<a/>' }));
  add('no-sheet.xlsx', await zipOf({ 'xl/workbook.xml': parts['xl/workbook.xml'] ?? '' }));
  add('laughs.ods', await odsOf(TABLE.replace('é', '&j;'), LAUGHS));
  add('external.ods', await odsOf(TABLE.replace('é', '&e;'), EXTERNAL));
  for (const [name, table] of Object.entries({
    rows: `<table:table-row table:number-rows-repeated="2147483648">${odsCell('x')}</table:table-row>`,
    columns: odsRow(odsCell('x').replace('office:', 'table:number-columns-repeated="2147483648" office:')),
    both: `<table:table-row table:number-rows-repeated="1000000">${odsCell('x').replace('office:', 'table:number-columns-repeated="16384" office:')}</table:table-row>`,
    spaces: odsRow(odsCell('<text:s text:c="4294967296"/>x')),
    nested: odsRow(odsCell('<text:span>'.repeat(5_000))),
    formula: odsRow(odsCell('x').replace('office:', 'table:formula="of:=1+1" office:')),
  }))
    add(`${name}.ods`, await odsOf(odsTable('F', odsRow(odsCell('a')), table)));
  add('bomb-ratio.ods', await zipOf({ 'content.xml': odsContent(`<!--${' '.repeat(20_000_000)}-->`) }));
  return files;
}
