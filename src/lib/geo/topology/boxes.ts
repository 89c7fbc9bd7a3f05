import { arcPoints, ringReferences, shapeCount, type Mosaic, type Topology } from './mosaic.ts';
import { STEPS_PER_DEGREE } from './shape-rings.ts';

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number];

/** Box of each shape in degrees, west, south, east, north; `null` for a shape without rings. */
export function shapeBoxes(topology: Topology, mosaic: Mosaic): (Box | null)[] {
  return Array.from({ length: shapeCount(mosaic) }, (_, shape) => {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let ring = mosaic.shapeStart[shape]!; ring < mosaic.shapeStart[shape + 1]!; ring++) {
      const full = arcPoints(topology, ringReferences(mosaic, ring));
      for (let i = 0; i < full.length; i += 2) {
        west = Math.min(west, full[i]!);
        east = Math.max(east, full[i]!);
        south = Math.min(south, full[i + 1]!);
        north = Math.max(north, full[i + 1]!);
      }
    }
    return west > east ? null : ([west, south, east, north].map((steps) => steps / STEPS_PER_DEGREE) as Box);
  });
}
