import type { RowMatcher } from '../keys/match-row.ts';
import { isUnmatched, type Match, type Target } from '../keys/match.ts';
import type { TableReading } from '../reading.ts';
import type { UnmatchedRow } from './report.ts';

/** A table as read of a file: texts only, and the line of each row in the file. */
export interface TableRows {
  headings: readonly string[];
  rows: readonly (readonly string[])[];
  lines: readonly number[];
}

/** A row that speaks of a territory, or of several that share it. */
export interface JoinedRow {
  line: number;
  cells: readonly string[];
  targets: readonly Target[];
  unit: string;
  by: Extract<Match, { targets: unknown }>['by'];
}

export interface JoinedRows {
  rows: JoinedRow[];
  /** In the order of the file. */
  unmatched: UnmatchedRow[];
  /** Rows kept beside another of the same code, to be summed. */
  summed: number;
}

/** Rows matched before others are given a turn: some milliseconds of work. */
const SLICE = 1_000;

/** Lines told of a code that stands several times. */
const MOST_LINES = 4;

/**
 * Finds the territories of every row, yielding the share done. Of several rows of one code, one is kept
 * where they say the same; where they differ nothing tells which is right, and all are refused, unless they
 * are to be summed. The order of the rows changes nothing.
 */
export function* joiningRows(
  { rows, lines }: TableRows,
  reading: TableReading,
  match: RowMatcher,
): Generator<number, JoinedRows> {
  const joined: JoinedRow[] = [];
  const unmatched: UnmatchedRow[] = [];
  for (const [at, cells] of rows.entries()) {
    if (at % SLICE === 0) yield at / rows.length;
    const line = lines[at] ?? at + 1;
    const found = match(cells, line);
    if (isUnmatched(found)) unmatched.push({ line, text: keyText(cells, reading), ...found });
    else joined.push({ line, cells, ...found });
  }
  if (reading.duplicates === 'sum') {
    const summed = joined.length - new Set(joined.map(({ unit }) => unit)).size;
    return { rows: joined, unmatched, summed };
  }
  const kept = withoutDuplicates(joined, reading, unmatched);
  unmatched.sort((a, b) => a.line - b.line);
  return { rows: kept, unmatched, summed: 0 };
}

const keyText = (cells: readonly string[], { columns: { main, second } }: TableReading): string =>
  [cells[main], second === null ? '' : cells[second]]
    .map((text) => text?.trim() ?? '')
    .filter((text) => text !== '')
    .join(' · ')
    .slice(0, 120);

function withoutDuplicates(
  joined: readonly JoinedRow[],
  reading: TableReading,
  unmatched: UnmatchedRow[],
): JoinedRow[] {
  const byUnit = new Map<string, JoinedRow[]>();
  for (const row of joined) {
    const held = byUnit.get(row.unit);
    if (held) held.push(row);
    else byUnit.set(row.unit, [row]);
  }
  return [...byUnit.values()].flatMap((rows) => {
    const [first, ...others] = rows;
    if (!first || others.length === 0) return rows;
    const said = figuresText(first, reading);
    const same = others.every((row) => figuresText(row, reading) === said);
    for (const row of same ? others : rows) {
      const lines = rows.flatMap(({ line }) => (line === row.line ? [] : [line]));
      const shown = lines.slice(0, MOST_LINES).join(', ') + (lines.length > MOST_LINES ? '…' : '');
      unmatched.push({
        line: row.line,
        text: keyText(row.cells, reading),
        reason: same ? 'repeated' : 'duplicate',
        detail: shown,
      });
    }
    return same ? [first] : [];
  });
}

const figuresText = ({ cells }: JoinedRow, { figures }: TableReading): string =>
  figures.map(({ column }) => cells[column]?.trim() ?? '').join('\u0000');
