import { ABSENT, isKnown, known, SECRET, type Cell, type Mark } from '../../../domain/indicators/value.ts';
import type { RowCell } from '../adapter.ts';
import { ImportError, type ImportWhere } from '../import-error.ts';
import type { TableRow } from './read-table.ts';

/** « s » is statistical secrecy; empty, « nd » and « - undefined » are absence; neither is ever 0. */
const SECRET_WORDS = new Set(['s']);
const ABSENT_WORDS = new Set(['', 'nd', 'na', 'n/a', '- undefined']);

export const withWeight = (cell: Cell, weight: number | null): RowCell => ({ ...cell, weight });

/**
 * Reads a number with a decimal point or comma, or the word that stands for its absence. Anything
 * else stops the import: a column that changed meaning must not load as if it had not.
 */
export function readCell(row: TableRow, column: string, file: string, marks: readonly Mark[] = []): Cell {
  const text = row.get(column).trim();
  const word = text.toLowerCase();
  if (ABSENT_WORDS.has(word)) return ABSENT;
  if (SECRET_WORDS.has(word)) return SECRET;
  if (!/^-?\d+([.,]\d+)?(e-?\d+)?$/i.test(text)) {
    throw new ImportError(`« ${text.slice(0, 40)} » n’est pas un nombre`, {
      file,
      line: row.line,
      column,
      expected: 'un nombre, « s » (secret), « nd » ou rien',
    });
  }
  return { state: 'value', value: Number(text.replace(',', '.')), cover: 1, marks };
}

/** A share in %, refused outside 0–100. */
export function readShare(row: TableRow, column: string, file: string): Cell {
  const cell = readCell(row, column, file);
  if (cell.value !== null && (cell.value < 0 || cell.value > 100)) {
    throw new ImportError(`« ${row.get(column)} » n’est pas une part`, {
      file,
      line: row.line,
      column,
      expected: 'un nombre de 0 à 100',
    });
  }
  return cell;
}

/** A count of things, refused when it is negative or not whole; absence stays absence. */
export function readCount(row: TableRow, column: string, file: string): Cell {
  const cell = readCell(row, column, file);
  if (cell.value !== null && (cell.value < 0 || !Number.isInteger(cell.value))) {
    throw new ImportError(`« ${row.get(column)} » n’est pas un nombre entier`, {
      file,
      line: row.line,
      column,
      expected: 'un nombre entier, ou rien',
    });
  }
  return cell;
}

/** A sum of counts, known when all of them are. */
export const sumOf = (cells: readonly Cell[]): Cell =>
  cells.every(isKnown) ? known(cells.reduce((sum, { value }) => sum + (value ?? 0), 0)) : ABSENT;

/** What is left of a whole once a part is taken out, known when both are. */
export const restOf = (part: Cell, whole: Cell): Cell =>
  isKnown(part) && isKnown(whole) ? known(whole.value - part.value) : ABSENT;

/**
 * A part of a whole in %, from two counts; absent when either is unknown or the whole is nothing. Throws
 * when the part is greater than the whole: the columns then do not mean what they did.
 */
export function shareOf(part: Cell, whole: Cell, where: ImportWhere): Cell {
  if (!isKnown(part) || !isKnown(whole) || whole.value === 0) return ABSENT;
  if (part.value > whole.value)
    throw new ImportError(`${part.value} est plus que le total (${whole.value})`, {
      ...where,
      expected: 'une partie du total',
    });
  return known((100 * part.value) / whole.value);
}
