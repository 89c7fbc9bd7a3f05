import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TITLE_LINES } from './limits.ts';
import { refusals } from './refusals.ts';
import type { RawRow, TableFile } from './table-file.ts';

type Shaped = Pick<TableFile, 'headings' | 'rows' | 'lines'>;

/** Rows looked at to know how wide the table is. */
const SAMPLE_ROWS = 60;

/** PostgreSQL keeps no NUL, UTF-8 no lone surrogate. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;

/**
 * A table out of the rows of a file: its headings found under its title lines and made unique, each row
 * as long as the headings, blank rows left out. Throws an `IntakeError` without a row of data, or past
 * the limits.
 */
export function shapeTable(found: readonly RawRow[]): Shaped {
  const filled = found.filter(({ cells }) => cells.some(hasText));
  const at = headingsAt(filled);
  return nameTable(filled[at]?.cells ?? [], filled.slice(at + 1));
}

/** The same where the headings are known. */
export function nameTable(headings: readonly string[], found: readonly RawRow[]): Shaped {
  const body = found.filter(({ cells }) => cells.some(hasText));
  if (body.length === 0) throw refusals.noRows();
  let width = lastFilled(headings) + 1;
  for (const { cells, line } of body) {
    if (cells.length > width) width = Math.max(width, lastFilled(cells) + 1);
    if (width > MAX_COLUMNS) throw refusals.tooManyColumns(line);
  }
  if (body.length > MAX_ROWS) throw refusals.tooManyRows();
  if (width * body.length > MAX_CELLS) throw refusals.tooManyCells();
  return {
    headings: nameColumns(headings, width),
    rows: body.map(({ cells }) =>
      Array.from({ length: width }, (_, column) => keepable(cells[column] ?? '')),
    ),
    lines: body.map(({ line }) => line),
  };
}

const hasText = (cell: string): boolean => cell.trim() !== '';

const keepable = (text: string): string =>
  UNKEEPABLE.test(text) ? text.replace(/\0/g, '').replace(/\p{Surrogate}/gu, '\ufffd') : text;

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex(hasText);

/**
 * The first row that is more than half as filled as the fullest nearby and is not mostly numbers; titles
 * hold one or two cells.
 */
function headingsAt(rows: readonly RawRow[]): number {
  const counts = rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.filter(hasText).length);
  const half = Math.max(...counts, 1) / 2;
  const wide = counts.slice(0, MAX_TITLE_LINES + 1).flatMap((count, at) => (count > half ? [at] : []));
  return wide.find((at) => isWorded(rows[at]?.cells ?? [])) ?? wide[0] ?? 0;
}

function isWorded(cells: readonly string[]): boolean {
  const filled = cells.filter(hasText);
  const numbers = filled.filter((cell) => /^[\d\s.,+-]+$/.test(cell));
  return numbers.length * 2 <= filled.length;
}

/** One name a column, on one line: « colonne 4 » where there is none, « nom (2) » for the second « nom ». */
function nameColumns(cells: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  const lastTry = new Map<string, number>();
  return Array.from({ length: width }, (_, column) => {
    const wanted =
      keepable(cells[column] ?? '')
        .replace(/\s+/g, ' ')
        .trim() || `colonne ${column + 1}`;
    let name = wanted;
    let rank = lastTry.get(wanted) ?? 1;
    while (taken.has(name)) name = `${wanted} (${++rank})`;
    lastTry.set(wanted, rank);
    taken.add(name);
    return name;
  });
}
