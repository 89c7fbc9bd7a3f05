import type { CheckedRow, Table } from './check-rows.ts';
import { columnsOf } from './row-reading.ts';

/** Heading of the column that says what was found in each row. */
export const PROBLEMS_HEADING = 'problèmes';

/** A table to download. */
export interface CorrectedTable {
  headings: string[];
  rows: string[][];
}

/** Whether a checked row is refused. */
export const isRefused = ({ problems }: CheckedRow): boolean =>
  problems.some(({ severity }) => severity === 'refused');

/**
 * The corrected table: the same columns with repaired values in them, then what was found in
 * sentences. Refused rows stay, as written, to be completed; a row that repeats another is left out.
 * A value that was only told stays as written. A former column of problems gives way to the new one.
 */
export function correctedTable(
  { headings, rows, mapping }: Pick<Table, 'headings' | 'rows' | 'mapping'>,
  checked: readonly CheckedRow[],
): CorrectedTable {
  const columns = columnsOf(headings, mapping);
  const kept = headings
    .map((heading, at) => ({ heading, at }))
    .filter(({ heading }) => heading !== PROBLEMS_HEADING);
  const corrected: string[][] = [];
  checked.forEach((row, at) => {
    if (row.place === null && !isRefused(row)) return;
    const cells = headings.map((_, column) => rows[at]?.[column] ?? '');
    for (const { field, after } of row.problems) {
      const column = columns.get(field);
      if (after !== null && column) cells[column.at] = after;
    }
    const sentences = [...new Set(row.problems.map(({ message }) => message))];
    corrected.push([...kept.map((column) => cells[column.at] ?? ''), sentences.join(' ; ')]);
  });
  return { headings: [...kept.map(({ heading }) => heading), PROBLEMS_HEADING], rows: corrected };
}
