import { EARTH_RADIUS, RADIANS } from '../access/sphere.ts';
import type { Polygons } from './zone.ts';

/**
 * Whether a point is inside: a ray to the east crosses the rings an odd number of times, holes and parts
 * alike, so that rings that cross themselves have an answer too. On a border either may come.
 */
export function isInside(polygons: Polygons, lon: number, lat: number): boolean {
  for (const polygon of polygons) {
    let inside = false;
    for (const ring of polygon) {
      for (let at = 1; at < ring.length; at++) {
        const [x1 = NaN, y1 = NaN] = ring[at - 1]!;
        const [x2 = NaN, y2 = NaN] = ring[at]!;
        if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
      }
    }
    if (inside) return true;
  }
  return false;
}

/**
 * Metres from a point to a zone: 0 inside, else to its nearest border. Each edge is laid on the plane
 * that touches the sphere at the point (radius `EARTH_RADIUS`), true to a thousandth within some kilometres.
 */
export function metresToZone(polygons: Polygons, lon: number, lat: number): number {
  if (isInside(polygons, lon, lat)) return 0;
  const toX = EARTH_RADIUS * RADIANS * Math.cos(lat * RADIANS);
  const toY = EARTH_RADIUS * RADIANS;
  let least = Infinity;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let at = 1; at < ring.length; at++) {
        const [lon1 = NaN, lat1 = NaN] = ring[at - 1]!;
        const [lon2 = NaN, lat2 = NaN] = ring[at]!;
        least = Math.min(
          least,
          squaredToSegment((lon1 - lon) * toX, (lat1 - lat) * toY, (lon2 - lon) * toX, (lat2 - lat) * toY),
        );
      }
    }
  }
  return Math.sqrt(least);
}

/** Squared distance from the origin to a segment. */
function squaredToSegment(x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length));
  return (x1 + along * dx) ** 2 + (y1 + along * dy) ** 2;
}
