import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { datasetVersion } from './datasets.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A new edition of a source that waits to be accepted: one a source, the last one fetched. */
export const pendingEdition = pgTable('pending_edition', {
  source: text('source').primaryKey(),
  /** Folder of its files, below the data folder; never a path of the machine. */
  folder: text('folder').notNull(),
  /** Kind of origin that its files make. */
  kind: text('kind').notNull(),
  /** Its files as fetched: name, address, SHA-256, bytes. */
  files: jsonb('files').$type<{ name: string; url: string; sha256: string; bytes: number }[]>().notNull(),
  sha256: text('sha256').notNull(),
  fingerprint: text('fingerprint').notNull(),
  fetchedAt: moment('fetched_at').notNull(),
  proposedAt: moment('proposed_at').notNull(),
  /** The version of each source that it was compared with: once one of them is another, it is compared again. */
  basis: jsonb('basis').$type<Record<string, number>>().notNull(),
  /** What it changes (`domain/editions/edition-changes.ts`). */
  changes: jsonb('changes').notNull(),
  /** When somebody kept the former one; it is then proposed no more. */
  refusedAt: moment('refused_at'),
  /** When somebody accepted it, until it is in use or could not be put in use. */
  acceptedAt: moment('accepted_at'),
});

/** The last time each source was asked whether there is something new, and what came of it. */
export const liveCheck = pgTable('live_check', {
  source: text('source').primaryKey(),
  startedAt: moment('started_at').notNull(),
  endedAt: moment('ended_at'),
  /** What it is doing, in French; null once it ended. */
  step: text('step'),
  /** `unchanged`, `proposed`, `refused`, `loaded`, `failed`; null until it ended. */
  outcome: text('outcome'),
  /** Why it failed, in French. */
  message: text('message'),
});

/** When sources are asked whether there is something new: one row, or none for never. */
export const liveSchedule = pgTable('live_schedule', {
  id: integer('id').primaryKey(),
  /** `night`, `week`, `month`. */
  every: text('every').notNull(),
  /** Hour of Paris, 0 to 23. */
  hour: integer('hour').notNull(),
  /** Sources whose new edition replaces the former one without asking when nothing looks wrong. */
  unasked: text('unasked').array().notNull(),
  /** When the last turn that went to its end began, or when it was set. */
  lastAt: moment('last_at').notNull(),
  /** When a turn that did not go to its end yet last began; null when none. */
  triedAt: moment('tried_at'),
  /** How often that turn began. */
  tries: integer('tries').notNull().default(0),
});

/** The codes of a level in the order of the columns of its time, named by their content. */
export const formerOrder = pgTable('former_order', {
  hash: text('hash').primaryKey(),
  /** Codes joined by commas, gzipped. */
  codes: bytea('codes').notNull(),
});

/** The columns of versions that are no longer in use: what was cited can still be read. */
export const formerColumn = pgTable(
  'former_column',
  {
    version: integer('version')
      .notNull()
      .references(() => datasetVersion.id, { onDelete: 'cascade' }),
    indicator: text('indicator').notNull(),
    level: text('level').notNull(),
    order: text('order')
      .notNull()
      .references(() => formerOrder.hash),
    hash: text('hash').notNull(),
    bytes: bytea('bytes').notNull(),
    counts: jsonb('counts').$type<Record<string, number>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.indicator, table.level] })],
);
