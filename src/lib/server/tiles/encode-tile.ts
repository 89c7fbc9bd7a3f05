import { fromVectorTileJs, GeoJSONWrapper, type Feature } from '@maplibre/vt-pbf';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { MapLevel } from '../../domain/territory/level.ts';
import { TILE_EXTENT } from '../../geo/topology/grid.ts';

const compress = promisify(gzip);

/** One territory in a tile: polygons in tile units, y downward, exteriors clockwise on screen. */
export interface TileFeature {
  ordinal: number;
  code: string;
  polygons: readonly Int32Array[][];
}

/**
 * A tile as it is stored and sent: Mapbox Vector Tile 2, one layer named after the level, each
 * feature with its ordinal as id and its code as only property, gzipped.
 */
export async function encodeTile(level: MapLevel, features: readonly TileFeature[]): Promise<Uint8Array> {
  const drawn = features.map(({ ordinal, code, polygons }): Feature => ({
    id: ordinal,
    type: 3,
    tags: { code },
    geometry: polygons.flat().map(toPoints),
  }));
  const layer = new GeoJSONWrapper(drawn, { version: 2, extent: TILE_EXTENT });
  layer.name = level;
  return compress(fromVectorTileJs({ layers: { [level]: layer } }), { level: 9 });
}

const toPoints = (ring: Int32Array): [number, number][] =>
  Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]);
