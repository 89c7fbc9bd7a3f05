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

/** Which territories of a level share a border: pairs of ordinals, each pair once. */
export const contiguity = pgTable('contiguity', {
  level: text('level').primaryKey(),
  version: integer('version')
    .notNull()
    .references(() => datasetVersion.id),
  /** Uint32, little endian, two a pair. */
  pairs: bytea('pairs').notNull(),
});

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
