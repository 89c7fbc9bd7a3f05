import type { IntakeField } from './fields.ts';

/** Refused: the row makes no place. Repaired: read otherwise than written. Warning: told, or left out. */
export type Severity = 'refused' | 'repaired' | 'warning';

/** What was found in a row, in a French sentence that gives its value and says what was done. */
export interface Problem {
  /** Heading of the column; `null` when the row as a whole is meant. */
  column: string | null;
  field: IntakeField;
  severity: Severity;
  message: string;
  before: string;
  /** The value written in its place; `null` when none is. */
  after: string | null;
}

const SHOWN = 60;

/** A value as a sentence shows it: one line, cut when it is long. */
export function shown(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
