import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { FittedProjection } from './projection.ts';

export type Outline = Polygon | MultiPolygon;

/** Nearer than this to the last point kept, pixels, a point cannot be seen on screen or on paper. */
const TOLERANCE = 0.5;

/** Tenths of a pixel, whole. */
const tenths = (pixels: number): number => Math.round(pixels * 10);

/** Tenths as pixels, in as few characters as a path allows: `-.4`, `12.5`, `3`. */
const write = (value: number): string => String(value / 10).replace(/^(-?)0\./, '$1.');

/** A move from the last point: the minus sign separates by itself. */
const step = (dx: number, dy: number): string => `${write(dx)}${dy < 0 ? '' : ' '}${write(dy)}`;

/**
 * The path of an outline, to be filled by the even-odd rule: planar, so that neither the winding of
 * rings nor the sphere matters. Points too near to be seen are left out, and so are rings that have
 * fewer than three, unless `whole` asks for a dot: land too small to see still has a figure to show.
 */
export function outlinePath(outline: Outline, project: FittedProjection['project'], whole = false): string {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  let path = '';
  for (const rings of polygons)
    for (const ring of rings) path += ringPath(ring, project, whole && path === '');
  return path;
}

function ringPath(ring: readonly Position[], project: FittedProjection['project'], dot: boolean): string {
  let path = '';
  let kept = 0;
  let [lastX, lastY] = [0, 0];
  for (let i = 0; i < ring.length - 1; i++) {
    const [lon, lat] = ring[i] as [number, number];
    const [px, py] = project(lon, lat);
    const [x, y] = [tenths(px), tenths(py)];
    if (kept > 0 && Math.hypot(x - lastX, y - lastY) < 10 * TOLERANCE) continue;
    if (kept === 0) path = `M${step(x, y)}`;
    else path += `l${step(x - lastX, y - lastY)}`;
    [lastX, lastY] = [x, y];
    kept++;
  }
  if (kept >= 3) return `${path}z`;
  return dot && kept > 0 ? `M${step(lastX - 5, lastY - 5)}h1v1h-1z` : '';
}
