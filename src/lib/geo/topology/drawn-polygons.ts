import type { Detail } from './detail.ts';
import type { Mosaic } from './mosaic.ts';
import { doubleArea } from './ring-area.ts';

/**
 * The polygons of a shape at one detail, each its exterior (counter-clockwise, y upward) then its
 * holes, as x, y pairs not closed. Rings that are not essential go when their area, in square steps
 * of the grid, is under `smallest`; a flattened one always goes. A shape of which nothing is left
 * (a crowd of shapes within one step of the grid) is the smallest triangle there is.
 */
export function drawnPolygons(
  detail: Detail,
  mosaic: Mosaic,
  essential: Uint8Array,
  shape: number,
  smallest: number,
): Int32Array[][] {
  const polygons: Int32Array[][] = [];
  let current: Int32Array[] | null = null;
  for (let ring = mosaic.shapeStart[shape]!; ring < mosaic.shapeStart[shape + 1]!; ring++) {
    const isHole = mosaic.hole[ring] === 1;
    if (!isHole) current = null;
    else if (!current) continue;
    const points = detail.ring(mosaic, ring);
    const area = isHole ? -doubleArea(points) : doubleArea(points);
    if (area <= 0 || (essential[ring] === 0 && area < 2 * smallest)) continue;
    if (current) current.push(points);
    else polygons.push((current = [points]));
  }
  const first = mosaic.shapeStart[shape]!;
  if (polygons.length > 0 || first === mosaic.shapeStart[shape + 1]) return polygons;
  const points = detail.ring(mosaic, first);
  const x = points[0]!;
  const y = points[1]!;
  return [[Int32Array.of(x, y, x + 1, y, x, y + 1)]];
}
