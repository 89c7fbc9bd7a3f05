import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as accounts from './schema/accounts.ts';
import * as apiKeys from './schema/api-keys.ts';
import * as audit from './schema/audit.ts';
import * as datasets from './schema/datasets.ts';
import * as editions from './schema/editions.ts';
import * as lists from './schema/lists.ts';
import * as ownTables from './schema/own-tables.ts';
import * as places from './schema/places.ts';
import * as strategies from './schema/strategies.ts';
import * as territories from './schema/territories.ts';
import * as tiles from './schema/tiles.ts';
import * as travel from './schema/travel.ts';
import * as zones from './schema/zones.ts';

/** Every table, by its name in the code. */
export const schema = {
  ...accounts,
  ...apiKeys,
  ...audit,
  ...datasets,
  ...editions,
  ...lists,
  ...ownTables,
  ...places,
  ...strategies,
  ...territories,
  ...tiles,
  ...travel,
  ...zones,
};

export type Query = PostgresJsDatabase<typeof schema>;

/** A connection pool, as drizzle (`query`) and as the driver itself (`sql`). */
export interface Database {
  query: Query;
  sql: postgres.Sql;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most. */
  max?: number;
  /** Names the process in `pg_stat_activity`. */
  name?: string;
}

/**
 * Opens a pool on a PostgreSQL address. Nothing connects before the first query; a server that does
 * not answer is given up after 5 seconds.
 */
export function openDatabase(url: string, { max = 8, name = 'maillage' }: DatabaseOptions = {}): Database {
  const sql = postgres(url, {
    max,
    connect_timeout: 5,
    connection: { application_name: name },
    onnotice: () => undefined,
  });
  return { query: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}

/** The driver's own hand on a transaction under way, for what drizzle does not speak: cursors, schemas. */
export const driverOf = (tx: Query): postgres.TransactionSql =>
  (tx._.session as unknown as { client: postgres.TransactionSql }).client;
