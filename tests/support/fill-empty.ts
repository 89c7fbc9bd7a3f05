import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { allTables, keptTables } from '../../src/lib/server/backup/kept-tables.ts';
import type { Database } from '../../src/lib/server/db/client.ts';

/** A value of a type, by the start of its name in SQL. */
const SAMPLES: readonly (readonly [string, unknown])[] = [
  ['text', 'Ligne 1\nligne 2\t\\N « é »'],
  ['integer', 7],
  ['smallint', 7],
  ['bigint', 7],
  ['real', 0.1],
  ['double', 1 / 3],
  ['boolean', true],
  ['timestamp', new Date('2026-11-25T10:00:00.123Z')],
  ['jsonb', { a: ['\\', '"', null] }],
  ['bytea', Buffer.from([0, 10, 92, 255])],
];

/** One row in each kept table that has none, so that a table that comes later is tried too. */
export async function fillEmpty(database: Database): Promise<void> {
  const byName = new Map(allTables().map((table) => [getTableConfig(table).name, table]));
  for (const { name, serials } of keptTables()) {
    const table = byName.get(name) as PgTable;
    if ((await database.query.select().from(table).limit(1)).length > 0) continue;
    const row: Record<string, unknown> = {};
    for (const [property, column] of columnsOf(table))
      if (!serials.includes(column.name)) row[property] = await valueOf(database, table, column);
    await database.query.insert(table).values(row);
  }
}

const columnsOf = (table: PgTable): [string, PgColumn][] =>
  Object.entries(table as unknown as Record<string, PgColumn>).filter(([, column]) =>
    getTableConfig(table).columns.includes(column),
  );

/** That of a row which it refers to; else a sample of its type. */
async function valueOf(database: Database, table: PgTable, column: PgColumn): Promise<unknown> {
  for (const key of getTableConfig(table).foreignKeys) {
    const { columns, foreignTable, foreignColumns } = key.reference();
    const [foreign] = foreignColumns;
    if (columns[0] !== column || !foreign || foreignTable === table) continue;
    const [held] = await database.query.select({ value: foreign }).from(foreignTable).limit(1);
    return held?.value ?? null;
  }
  const type = column.getSQLType();
  const sample = SAMPLES.find(([start]) => type.startsWith(start))?.[1];
  if (sample === undefined) throw new Error(`no sample of ${type}, the type of ${column.name}`);
  return type.endsWith('[]') ? [sample] : sample;
}
