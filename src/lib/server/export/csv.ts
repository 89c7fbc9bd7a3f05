/** Text, a number, or nothing. */
export type CsvCell = string | number | null;

/** What spreadsheets take for a formula at the start of a cell. */
const FORMULA = /^[=+\-@\t\r]/;

const MUST_QUOTE = /[";\r\n]|^\s|\s$/;

/** A French spreadsheet's number: decimal comma, no separator of thousands. */
const writeNumber = (value: number): string =>
  Number.isFinite(value) ? String(value).replace('.', ',') : '';

/** Codes keep their zeros and text never becomes a formula: both are quoted, the latter behind an apostrophe. */
function writeText(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  const code = /^\d+$/.test(safe);
  return code || safe !== text || MUST_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const writeCell = (cell: CsvCell): string => {
  if (cell === null) return '';
  return typeof cell === 'number' ? writeNumber(cell) : writeText(cell);
};

/** The byte-order mark by which spreadsheets know UTF-8. */
const BOM = '\ufeff';

/** Rows as French offices open them: `;`, UTF-8 with its mark, decimal comma, CRLF. */
export const csvText = (rows: Iterable<readonly CsvCell[]>): string =>
  BOM + Array.from(rows, (row) => `${row.map(writeCell).join(';')}\r\n`).join('');
