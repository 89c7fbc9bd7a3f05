import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { FittedProjection } from './projection.ts';

export type Outline = Polygon | MultiPolygon;

/** Nearer than this to the last point kept, pixels, a point cannot be seen. */
const TOLERANCE = 0.35;

/** Tenths of a pixel. */
const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/**
 * The path of an outline, to be filled by the even-odd rule: planar, so that neither the winding of
 * rings nor the sphere matters. Rings too small to see are left out unless `whole` is asked for.
 */
export function outlinePath(outline: Outline, project: FittedProjection['project'], whole = false): string {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  let path = '';
  for (const rings of polygons) for (const ring of rings) path += ringPath(ring, project, whole);
  return path;
}

function ringPath(ring: readonly Position[], project: FittedProjection['project'], whole: boolean): string {
  let path = '';
  let kept = 0;
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (let i = 0; i < ring.length - 1; i++) {
    const [lon, lat] = ring[i] as [number, number];
    const [px, py] = project(lon, lat);
    const [x, y] = [round(px), round(py)];
    if (kept > 0 && Math.hypot(x - lastX, y - lastY) < TOLERANCE) continue;
    path += kept === 0 ? `M${x},${y}` : `L${x},${y}`;
    [lastX, lastY] = [x, y];
    kept++;
  }
  if (kept >= 3) return `${path}Z`;
  // A dot of land still has a figure to show.
  return whole && kept > 0 ? `M${lastX - 0.5},${lastY - 0.5}h1v1h-1Z` : '';
}
