import type { OpenCell } from './table-export.ts';
import { escapeXml, MAIN, XML_HEAD } from './xlsx-parts.ts';

/** What Excel holds: more is lost without a word, so it is refused before. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;

/** A row of a sheet: a style for each cell, and a height in points where the default does not do. */
export interface SheetRow {
  cells: readonly OpenCell[];
  styles: readonly number[];
  height?: number;
}

export interface Sheet {
  /** Widths of the columns, in characters. */
  widths: readonly number[];
  /** Whether the first row stays in sight. */
  frozen: boolean;
  rows: Iterable<SheetRow>;
}

/** « A », « Z », « AA »: the name of a column from its place. */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

const FROZEN =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '<selection pane="bottomLeft"/>';

/**
 * A sheet, row by row. Texts are text cells and numbers number cells: there is no formula. Throws a
 * `RangeError` past the rows that a spreadsheet holds.
 */
export function* writeSheet({ widths, frozen, rows }: Sheet): Generator<string> {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  yield (
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `${frozen ? FROZEN : ''}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
  );
  const names = widths.map((_, at) => columnName(at));
  let number = 0;
  for (const row of rows) {
    if (++number > MOST_ROWS) throw new RangeError(`a sheet holds ${MOST_ROWS} rows at most`);
    yield writeRow(row, number, names);
  }
  yield '</sheetData></worksheet>';
}

function writeRow({ cells, styles, height }: SheetRow, number: number, names: readonly string[]): string {
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  const written = cells.map((cell, at) => {
    if (cell === null) return '';
    const place = `r="${names[at] ?? columnName(at)}${number}" s="${styles[at] ?? 0}"`;
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
    const text = escapeXml(cell.slice(0, MOST_CHARACTERS));
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${number}"${tall}>${written.join('')}</row>`;
}
