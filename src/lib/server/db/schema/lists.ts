import { boolean, integer, jsonb, pgTable, primaryKey, serial, text, timestamp } from 'drizzle-orm/pg-core';

/** A list of places that a person imported; its records have the source `liste-{id}`. */
export const placeList = pgTable('place_list', {
  id: serial('id').primaryKey(),
  name: text('name').notNull(),
  /** Whether its rows may leave in exports. */
  shared: boolean('shared').notNull(),
  owner: text('owner'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

/** One import of a file into a list: what came in, and whether it was undone. */
export const placeImport = pgTable('place_import', {
  id: serial('id').primaryKey(),
  list: integer('list')
    .notNull()
    .references(() => placeList.id),
  /** Name of the file; never a path of a machine. */
  file: text('file').notNull(),
  sha256: text('sha256').notNull(),
  rowsRead: integer('rows_read').notNull(),
  created: integer('created').notNull(),
  updated: integer('updated').notNull(),
  unchanged: integer('unchanged').notNull(),
  refused: integer('refused').notNull(),
  owner: text('owner'),
  at: timestamp('at', { withTimezone: true }).notNull(),
  undoneAt: timestamp('undone_at', { withTimezone: true }),
});

/** How the columns of a layout were read the last time, by a hash of its headings. */
export const columnLayout = pgTable('column_layout', {
  layout: text('layout').primaryKey(),
  mapping: jsonb('mapping').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
});

/** People to reach about a record: personal data, with a purpose and an end, on no public page and in no export. */
export const placeContact = pgTable(
  'place_contact',
  {
    source: text('source').notNull(),
    record: text('record').notNull(),
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    purpose: text('purpose').notNull(),
    keepUntil: timestamp('keep_until', { withTimezone: true }).notNull(),
    owner: text('owner'),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.record] })],
);

/** Who read, took out or erased contacts, and when: never what they were. */
export const contactAccess = pgTable('contact_access', {
  id: serial('id').primaryKey(),
  /** `read`, `export`, `erase`, `expire`. */
  act: text('act').notNull(),
  /** Why: a request, or the end of their time. Never whom it was about. */
  subject: text('subject').notNull(),
  count: integer('count').notNull(),
  owner: text('owner'),
  at: timestamp('at', { withTimezone: true }).notNull(),
});
