import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import { schema } from '../db/client.ts';

/** Why a table is not in a backup. */
type Reason =
  /** The next load brings it again from the files. */
  | 'loaded'
  /** Made from the others, and made again. */
  | 'made'
  /** Of no use once its hour is over: a restore empties it. */
  | 'passing';

/** The tables that a backup leaves out, and why. Any other one is kept: nobody has to remember to add it. */
export const LEFT_OUT: Readonly<Record<string, Reason>> = {
  dataset_version: 'loaded',
  refused_row: 'loaded',
  model_report: 'loaded',
  indicator_column: 'loaded',
  territory: 'loaded',
  former_code: 'loaded',
  outline: 'loaded',
  contiguity: 'loaded',
  zone: 'loaded',
  tileset: 'loaded',
  tile: 'loaded',
  former_column: 'loaded',
  former_order: 'loaded',
  pending_edition: 'loaded',
  place: 'made',
  place_proposal: 'made',
  place_revision: 'made',
  live_check: 'passing',
  session: 'passing',
  rate_limit: 'passing',
};

/** Tables that fill by themselves: a database that has rows nowhere else holds nobody's work. */
export const FILLED_BY_ITSELF: ReadonlySet<string> = new Set([
  'audit_entry',
  'geocode',
  'isochrone',
  'place_edition',
]);

const quoted = PLACE_SOURCES.map((source) => `'${source}'`).join(', ');

/** The rows that are kept of a table, where some of them are loaded: what comes from people, not from national files. */
const ROWS: Readonly<Record<string, string>> = { place_record: `"source" not in (${quoted})` };

/** A table as a backup keeps it. */
export interface KeptTable {
  name: string;
  columns: string[];
  /** Columns of its primary key: they put its rows in order. */
  key: string[];
  /** Columns that number rows by a sequence. */
  serials: string[];
  /** SQL of the rows kept; `null` for all. */
  rows: string | null;
}

/** Every table of the schema, in the code's order. */
export const allTables = (): PgTable[] => Object.values(schema).filter((one) => is(one, PgTable));

/** The names of the tables that a table refers to, itself excepted. */
export const referencesOf = (table: PgTable): string[] => {
  const { name, foreignKeys } = getTableConfig(table);
  const named = foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name);
  return [...new Set(named)].filter((other) => other !== name);
};

/** The tables of a backup, each after those it refers to. */
export function keptTables(): KeptTable[] {
  const left = new Map(
    allTables()
      .filter((table) => !(getTableConfig(table).name in LEFT_OUT))
      .map((table) => [getTableConfig(table).name, table]),
  );
  const ordered: KeptTable[] = [];
  while (left.size > 0) {
    const ready = [...left].filter(([, table]) => !referencesOf(table).some((other) => left.has(other)));
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a ring: ${[...left.keys()].join()}`);
    for (const [name, table] of ready) {
      ordered.push(describe(table));
      left.delete(name);
    }
  }
  return ordered;
}

function describe(table: PgTable): KeptTable {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const alone = columns.filter(({ primary }) => primary);
  const key = primaryKeys.flatMap((one) => one.columns);
  return {
    name,
    // What PostgreSQL computes is computed again.
    columns: columns.filter(({ generated }) => generated === undefined).map((column) => column.name),
    key: [...alone, ...key].map((column) => column.name),
    serials: columns.filter(({ columnType }) => columnType.includes('Serial')).map((column) => column.name),
    rows: ROWS[name] ?? null,
  };
}
