import { headingOf, type OpenCell, type OpenTable } from './table-export.ts';

/**
 * What spreadsheets may take for a formula: `= + - @`, their full-width and small forms, the true
 * minus, with or without white space before, and a cell that opens with a tab or a line break.
 */
const FORMULA = /^(?:[\t\r\n\0]|[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** Whether a spreadsheet may take a text for a formula. */
export const isFormula = (text: string): boolean => FORMULA.test(text);

const MUST_QUOTE = /[";\r\n\t]|^\s|\s$/;

/** A French spreadsheet's number: decimal comma, no separator of thousands, no exponent. */
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const plain = String(value === 0 ? 0 : value);
  if (!plain.includes('e')) return plain.replace('.', ',');
  return value.toLocaleString('fr-FR', { useGrouping: false, maximumFractionDigits: 20 });
}

/** Codes keep their zeros and text never becomes a formula: both are quoted, the latter behind an apostrophe. */
function writeText(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  const code = /^\d+$/.test(safe);
  return code || safe !== text || MUST_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const writeCell = (cell: OpenCell): string => {
  if (cell === null) return '';
  return typeof cell === 'number' ? writeNumber(cell) : writeText(cell);
};

/** The byte-order mark by which spreadsheets know UTF-8. */
const BOM = '\ufeff';

const line = (cells: readonly OpenCell[]): string => `${cells.map(writeCell).join(';')}\r\n`;

/**
 * A table as French offices open it: `;`, UTF-8 with its mark, decimal comma, CRLF, headings first.
 * Nothing but the table, so that programs read it too: each heading holds unit, year and producer.
 */
export function* writeCsv(table: OpenTable): Generator<string> {
  yield* writeCsvRows([table.fields.map(headingOf)]);
  for (const { cells } of table.rows()) yield line(cells);
}

/** Rows of any table in the same form, headings first. */
export function* writeCsvRows(rows: Iterable<readonly OpenCell[]>): Generator<string> {
  let mark = BOM;
  for (const cells of rows) {
    yield mark + line(cells);
    mark = '';
  }
}
