import type { MapLevel } from '../../domain/territory/level.ts';
import type { Database } from '../db/client.ts';

export interface TileRow {
  level: MapLevel;
  z: number;
  x: number;
  y: number;
  bytes: Uint8Array;
}

/** Every tile of a set, streamed in batches: the server keeps them all in memory. */
export async function* readTiles(
  database: Pick<Database, 'sql'>,
  tileset: string,
): AsyncGenerator<TileRow[]> {
  const rows = database.sql<TileRow[]>`
    select level, z, x, y, bytes from tile where tileset = ${tileset} order by level, z, x, y`;
  for await (const batch of rows.cursor(2000)) yield batch;
}
