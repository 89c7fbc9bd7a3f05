import { citation, citationColumns } from './citation.ts';
import { headingOf, type OpenCell, type OpenTable } from './table-export.ts';

/**
 * What spreadsheets may take for a formula: `= + - @`, their full-width and small forms, the true
 * minus, with or without white space before, and a cell that opens with a tab or a line break.
 */
const FORMULA = /^(?:[\t\r\n\0]|[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** Whether a spreadsheet may take a text for a formula. */
export const isFormula = (text: string): boolean => FORMULA.test(text);

/** How a CSV is written. */
export interface CsvDialect {
  separator: ';' | ',';
  decimal: ',' | '.';
  /** The byte-order mark by which spreadsheets know UTF-8. */
  mark: boolean;
}

/** As French offices open it. */
export const OFFICE: CsvDialect = { separator: ';', decimal: ',', mark: true };

/** As web tools and programs read it (RFC 4180). */
export const PLAIN: CsvDialect = { separator: ',', decimal: '.', mark: false };

const MUST_QUOTE = /[",;\r\n\t]|^\s|\s$/;
/** The comma is no reason to quote where it does not separate. */
const MUST_QUOTE_OFFICE = /[";\r\n\t]|^\s|\s$/;

/** A number without separator of thousands nor exponent. */
function writeNumber(value: number, { decimal }: CsvDialect): string {
  if (!Number.isFinite(value)) return '';
  const plain = String(value === 0 ? 0 : value);
  const whole = plain.includes('e')
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : plain;
  return whole.replace('.', decimal);
}

/** Codes keep their zeros and text never becomes a formula: both are quoted, the latter behind an apostrophe. */
function writeText(text: string, { separator }: CsvDialect): string {
  const safe = isFormula(text) ? `'${text}` : text;
  const code = /^\d+$/.test(safe);
  const special = separator === ';' ? MUST_QUOTE_OFFICE : MUST_QUOTE;
  return code || safe !== text || special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const writeCell = (cell: OpenCell, dialect: CsvDialect): string => {
  if (cell === null) return '';
  return typeof cell === 'number' ? writeNumber(cell, dialect) : writeText(cell, dialect);
};

/** The byte-order mark by which spreadsheets know UTF-8. */
const BOM = '\ufeff';

const line = (cells: readonly OpenCell[], dialect: CsvDialect): string =>
  `${cells.map((cell) => writeCell(cell, dialect)).join(dialect.separator)}\r\n`;

/**
 * A table as French offices open it unless told: `;`, UTF-8 with its mark, decimal comma, CRLF, headings
 * first. One line of headings, then rows, so that programs read it too: each heading holds unit, year and
 * producer, and the last two columns name the sources and the day.
 */
export function* writeCsv(table: OpenTable, dialect = OFFICE): Generator<string> {
  const { headings, cells: said } = table.tellsItself
    ? { headings: [], cells: [] }
    : citationColumns(citation([...table.sources, ...table.counted]), table.date);
  yield* writeCsvRows([[...table.fields.map(headingOf), ...headings]], dialect);
  for (const { cells } of table.rows()) yield line([...cells, ...said], dialect);
}

/** Rows of any table in the same form, headings first. */
export function* writeCsvRows(rows: Iterable<readonly OpenCell[]>, dialect = OFFICE): Generator<string> {
  let mark = dialect.mark ? BOM : '';
  for (const cells of rows) {
    yield mark + line(cells, dialect);
    mark = '';
  }
}
