import { OdsSheet } from './ods-sheet.ts';
import type { CheckedZip } from './open-zip.ts';
import { readXml } from './read-xml.ts';
import { refusals } from './refusals.ts';
import { shapeTable } from './shape-table.ts';
import type { Progress, TableFile } from './table-file.ts';

const CONTENT = 'content.xml';

/**
 * The first sheet that holds something of an OpenDocument workbook; `unresolved` is what a cell says whose
 * formula has no result. Throws an `IntakeError`.
 */
export async function readOds(zip: CheckedZip, onprogress: Progress, unresolved: string): Promise<TableFile> {
  const sheet = new OdsSheet(unresolved);
  await readXml(told(zip.read(CONTENT), zip.sizeOf(CONTENT), onprogress), sheet);
  if (sheet.rows.length === 0) throw refusals.noSheet();
  return { format: 'ods', encoding: null, separator: null, sheet: sheet.name, ...shapeTable(sheet.rows) };
}

/** The same bytes, telling how many went by. */
export async function* told(
  bytes: AsyncIterable<Buffer>,
  total: number,
  onprogress: Progress,
): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of bytes) {
    yield chunk;
    read += chunk.length;
    onprogress(Math.min(1, read / Math.max(total, 1)));
  }
}
