import { Detail } from '../../../geo/topology/detail.ts';
import { drawnPolygons } from '../../../geo/topology/drawn-polygons.ts';
import { essentialRings } from '../../../geo/topology/essential.ts';
import { degreeGrid, tileUnitArea } from '../../../geo/topology/grid.ts';
import { holdShapes } from '../../../geo/topology/hold-shapes.ts';
import { shapeCount, type Mosaic } from '../../../geo/topology/mosaic.ts';
import type { Presimplified } from '../../../geo/topology/presimplify.ts';
import type { OutlineDetail } from '../../queries/outlines.ts';
import { SIMPLIFICATION, SMALLEST_RING } from '../../tiles/zooms.ts';
import type { OutlineLevel } from './outlines-shapes.ts';

export interface OutlineRow {
  level: OutlineLevel;
  code: string;
  detail: OutlineDetail;
  /** GeoJSON geometry as text. */
  geometry: string;
}

export interface OutlineShapes {
  level: OutlineLevel;
  mosaic: Mosaic;
  code(shape: number): string;
}

/** How each detail is drawn: simplified as the tiles of a zoom, with this many decimals of a degree. */
const DETAILS: Readonly<Record<OutlineDetail, { zoom: number; decimals: number }>> = {
  local: { zoom: 9, decimals: 4 },
  national: { zoom: 6, decimals: 3 },
};

/**
 * The outlines of every shape of some levels at one detail, as valid GeoJSON: closed rings,
 * exteriors counter-clockwise (RFC 7946), borders shared point for point.
 */
export function* outlineRows(
  shapes: Presimplified,
  levels: readonly OutlineShapes[],
  detail: OutlineDetail,
): Generator<OutlineRow> {
  const { zoom, decimals } = DETAILS[detail];
  const steps = 10 ** decimals;
  const { topology } = shapes;
  const drawn = new Detail(shapes, degreeGrid(shapes, steps), SIMPLIFICATION * tileUnitArea(zoom));
  holdShapes(drawn, topology.pieces, essentialRings(topology, topology.pieces));
  const smallest = SMALLEST_RING * tileUnitArea(zoom) * (360 * steps) ** 2;
  for (const { level, mosaic, code } of levels) {
    const essential = essentialRings(topology, mosaic);
    for (let shape = 0; shape < shapeCount(mosaic); shape++) {
      const polygons = drawnPolygons(drawn, mosaic, essential, shape, smallest);
      if (polygons.length > 0)
        yield { level, code: code(shape), detail, geometry: toGeometry(polygons, steps) };
    }
  }
}

function toGeometry(polygons: readonly Int32Array[][], steps: number): string {
  const coordinates = polygons.map((polygon) => polygon.map((ring) => toPositions(ring, steps)));
  return JSON.stringify(
    coordinates.length === 1
      ? { type: 'Polygon', coordinates: coordinates[0] }
      : { type: 'MultiPolygon', coordinates },
  );
}

function toPositions(ring: Int32Array, steps: number): [number, number][] {
  const positions = Array.from({ length: ring.length / 2 }, (_, i): [number, number] => [
    ring[2 * i]! / steps,
    ring[2 * i + 1]! / steps,
  ]);
  return [...positions, positions[0]!];
}
