import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { gzipSync } from 'node:zlib';
import type { Territories } from '#lib/domain/territory/territories.ts';
import { readFeatures } from '#lib/server/import/outlines-file.ts';
import { MAX_ZOOM } from '#lib/server/tiles/zooms.ts';

type Outline = Feature<Polygon | MultiPolygon, { code: string }>;

/** The communes of the outline file as plain GeoJSON, id = ordinal: what the rivals work on. */
export async function plainOutlines(path: string, territories: Territories): Promise<Outline[]> {
  const outlines: Outline[] = [];
  for await (const { value } of readFeatures(path)) {
    const outline = value as Outline;
    const { code } = outline.properties;
    const ordinal = territories.get('commune', code)?.ordinal;
    if (ordinal !== undefined) outlines.push({ ...outline, id: ordinal, properties: { code } });
  }
  return outlines;
}

/** A plain geojson-vt index of outlines: its own simplification, each outline by itself, as most maps are made. */
export const plainIndex = (features: Outline[]): GeoJSONVT =>
  new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: MAX_ZOOM + 1, indexMaxZoom: 5 });

/** One tile of it, encoded and gzipped as ours are; `null` where it is empty. */
export function plainTile(index: GeoJSONVT, z: number, x: number, y: number): Uint8Array | null {
  const tile = index.getTile(z, x, y);
  if (!tile || tile.features.length === 0) return null;
  const layer = new GeoJSONWrapper(tile.features, { version: 2, extent: 4096 });
  layer.name = 'commune';
  return gzipSync(fromVectorTileJs({ layers: { commune: layer } }), { level: 9 });
}
