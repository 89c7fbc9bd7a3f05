import { MAP_LEVELS, type MapLevel } from '../../domain/territory/level.ts';
import { Detail } from '../../geo/topology/detail.ts';
import { drawnPolygons } from '../../geo/topology/drawn-polygons.ts';
import { essentialRings } from '../../geo/topology/essential.ts';
import { tileGrid, tileUnitArea } from '../../geo/topology/grid.ts';
import { holdShapes } from '../../geo/topology/hold-shapes.ts';
import { shapeCount, type Mosaic } from '../../geo/topology/mosaic.ts';
import type { Presimplified } from '../../geo/topology/presimplify.ts';
import type { TileRow } from '../queries/tiles.ts';
import { encodeTile } from './encode-tile.ts';
import { TileSlicer, type TileContent } from './slice-tiles.ts';
import { MAX_ZOOM, MIN_ZOOM, SIMPLIFICATION, SMALLEST_RING } from './zooms.ts';

/** One level to cut: its shapes (arcs of the same topology), and the territory each one is. */
export interface TileLevel {
  level: MapLevel;
  mosaic: Mosaic;
  /** Ordinal and code of the territory of each shape. */
  territory(shape: number): { ordinal: number; code: string };
}

/** Tiles of a batch are encoded together, on as many cores as there are. */
const BATCH = 128;

/** The level of detail of a zoom, in which no piece has disappeared. */
export function tileDetail(shapes: Presimplified, essential: Uint8Array, zoom: number): Detail {
  const detail = new Detail(shapes, tileGrid(shapes, zoom), SIMPLIFICATION * tileUnitArea(zoom));
  holdShapes(detail, shapes.topology.pieces, essential);
  return detail;
}

/**
 * Every tile of every level, zoom by zoom, in batches: what a batch was built from is freed before
 * the next zoom.
 */
export async function* buildTiles(
  shapes: Presimplified,
  levels: readonly TileLevel[],
  report: (zoom: number) => void = () => undefined,
): AsyncGenerator<TileRow[]> {
  const essential = new Map(
    levels.map(({ level, mosaic }) => [level, essentialRings(shapes.topology, mosaic)]),
  );
  const pieces = essentialRings(shapes.topology, shapes.topology.pieces);
  for (let zoom = MIN_ZOOM; zoom <= MAX_ZOOM; zoom++) {
    report(zoom);
    const detail = tileDetail(shapes, pieces, zoom);
    for (const level of MAP_LEVELS.flatMap((name) =>
      levels.filter((candidate) => candidate.level === name),
    )) {
      const slicer = new TileSlicer(zoom);
      for (let shape = 0; shape < shapeCount(level.mosaic); shape++) {
        const polygons = drawnPolygons(
          detail,
          level.mosaic,
          essential.get(level.level)!,
          shape,
          SMALLEST_RING,
        );
        slicer.add(shape, polygons);
      }
      yield* encodeAll(level, zoom, slicer);
    }
  }
}

async function* encodeAll(level: TileLevel, zoom: number, slicer: TileSlicer): AsyncGenerator<TileRow[]> {
  const waiting = [...slicer.tiles.values()];
  slicer.tiles.clear();
  while (waiting.length > 0) {
    yield await Promise.all(waiting.splice(-BATCH).map((content) => encodeRow(level, zoom, content)));
  }
}

async function encodeRow(level: TileLevel, z: number, { x, y, features }: TileContent): Promise<TileRow> {
  const named = features.map(({ shape, polygons }) => ({ ...level.territory(shape), polygons }));
  return { level: level.level, z, x, y, bytes: await encodeTile(level.level, named) };
}
