import { buffer } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/universal';
import { ZipFile } from 'yazl';
import { IntakeError } from './intake-error.ts';
import { MAX_PART_BYTES } from './limits.ts';
import type { CheckedZip } from './open-zip.ts';
import { plainNumber } from './plain-number.ts';
import { readXml, type XmlListener } from './read-xml.ts';
import { refusals } from './refusals.ts';
import { shapeTable } from './shape-table.ts';
import type { Progress, RawRow, TableFile } from './table-file.ts';
import { xlsxCellText } from './xlsx-cell.ts';
import { XlsxCodes } from './xlsx-codes.ts';
import { XlsxVetting } from './xlsx-vetting.ts';
import { readWorkbook, type Workbook } from './xlsx-workbook.ts';

/** Steps of the reading, as shares: the sheet is checked, then read. */
const CHECKED = 0.4;
const PACKED = 0.5;

/**
 * The first sheet that holds something of an XLSX, hidden ones last; the last result of a formula is
 * taken, never the formula. `unresolved` is what a cell says whose formula has none; where it is said, errors
 * are too. The library is given a workbook of our own that holds the parts already
 * checked and nothing else: it trusts sizes and addresses, and its Node version would start threads of
 * its own, outside our limits. Throws an `IntakeError`.
 */
export async function readXlsx(
  zip: CheckedZip,
  onprogress: Progress,
  unresolved: string,
): Promise<TableFile> {
  const workbook = await readWorkbook(zip);
  const codes = new XlsxCodes();
  const styles = workbook.styles === null ? null : await checkPart(zip, workbook.styles, codes);
  const strings =
    workbook.sharedStrings === null
      ? null
      : await checkPart(zip, workbook.sharedStrings, { open: () => undefined });
  for (const { name, part } of workbook.sheets) {
    const vetting = new XlsxVetting(codes.digits);
    const sheet = await checkPart(zip, part, vetting);
    if (!vetting.filled) continue;
    onprogress(CHECKED);
    const packed = await pack(workbook, { sheet, styles, strings });
    onprogress(PACKED);
    const rows = await readRows(packed, vetting, unresolved);
    return { format: 'xlsx', encoding: null, separator: null, sheet: name, ...shapeTable(rows) };
  }
  throw refusals.noSheet();
}

/** The bytes of a part, once a listener heard the whole of it. */
async function checkPart(zip: CheckedZip, part: string, listener: XmlListener): Promise<Buffer> {
  const held: Buffer[] = [];
  async function* kept(): AsyncGenerator<Buffer> {
    for await (const chunk of zip.read(part, MAX_PART_BYTES)) {
      held.push(chunk);
      yield chunk;
    }
  }
  await readXml(kept(), listener);
  return Buffer.concat(held);
}

interface Parts {
  sheet: Buffer;
  styles: Buffer | null;
  strings: Buffer | null;
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet, its parts stored as they are. */
async function pack({ from1904 }: Workbook, { sheet, styles, strings }: Parts): Promise<ArrayBuffer> {
  const archive = new ZipFile();
  const add = (path: string, content: Buffer): void => archive.addBuffer(content, path, { compress: false });
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"/>`;
  add(
    'xl/workbook.xml',
    Buffer.from(
      `<workbook xmlns:r="${RELATION}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="s" sheetId="1" r:id="s"/></sheets></workbook>`,
    ),
  );
  const relations = [relation('s', 'worksheet', 'sheet.xml')];
  add('xl/sheet.xml', sheet);
  if (styles) {
    add('xl/styles.xml', styles);
    relations.push(relation('f', 'styles', 'styles.xml'));
  }
  if (strings) {
    add('xl/sharedStrings.xml', strings);
    relations.push(relation('t', 'sharedStrings', 'sharedStrings.xml'));
  }
  add('xl/_rels/workbook.xml.rels', Buffer.from(`<Relationships>${relations.join('')}</Relationships>`));
  archive.end();
  const packed = new Uint8Array(await buffer(archive.outputStream));
  return packed.buffer;
}

async function readRows(
  packed: ArrayBuffer,
  { codes, failures }: XlsxVetting,
  unresolved: string,
): Promise<RawRow[]> {
  try {
    const sheet: unknown[][] = await readSheet(packed, 1, { trim: false, parseNumber: plainNumber });
    return sheet.map((row, at) => {
      const digits = codes.get(at + 1);
      const cells = row.map((cell, column) => xlsxCellText(cell, digits?.get(column)));
      if (unresolved !== '')
        for (const [column, shown] of failures.get(at + 1) ?? [])
          if (column < cells.length) cells[column] = shown || unresolved;
      return { line: at + 1, cells };
    });
  } catch (cause) {
    throw cause instanceof IntakeError ? cause : refusals.brokenWorkbook(cause);
  }
}
