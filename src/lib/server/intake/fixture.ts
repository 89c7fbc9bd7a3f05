import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A zip of a test, its entries by path. */
export async function zipOf(entries: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [path, content] of Object.entries(entries)) archive.addBuffer(Buffer.from(content), path);
  archive.end();
  return buffer(archive.outputStream);
}

const ODS_NAMESPACES = ['office', 'table', 'text', 'draw']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** The `content.xml` of an OpenDocument workbook around its tables; `before` comes first in the file. */
export const odsContent = (tables: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<office:document-content ${ODS_NAMESPACES}><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;

/** An OpenDocument workbook of a test. */
export const odsOf = (tables: string, before = ''): Promise<Buffer> =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': odsContent(tables, before),
  });

export const odsCell = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;

export const odsRow = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

export const odsTable = (name: string, ...rows: string[]): string =>
  `<table:table table:name="${name}">${rows.join('')}</table:table>`;

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface SampleWorkbook {
  /** `sheetData` of each sheet, by name. */
  sheets: Record<string, string>;
  styles?: string;
  strings?: string;
  /** Comes first in each sheet. */
  before?: string;
}

/** The parts of an XLSX of a test, by path. */
export function xlsxParts({ sheets, styles, strings, before = '' }: SampleWorkbook): Record<string, string> {
  const names = Object.keys(sheets);
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${styles === undefined ? '' : relation('styles', 'styles', 'styles.xml')}${strings === undefined ? '' : relation('strings', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strings }),
    ...Object.fromEntries(
      Object.values(sheets).map((data, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${before}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
  };
}

export const xlsxOf = (workbook: SampleWorkbook): Promise<Buffer> => zipOf(xlsxParts(workbook));

/** A text cell of a sheet of XLSX. */
export const xlsxText = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
