import { join } from 'node:path';
import { Territories } from '#lib/domain/territory/territories.ts';
import { buildTopology } from '#lib/geo/topology/build-topology.ts';
import { presimplify } from '#lib/geo/topology/presimplify.ts';
import { readOutlineFiles } from '#lib/server/import/outlines/outlines-shapes.ts';
import { resolveOrigin } from '#lib/server/import/resolve-origin.ts';
import { contours } from '#lib/server/import/sources/territory/contours.ts';
import { stageCog } from '#lib/server/import/sources/territory/cog-2026.ts';
import type { TileRow } from '#lib/server/queries/tiles.ts';
import { buildTiles } from '#lib/server/tiles/build-tiles.ts';
import { MAX_ZOOM, MIN_ZOOM } from '#lib/server/tiles/zooms.ts';
import { inlandCommunes } from './inland-communes.ts';
import { rounded, timed } from './measure.ts';
import { plainIndex, plainOutlines, plainTile } from './plain-tiles.ts';
import { ZoomCounter, type ZoomFigures } from './tile-figures.ts';
import { servingThroughput } from './tile-serving.ts';

/**
 * Communes as tiles, ours against plain geojson-vt on the same outlines: bytes, torn inland borders
 * and vanished communes per zoom, then requests a second from memory against tiles cut on demand.
 */
export async function benchTiles(): Promise<object> {
  const origin = await resolveOrigin(process.env, process.cwd(), process.env.DATA_DIR || 'data');
  const { territories: rows, formers } = await stageCog(origin.cogFolder);
  const territories = new Territories(rows, formers);
  const path = join(origin.folder, contours.files[0]!);
  const ours = await timed(() => cutOurs(path, territories));
  const { tiles, communes, inland } = ours.result;
  const outlines = await plainOutlines(path, territories);
  const plain = await timed(() => cutPlain(outlines, tiles));
  return {
    communes,
    inlandCommunes: inland.size,
    seconds: { ours: rounded(ours.ms / 1000), plainGeojsonVt: rounded(plain.ms / 1000) },
    ours: figures(tiles, inland, communes),
    plainGeojsonVt: figures(plain.result, inland, communes),
    serving: await servingThroughput(tiles, outlines),
    notes: [
      'Both sides: gzip level 9, one code and one id a feature. Ours is timed from the file to the gzipped tiles; geojson-vt from outlines already parsed.',
      'ST_AsMVT is not measured: PostGIS is not in the embedded database.',
    ],
  };
}

async function cutOurs(
  path: string,
  territories: Territories,
): Promise<{ tiles: TileRow[]; communes: number; inland: Set<string> }> {
  const { communes } = await readOutlineFiles({ communes: path, coarse: null }, territories);
  const shapes = presimplify(buildTopology(communes.rings));
  const mosaic = shapes.topology.pieces;
  const level = {
    level: 'commune' as const,
    mosaic,
    territory: (shape: number) => communes.territories[shape]!,
  };
  const tiles: TileRow[] = [];
  for await (const batch of buildTiles(shapes, [level])) tiles.push(...batch);
  return {
    tiles,
    communes: communes.territories.length,
    inland: inlandCommunes(shapes.topology, communes.territories),
  };
}

function cutPlain(outlines: Awaited<ReturnType<typeof plainOutlines>>, like: readonly TileRow[]): TileRow[] {
  const index = plainIndex(outlines);
  return like.flatMap(({ level, z, x, y }) => {
    const bytes = plainTile(index, z, x, y);
    return bytes ? [{ level, z, x, y, bytes }] : [];
  });
}

function figures(tiles: readonly TileRow[], inland: ReadonlySet<string>, communes: number): ZoomFigures[] {
  return Array.from({ length: MAX_ZOOM - MIN_ZOOM + 1 }, (_, i) => {
    const counter = new ZoomCounter(MIN_ZOOM + i, inland);
    for (const { z, bytes } of tiles) if (z === MIN_ZOOM + i) counter.add(bytes);
    return counter.figures(communes);
  });
}
