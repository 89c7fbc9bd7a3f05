import type { CitationColumns } from '../export/citation.ts';
import { isFormula, writeCsvRows } from '../export/csv.ts';
import type { OpenCell } from '../export/table-export.ts';
import type { Cell, Row } from './endpoint.ts';

/** Between the items of a list in one cell. */
const LIST = '|';

const MUST_QUOTE = /[",\r\n]|^\s|\s$/;

/** A cell of a table: yes and no are 1 and 0, a list is one text. */
function cellOf(cell: Cell): OpenCell {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell;
  return typeof cell === 'boolean' ? Number(cell) : cell.join(LIST) || null;
}

/** What a program reads back as it was; a text that a spreadsheet would run stands behind an apostrophe. */
function plainCell(cell: OpenCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = isFormula(cell) ? `'${cell}` : cell;
  return MUST_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as RFC 4180 writes them: commas, CRLF, a line of headings, a decimal point, UTF-8 without a mark. */
export function* plainCsv(headings: readonly string[], rows: Iterable<Row>): Generator<string> {
  yield `${headings.join(',')}\r\n`;
  for (const row of rows) yield `${headings.map((key) => plainCell(cellOf(row[key] ?? null))).join(',')}\r\n`;
}

/** Rows as French spreadsheets open them, their sources and their day in the last two columns, as in our exports. */
export function* frenchCsv(
  headings: readonly string[],
  rows: Iterable<Row>,
  said: CitationColumns,
): Generator<string> {
  yield* writeCsvRows(tableOf(headings, rows, said));
}

function* tableOf(
  headings: readonly string[],
  rows: Iterable<Row>,
  said: CitationColumns,
): Generator<OpenCell[]> {
  yield [...headings, ...said.headings];
  for (const row of rows) yield [...headings.map((key) => cellOf(row[key] ?? null)), ...said.cells];
}
