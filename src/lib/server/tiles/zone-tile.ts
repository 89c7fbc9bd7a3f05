import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Feature, MultiPolygon, Point } from 'geojson';
import type { Zone, ZoneKind } from '../../domain/zones/zone.ts';
import { TILE_EXTENT } from '../../geo/topology/grid.ts';
import { labelPoint } from '../../geo/merge-outlines.ts';
import type { OutlinedZone } from '../queries/zones.ts';
import { TILE_BUFFER } from './zooms.ts';

const compress = promisify(gzip);

/** Raised when the same zones would give other tiles. */
export const ZONE_TILES_REVISION = 1;

/**
 * Zooms of each kind: under `outlines` a zone is a point, for half a kilometre is a few pixels there;
 * IRIS, which leave no ground bare, have no tile before.
 */
export const ZONE_ZOOMS: Readonly<Record<ZoneKind, { minZoom: number; outlines: number; maxZoom: number }>> =
  {
    qpv: { minZoom: 4, outlines: 10, maxZoom: 13 },
    iris: { minZoom: 10, outlines: 10, maxZoom: 13 },
  };

/** The box of a tile and of its buffer, degrees: west, south, east, north. */
export function tileBox(z: number, x: number, y: number): Zone['bbox'] {
  const side = 2 ** z;
  const buffer = TILE_BUFFER / TILE_EXTENT;
  const lon = (at: number): number => (at / side) * 360 - 180;
  const lat = (at: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * at) / side))) * 180) / Math.PI;
  return [lon(x - buffer), lat(y + 1 + buffer), lon(x + 1 + buffer), lat(y - buffer)];
}

/**
 * One tile of zones, gzipped: outlines with their code, name and communes, and a point in each where its name can
 * stand; points alone under the zoom of outlines. `undefined` where nothing is drawn. It is cut when asked
 * for, from the zones that meet it: a few milliseconds, then kept by whoever asked (its name never changes).
 */
export async function zoneTile(
  kind: ZoneKind,
  { z, x, y }: { z: number; x: number; y: number },
  zones: readonly OutlinedZone[],
  communesOf: (zone: Zone) => string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const drawn = z >= ZONE_ZOOMS[kind].outlines;
  const features = zones.flatMap(({ zone, polygons }) => {
    const { code, name } = zone;
    const outline = { type: 'MultiPolygon', coordinates: polygons } as unknown as MultiPolygon;
    const properties = {
      code,
      name,
      communes: communesOf(zone),
      commune: zone.communes[0] ?? '',
      ...(zone.population !== null && { population: zone.population }),
    };
    const point: Feature<Point> = {
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: drawn ? labelPoint(outline) : [zone.lon, zone.lat] },
    };
    return drawn ? [{ type: 'Feature' as const, properties, geometry: outline }, point] : [point];
  });
  const index = new GeoJSONVT(
    { type: 'FeatureCollection', features },
    // Its finest zoom is not simplified: it is put one beyond ours. Tiles are cut on the way down only.
    { maxZoom: ZONE_ZOOMS[kind].maxZoom + 1, indexMaxZoom: 0, extent: TILE_EXTENT, buffer: TILE_BUFFER },
  );
  const tile = index.getTile(z, x, y);
  if (!tile || tile.features.length === 0) return undefined;
  const layer = new GeoJSONWrapper(tile.features, { version: 2, extent: TILE_EXTENT });
  layer.name = kind;
  return Uint8Array.from(await compress(fromVectorTileJs({ layers: { [kind]: layer } }), { level: 6 }));
}
