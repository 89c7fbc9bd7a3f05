import { integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.ts';
import { datasetVersion } from './datasets.ts';

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
