import type { Place } from '../place.ts';
import { type ReadRow, readRow, type Surroundings } from './check-row.ts';
import type { Mapping } from './fields.ts';
import type { Problem } from './problem.ts';
import type { Contact } from './reach-cells.ts';
import { columnsOf, RowReading } from './row-reading.ts';

/** A partner's table as a reader gives it, and what its columns feed. */
export interface Table extends Surroundings {
  headings: readonly string[];
  rows: readonly (readonly string[])[];
  /** Number of each row in its file, as the person sees it. */
  lines: readonly number[];
  mapping: Mapping;
}

/** A row once checked: its place, or `null` when it is refused or repeats another row. */
export interface CheckedRow {
  line: number;
  place: Place | null;
  /** Identity in Maillage; `null` for a refused row that says too little to have one. */
  id: string | null;
  contact: Contact | null;
  problems: Problem[];
}

interface Draft extends ReadRow {
  line: number;
  reading: RowReading;
}

/**
 * Checks every row of a table: places with what was repaired and what is told, or a refusal. The
 * identity of a row does not depend on the order of the rows. Of two rows of one identity the second
 * is refused, or merged silently when both say the same. Never throws, whatever the cells hold.
 */
export function checkRows(table: Table): CheckedRow[] {
  const checking = checkingRows(table);
  for (;;) {
    const step = checking.next();
    if (step.done) return step.value;
  }
}

/** Rows checked before others are given a turn: some milliseconds of work. */
const SLICE = 200;

/** The same, a slice at a time: yields the share of the rows that is read, so that others are served meanwhile. */
export function* checkingRows(table: Table): Generator<number, CheckedRow[]> {
  const columns = columnsOf(table.headings, table.mapping);
  const drafts: Draft[] = [];
  for (const [at, row] of table.rows.entries()) {
    const reading = new RowReading(columns, row);
    drafts.push({ ...readRow(reading, table), reading, line: table.lines[at] ?? at + 1 });
    if (drafts.length % SLICE === 0) yield drafts.length / table.rows.length;
  }
  const shared = sharedIds(drafts);
  const firsts = new Map<string, { line: number; said: string }>();
  const checked: CheckedRow[] = [];
  for (const draft of drafts) {
    checked.push(settle(draft, shared, firsts));
    if (checked.length % SLICE === 0) yield 1;
  }
  return checked;
}

/** Ids that several different places of the table claim: they need their finer one. */
function sharedIds(drafts: readonly Draft[]): ReadonlySet<string> {
  const keys = new Map<string, string>();
  const shared = new Set<string>();
  for (const { identity, reading } of drafts) {
    if (reading.refused) continue;
    const { id, key } = identity;
    if ((keys.get(id) ?? key) !== key) shared.add(id);
    keys.set(id, key);
  }
  return shared;
}

function settle(
  { place: read, identity, contact, reading, line }: Draft,
  shared: ReadonlySet<string>,
  firsts: Map<string, { line: number; said: string }>,
): CheckedRow {
  const { problems } = reading;
  if (reading.refused) return { line, place: null, id: null, contact: null, problems };
  const id = shared.has(identity.id) ? identity.finer : identity.id;
  const place = { ...read, id };
  const said = JSON.stringify([place, contact]);
  const first = firsts.get(id);
  if (!first) {
    firsts.set(id, { line, said });
    return { line, place, id, contact, problems };
  }
  problems.push(repeated(first.line, first.said === said, id));
  return { line, place: null, id, contact: null, problems };
}

const repeated = (line: number, same: boolean, id: string): Problem => ({
  column: null,
  field: 'id',
  severity: same ? 'repaired' : 'refused',
  message: same
    ? `Ligne identique à la ligne ${line} : elle n’est comptée qu’une fois`
    : `Même lieu que la ligne ${line} : gardez une seule des deux lignes, ou donnez-leur des identifiants différents`,
  before: id,
  after: null,
});
