import { doublePrecision, integer, pgTable, primaryKey, real, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { datasetVersion } from './datasets.ts';

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
