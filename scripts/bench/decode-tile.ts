import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { gunzipSync } from 'node:zlib';
import type { TileShape } from '#lib/geo/torn-edges.ts';

export interface DecodedFeature extends TileShape {
  id: number | undefined;
}

/** The features of the only layer of a gzipped tile, rings in tile units. */
export function decodeTile(bytes: Uint8Array): { name: string; extent: number; features: DecodedFeature[] } {
  const [layer] = Object.values(new VectorTile(new PbfReader(gunzipSync(bytes))).layers);
  if (!layer) throw new Error('The tile has no layer');
  const features = Array.from({ length: layer.length }, (_, i): DecodedFeature => {
    const feature = layer.feature(i);
    return { id: feature.id, code: String(feature.properties.code), rings: feature.loadGeometry() };
  });
  return { name: layer.name, extent: layer.extent, features };
}
