import { doublePrecision, integer, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
import { datasetVersion } from './datasets.ts';

/** Priority neighbourhoods and IRIS: areas that are no territory of the COG. */
export const zone = pgTable(
  'zone',
  {
    /** `qpv` or `iris`. */
    kind: text('kind').notNull(),
    code: text('code').notNull(),
    version: integer('version')
      .notNull()
      .references(() => datasetVersion.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Current INSEE codes, and those of arrondissements when the file names them. */
    communes: text('communes').array().notNull(),
    /** As the file gives it; null where it does not. */
    population: integer('population'),
    areaKm2: doublePrecision('area_km2').notNull(),
    lon: doublePrecision('lon').notNull(),
    lat: doublePrecision('lat').notNull(),
    /** West, south, east, north. */
    bbox: real('bbox').array().notNull(),
    /** Coordinates of a GeoJSON MultiPolygon, 5 decimals. */
    outline: text('outline').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.code] })],
);
