import { ABSENT, SECRET, type Cell, type Mark } from '../../../domain/indicators/value.ts';
import type { RowCell } from '../adapter.ts';
import { ImportError } from '../import-error.ts';
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
