import {
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  serial,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

/** Where travel times come from: one source at a time, the last brought in. */
export const travelSource = pgTable('travel_source', {
  id: serial('id').primaryKey(),
  /** As the person calls it. */
  name: text('name').notNull(),
  /** `matrix` for a file, `osrm` for a server, `isochrones` for areas drawn around each destination. */
  kind: text('kind').notNull(),
  /** Pairs that are not given take longer than as many minutes; null: they are unknown. */
  most: real('most'),
  /** Minutes that areas were drawn for, rising: nothing is known between two of them; null for true times. */
  steps: real('steps').array(),
  at: timestamp('at', { withTimezone: true }).notNull(),
});

/** Minutes from the centre of a commune to a place, or to the centre of another commune, where one may open. */
export const travelTime = pgTable(
  'travel_time',
  {
    source: integer('source')
      .notNull()
      .references(() => travelSource.id, { onDelete: 'cascade' }),
    commune: text('commune').notNull(),
    /** Id of a place, or « commune: » and an INSEE code (`domain/access/travel/destination.ts`). */
    place: text('place').notNull(),
    minutes: real('minutes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.commune, table.place] })],
);

/** Areas from which a place or a commune is reached in time, by what was asked: nobody is asked twice. */
export const isochrone = pgTable('isochrone', {
  /** « host/longitude,latitude/profile/seconds ». */
  asked: text('asked').primaryKey(),
  /** GeoJSON Polygon or MultiPolygon. */
  geometry: text('geometry').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
});

/** Where the inhabited points of communes come from: one source at a time, the last brought in. */
export const inhabitedSource = pgTable('inhabited_source', {
  id: serial('id').primaryKey(),
  /** As the person calls it. */
  name: text('name').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
});

/** A point of a commune where people live, for communes too large to be one point. */
export const inhabitedPoint = pgTable(
  'inhabited_point',
  {
    id: serial('id').primaryKey(),
    source: integer('source')
      .notNull()
      .references(() => inhabitedSource.id, { onDelete: 'cascade' }),
    commune: text('commune').notNull(),
    lon: doublePrecision('lon').notNull(),
    lat: doublePrecision('lat').notNull(),
    people: real('people').notNull(),
  },
  (table) => [index('inhabited_point_source').on(table.source)],
);
