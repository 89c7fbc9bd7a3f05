import { isMapLevel, type MapLevel } from '../../domain/territory/level.ts';
import { answerTile, noSuchTile, readTileNumbers, tileReplaced, type TileHeaders } from './tile-answer.ts';
import type { TileShelf } from './shelf.ts';

/** A request for a tile, as its address and headers give it. */
export interface TileRequest extends TileHeaders {
  tileset: string;
  level: string;
  z: string;
  x: string;
  y: string;
}

interface TileAddress {
  level: MapLevel;
  z: number;
  x: number;
  y: number;
}

/**
 * Answers a request for a tile: 200 with the tile, gzipped unless the reader refuses it; 204 where
 * nothing is drawn; 304 when the reader has it; 400 for an address that cannot be; 404 for a set
 * that is not the current one.
 */
export async function serveTile(
  request: TileRequest,
  current: { hash: string; minZoom: number; maxZoom: number } | null,
  shelf: (tileset: string) => Promise<TileShelf>,
): Promise<Response> {
  const address = readAddress(request);
  if (!address || (current && (address.z < current.minZoom || address.z > current.maxZoom)))
    return noSuchTile(current);
  if (request.tileset !== current?.hash) return tileReplaced();
  const { level, z, x, y } = address;
  return answerTile(request, `${current.hash}/${level}/${z}/${x}/${y}`, async () => {
    const tiles = await shelf(current.hash);
    return tiles.size === 0 ? null : tiles.get(level, z, x, y);
  });
}

function readAddress(request: TileRequest): TileAddress | null {
  const numbers = readTileNumbers(request);
  return numbers && isMapLevel(request.level) ? { level: request.level, ...numbers } : null;
}
