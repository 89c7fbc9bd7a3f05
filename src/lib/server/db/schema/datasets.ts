import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';

/** One successful load of one source: provenance, counts, and which one is in use. */
export const datasetVersion = pgTable(
  'dataset_version',
  {
    id: serial('id').primaryKey(),
    source: text('source').notNull(),
    title: text('title').notNull(),
    producer: text('producer').notNull(),
    licence: text('licence').notNull(),
    redistribute: boolean('redistribute').notNull(),
    edition: text('edition').notNull(),
    /** Year of its figures where the file says it, in place of the catalogue's. */
    year: text('year'),
    page: text('page').notNull(),
    /** Name of the file read, or address it came from; never a path of the machine. */
    origin: text('origin').notNull(),
    sha256: text('sha256').notNull(),
    /** What the load depends on: file contents, adapter revision, versions of its upstream sources. */
    fingerprint: text('fingerprint').notNull(),
    demonstration: boolean('demonstration').notNull().default(false),
    fetchedAt: timestamp('fetched_at', { withTimezone: true }).notNull(),
    loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull(),
    durationMs: integer('duration_ms').notNull(),
    rowsRead: integer('rows_read').notNull(),
    rowsKept: integer('rows_kept').notNull(),
    rowsRefused: integer('rows_refused').notNull(),
    current: boolean('current').notNull(),
  },
  (table) => [
    uniqueIndex('dataset_version_current')
      .on(table.source)
      .where(sql`${table.current}`),
  ],
);

/** A row of a source that was not kept, and why. */
export const refusedRow = pgTable(
  'refused_row',
  {
    id: serial('id').primaryKey(),
    version: integer('version')
      .notNull()
      .references(() => datasetVersion.id, { onDelete: 'cascade' }),
    line: integer('line'),
    code: text('code'),
    reason: text('reason').notNull(),
  },
  (table) => [index('refused_row_version').on(table.version)],
);

/** What a model says of itself: its fit, how it was judged, on which data; one row a model. */
export const modelReport = pgTable('model_report', {
  model: text('model').primaryKey(),
  version: integer('version')
    .notNull()
    .references(() => datasetVersion.id),
  report: jsonb('report').notNull(),
});

/** All the figures of one indicator at one level: the column file itself, content-addressed. */
export const indicatorColumn = pgTable(
  'indicator_column',
  {
    indicator: text('indicator').notNull(),
    level: text('level').notNull(),
    version: integer('version')
      .notNull()
      .references(() => datasetVersion.id),
    hash: text('hash').notNull(),
    bytes: bytea('bytes').notNull(),
    counts: jsonb('counts').$type<Record<string, number>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.indicator, table.level] })],
);
