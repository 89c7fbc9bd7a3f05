import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  serial,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

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

/** Every territory of every level; `ordinal` is its place in the columns of its level. */
export const territory = pgTable(
  'territory',
  {
    level: text('level').notNull(),
    code: text('code').notNull(),
    ordinal: integer('ordinal').notNull(),
    name: text('name').notNull(),
    zone: text('zone').notNull(),
    kind: text('kind'),
    population: integer('population'),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    surfaceKm2: doublePrecision('surface_km2'),
    commune: text('commune'),
    epci: text('epci'),
    ept: text('ept'),
    departement: text('departement'),
    region: text('region'),
    postcodes: text('postcodes').array().notNull(),
    bbox: real('bbox').array(),
  },
  (table) => [
    primaryKey({ columns: [table.level, table.code] }),
    uniqueIndex('territory_order').on(table.level, table.ordinal),
  ],
);

/** Communes that joined another, by their old code. */
export const formerCode = pgTable('former_code', {
  code: text('code').primaryKey(),
  /** Absent where the COG keeps the code only. */
  name: text('name'),
  current: text('current').notNull(),
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

/** What a model says of itself: its fit, how it was judged, on which data; one row a model. */
export const modelReport = pgTable('model_report', {
  model: text('model').primaryKey(),
  version: integer('version')
    .notNull()
    .references(() => datasetVersion.id),
  report: jsonb('report').notNull(),
});

/** Outlines for drawings and exports: GeoJSON geometry, 4 decimals, simplified by topology. */
export const outline = pgTable(
  'outline',
  {
    level: text('level').notNull(),
    code: text('code').notNull(),
    /** `national` for a whole-country drawing, `local` for a territory's page. */
    detail: text('detail').notNull(),
    geometry: text('geometry').notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.code, table.detail] })],
);

/** The set of tiles in use, named by a hash of what it was built from. */
export const tileset = pgTable('tileset', {
  hash: text('hash').primaryKey(),
  version: integer('version')
    .notNull()
    .references(() => datasetVersion.id),
  minZoom: smallint('min_zoom').notNull(),
  maxZoom: smallint('max_zoom').notNull(),
});

/** One vector tile, gzipped: territory codes and outlines only. */
export const tile = pgTable(
  'tile',
  {
    tileset: text('tileset')
      .notNull()
      .references(() => tileset.hash, { onDelete: 'cascade' }),
    level: text('level').notNull(),
    z: smallint('z').notNull(),
    x: integer('x').notNull(),
    y: integer('y').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tileset, table.level, table.z, table.x, table.y] })],
);

/** One place as one source describes it; places are merged from these on their id. */
export const placeRecord = pgTable(
  'place_record',
  {
    source: text('source').notNull(),
    id: text('id').notNull(),
    record: jsonb('record').notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.id] })],
);

/** The places in use, merged from every source. */
export const place = pgTable(
  'place',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    address: text('address').notNull(),
    postcode: text('postcode').notNull(),
    town: text('town').notNull(),
    commune: text('commune'),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    position: text('position').notNull(),
    typology: text('typology'),
    services: text('services').array().notNull(),
    publics: text('publics').array().notNull(),
    specificCare: text('specific_care').array().notNull(),
    fees: text('fees').array().notNull(),
    support: text('support').array().notNull(),
    onBehalf: boolean('on_behalf').notNull(),
    programmes: text('programmes').array().notNull(),
    hours: text('hours'),
    website: text('website'),
    bookingUrl: text('booking_url'),
    phone: text('phone'),
    summary: text('summary'),
    itinerant: boolean('itinerant').notNull(),
    updated: text('updated'),
    sources: text('sources').array().notNull(),
  },
  (table) => [index('place_commune').on(table.commune)],
);
