import { FIELD_LABELS, type IntakeField, type Mapping } from './fields.ts';
import { type Problem, type Severity, shown } from './problem.ts';

/** Where a field is read: a column of the table. */
export interface Column {
  at: number;
  heading: string;
}

/** The column that feeds each field; the first wins when a mapping names a field twice. */
export function columnsOf(headings: readonly string[], mapping: Mapping): ReadonlyMap<IntakeField, Column> {
  const columns = new Map<IntakeField, Column>();
  mapping.forEach((field, at) => {
    const heading = headings[at];
    if (field === 'ignored' || heading === undefined || columns.has(field)) return;
    columns.set(field, { at, heading });
  });
  return columns;
}

/** Longer than any text that is kept; what follows is not read. */
const MOST_READ = 8_000;

/** A cell without control characters or spaces around it. */
export const plainCell = (cell: string): string =>
  cell
    .slice(0, MOST_READ)
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();

/** One row while it is read: the current value of each field, and what was found so far. */
export class RowReading {
  readonly problems: Problem[] = [];
  readonly #columns: ReadonlyMap<IntakeField, Column>;
  readonly #values = new Map<IntakeField, string>();

  constructor(columns: ReadonlyMap<IntakeField, Column>, row: readonly string[]) {
    this.#columns = columns;
    for (const [field, { at }] of columns) this.#values.set(field, plainCell(row[at] ?? ''));
  }

  /** The value of a field as repaired so far; empty when the table has no such column. */
  text(field: IntakeField): string {
    return this.#values.get(field) ?? '';
  }

  heading(field: IntakeField): string | null {
    return this.#columns.get(field)?.heading ?? null;
  }

  /** Writes another value in place of one; the sentence goes after « Label value : ». */
  repair(field: IntakeField, after: string, what: string): void {
    this.#add(field, 'repaired', what, after);
    this.#values.set(field, after);
  }

  /** Tells something without changing the cell. */
  warn(field: IntakeField, what: string): void {
    this.#add(field, 'warning', what, null);
  }

  /** Says why the row makes no place. */
  refuse(field: IntakeField, what: string): void {
    this.#add(field, 'refused', what, null);
  }

  get refused(): boolean {
    return this.problems.some(({ severity }) => severity === 'refused');
  }

  #add(field: IntakeField, severity: Severity, what: string, after: string | null): void {
    const before = this.text(field);
    const subject = before === '' ? FIELD_LABELS[field] : `${FIELD_LABELS[field]} ${shown(before)}`;
    this.problems.push({
      column: this.heading(field),
      field,
      severity,
      message: `${subject} : ${what}`,
      before,
      after,
    });
  }
}
