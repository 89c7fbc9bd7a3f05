import type { Territories } from '../../territory/territories.ts';
import { cleanCode } from '../keys/code-text.ts';
import { detectEdition } from '../keys/code-editions.ts';
import { countryKeysOf } from '../keys/country-keys.ts';
import { joiningRows, type JoinedRow, type TableRows } from './join-rows.ts';
import { isGathered } from '../keys/key-kind.ts';
import { rowMatcher } from '../keys/match-row.ts';
import type { KeySources } from '../keys/match.ts';
import type { TableReading } from '../reading.ts';
import type { CodeEdition, JoinReport, UnmatchedReason, UnmatchedRow } from './report.ts';
import { peopleOf, settlingTable, type SettledTable, type TableColumn } from './settle-table.ts';

/** A table joined to territories: its figures, what is to be said of it, and every row that was not joined. */
export interface JoinedTable {
  columns: TableColumn[];
  report: JoinReport;
  unmatched: UnmatchedRow[];
}

/** Unjoined rows told in the report itself. */
const MOST_TOLD = 50;

/** Joins a table to territories, yielding the share done. The order of its rows changes nothing. */
export function* joiningTable(
  table: TableRows,
  reading: TableReading,
  territories: Territories,
  sources: KeySources,
): Generator<number, JoinedTable> {
  const match = rowMatcher(reading, countryKeysOf(territories), sources);
  const joined = yield* part(joiningRows(table, reading, match), 0, 0.5);
  const settled = yield* part(settlingTable(joined.rows, reading, territories, sources), 0.5, 1);
  const all = territories.all(reading.level);
  const unmatched: Partial<Record<UnmatchedReason, number>> = {};
  for (const { reason } of joined.unmatched) unmatched[reason] = (unmatched[reason] ?? 0) + 1;
  return {
    columns: settled.columns,
    unmatched: joined.unmatched,
    report: {
      key: reading.key,
      level: reading.level,
      rowsRead: table.rows.length,
      rowsJoined: joined.rows.length,
      territories: settled.territories.length,
      territoriesInAll: all.length,
      people: peopleOf(settled.territories),
      peopleInAll: peopleOf(all),
      unmatched,
      examples: joined.unmatched.slice(0, MOST_TOLD),
      zeros: joined.rows.filter(({ by }) => by === 'zero').length,
      summed: joined.summed,
      edition: editionOf(joined.rows, reading, territories),
      gathering: gatheringOf(settled, reading, joined.summed),
      columns: settled.reports,
      unread: settled.unread,
    },
  };
}

function* part<Result>(
  steps: Generator<number, Result>,
  from: number,
  to: number,
): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}

/** The edition of the codes of communes: of the key itself, or of those that an IRIS begins with. */
function editionOf(rows: readonly JoinedRow[], { key }: TableReading, territories: Territories): CodeEdition {
  const codes = new Set<string>();
  if (key === 'commune' || key === 'iris' || key === 'name')
    for (const { unit } of rows) codes.add(key === 'iris' ? cleanCode(unit).slice(0, 5) : unit);
  return detectEdition(codes, territories);
}

function gatheringOf(
  { gathered, shared }: SettledTable,
  { key }: TableReading,
  summed: number,
): JoinReport['gathering'] {
  return isGathered(key) || summed > 0 ? { gathered, shared } : null;
}
