import type { MapLevel } from '../../domain/territory/level.ts';
import type { Database } from '../db/client.ts';
import { readTiles, type TileRow } from '../queries/tiles.ts';

/** Every tile of a set, in memory as stored (about 40 MB for the whole country). */
export class TileShelf {
  readonly #tiles = new Map<string, Uint8Array<ArrayBuffer>>();

  /** Fills a shelf from batches of rows. */
  static async fill(batches: AsyncIterable<readonly TileRow[]>): Promise<TileShelf> {
    const shelf = new TileShelf();
    for await (const batch of batches) {
      for (const { level, z, x, y, bytes } of batch)
        shelf.#tiles.set(`${level}/${z}/${x}/${y}`, Uint8Array.from(bytes));
    }
    return shelf;
  }

  get size(): number {
    return this.#tiles.size;
  }

  /** The gzipped tile; `undefined` where nothing is drawn. */
  get(level: MapLevel, z: number, x: number, y: number): Uint8Array<ArrayBuffer> | undefined {
    return this.#tiles.get(`${level}/${z}/${x}/${y}`);
  }
}

let held: { tileset: string; shelf: Promise<TileShelf> } | null = null;

/** The tiles of a set, read from the database once and kept until another set is asked for. */
export function shelfOf(database: Pick<Database, 'sql'>, tileset: string): Promise<TileShelf> {
  if (held?.tileset === tileset) return held.shelf;
  const shelf = TileShelf.fill(readTiles(database, tileset));
  const mine = { tileset, shelf };
  held = mine;
  const forget = (): void => {
    if (held === mine) held = null;
  };
  // A set replaced meanwhile reads as empty: it must not be kept under its name.
  shelf.then((read) => read.size === 0 && forget(), forget);
  return shelf;
}
