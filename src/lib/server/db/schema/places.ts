import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  serial,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { placeImport } from './lists.ts';

/** One place as one source describes it; places are merged from these. */
export const placeRecord = pgTable(
  'place_record',
  {
    source: text('source').notNull(),
    id: text('id').notNull(),
    record: jsonb('record').notNull(),
    /** Fields that this record decides alone, even by emptying them: those corrected by hand. */
    decides: text('decides').array(),
    owner: text('owner'),
  },
  (table) => [primaryKey({ columns: [table.source, table.id] })],
);

/** Every change that a person made to a record, by import or by hand: its history, and the way back. */
export const placeChange = pgTable(
  'place_change',
  {
    id: serial('id').primaryKey(),
    source: text('source').notNull(),
    record: text('record').notNull(),
    import: integer('import').references(() => placeImport.id),
    /** `create`, `correct`, `move`, `close`, `reopen`, `remove`, `undo`. */
    kind: text('kind').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    owner: text('owner'),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [index('place_change_record').on(table.source, table.record)],
);

/** What a person said of two records: the same place, or not. Keys are `source/id`, the lesser first. */
export const placeVerdict = pgTable(
  'place_verdict',
  {
    first: text('first').notNull(),
    second: text('second').notNull(),
    same: boolean('same').notNull(),
    owner: text('owner'),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.first, table.second] })],
);

/** Addresses already located, so that nobody is asked twice. */
export const geocode = pgTable('geocode', {
  /** The address as asked, in plain capitals. */
  address: text('address').primaryKey(),
  /** `null`: not found. */
  lat: doublePrecision('lat'),
  lon: doublePrecision('lon'),
  score: real('score'),
  at: timestamp('at', { withTimezone: true }).notNull(),
});

/** The places in use, merged from every source. */
export const place = pgTable(
  'place',
  {
    id: text('id').primaryKey(),
    commune: text('commune'),
    name: text('name').notNull(),
    /** The merged place (`domain/places/place.ts`). */
    record: jsonb('record').notNull(),
    /** Keys of its records, `source/id`. */
    records: text('records').array().notNull(),
    /** Key of the record that each filled field comes from. */
    origins: jsonb('origins').$type<Record<string, string>>().notNull(),
  },
  (table) => [index('place_commune').on(table.commune)],
);

/** The places in use before new files of their sources replaced them: what changed is told from it. */
export const placeEdition = pgTable('place_edition', {
  id: serial('id').primaryKey(),
  /** The day they were replaced. */
  at: timestamp('at', { withTimezone: true }).notNull(),
  /** Edition of each source of places as it then was, by its identifier. */
  editions: jsonb('editions').$type<Record<string, string>>().notNull(),
  /** The places (`domain/places/place.ts`), JSON, gzipped. */
  places: bytea('places').notNull(),
});

/** Places that look like one and are not sure enough to be merged: for a person to decide. */
export const placeProposal = pgTable(
  'place_proposal',
  {
    first: text('first').notNull(),
    second: text('second').notNull(),
    likelihood: real('likelihood').notNull(),
    reasons: jsonb('reasons').$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.first, table.second] })],
);

/** Rises whenever the places in use change other than by a load: what readers hold is then out of date. */
export const placeRevision = pgTable('place_revision', {
  id: serial('id').primaryKey(),
  at: timestamp('at', { withTimezone: true }).notNull(),
});
