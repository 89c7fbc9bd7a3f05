import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { gzipSync } from 'node:zlib';
import type { Territories } from '#lib/domain/territory/territories.ts';
import { readFeatures } from '#lib/server/import/outlines/outlines-file.ts';
import { MAX_ZOOM } from '#lib/server/tiles/zooms.ts';

export type PlainOutline = Feature<Polygon | MultiPolygon, { code: string }>;

/** The communes of the outline file as plain GeoJSON, id = ordinal: what others cut tiles from. */
export async function plainOutlines(path: string, territories: Territories): Promise<PlainOutline[]> {
  const outlines: PlainOutline[] = [];
  for await (const { value } of readFeatures(path)) {
    const outline = value as PlainOutline;
    const { code } = outline.properties;
    const ordinal = territories.get('commune', code)?.ordinal;
    if (ordinal !== undefined) outlines.push({ ...outline, id: ordinal, properties: { code } });
  }
  return outlines;
}

/**
 * A plain geojson-vt index: its own simplification, each outline by itself, as most maps are made.
 * Its finest zoom, which it does not simplify, is put one beyond ours.
 */
export const plainIndex = (features: PlainOutline[]): GeoJSONVT =>
  new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: MAX_ZOOM + 1, indexMaxZoom: 5 });

/** One tile of it, encoded and gzipped as ours are; `null` where it is empty. */
export function plainTile(
  index: GeoJSONVT,
  z: number,
  x: number,
  y: number,
  gzipLevel = 9,
): Uint8Array | null {
  const tile = index.getTile(z, x, y);
  if (!tile || tile.features.length === 0) return null;
  const layer = new GeoJSONWrapper(tile.features, { version: 2, extent: 4096 });
  layer.name = 'commune';
  return gzipSync(fromVectorTileJs({ layers: { commune: layer } }), { level: gzipLevel });
}
