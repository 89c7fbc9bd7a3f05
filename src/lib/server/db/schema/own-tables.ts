import { boolean, index, integer, jsonb, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';
import { organisation } from './accounts.ts';
import { bytea } from './bytea.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/**
 * A table that a person brought, joined to territories: its figures are columns of the source
 * `tableau-{id}`, like those of any other.
 */
export const ownTable = pgTable(
  'own_table',
  {
    id: serial('id').primaryKey(),
    /** The organisation that it belongs to; null where there are no accounts. */
    owner: text('owner').references(() => organisation.id, { onDelete: 'cascade' }),
    /** Whether everybody sees it; else its owner only. */
    shared: boolean('shared').notNull(),
    name: text('name').notNull(),
    producer: text('producer').notNull(),
    licence: text('licence').notNull(),
    /** Whether its figures may leave in exports and by the interface: shared, and its licence allows it. */
    redistribute: boolean('redistribute').notNull(),
    edition: text('edition').notNull(),
    year: text('year').notNull(),
    /** Address that says more of it. */
    page: text('page'),
    /** What its rows were recognised by (`domain/tables/keys/key-kind.ts`). */
    keyKind: text('key_kind').notNull(),
    /** The finest level of its figures. */
    level: text('level').notNull(),
    /** Name of the file; never a path of a machine. */
    file: text('file').notNull(),
    sha256: text('sha256').notNull(),
    /** The version of its figures in use; null until they are made, as after a restore. */
    version: integer('version'),
    /** Its indicators, whole (`OwnIndicator[]`). */
    indicators: jsonb('indicators').notNull(),
    /** How its columns are read (`TableReading`): a new file of the same layout is read alike. */
    reading: jsonb('reading').notNull(),
    /** What joining it gave (`JoinReport`). */
    report: jsonb('report').notNull(),
    createdAt: moment('created_at').notNull(),
    /** Account; null where there are none. */
    createdBy: text('created_by'),
    changedAt: moment('changed_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('own_table_owner').on(table.owner)],
);

/** The rows of a table in the columns that are read, to join them again when territories change: gzip of JSON. */
export const ownTableContent = pgTable('own_table_content', {
  table: integer('table')
    .primaryKey()
    .references(() => ownTable.id, { onDelete: 'cascade' }),
  bytes: bytea('bytes').notNull(),
});
