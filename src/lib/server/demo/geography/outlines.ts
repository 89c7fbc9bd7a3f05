import type { Border } from './borders.ts';
import { ringArea, toLonLat, type Point } from './plane.ts';

/** A closed ring of longitudes and latitudes, first point repeated at the end. */
export type Ring = [lon: number, lat: number][];

/** Outline of a commune as in GeoJSON: polygons, each an outer ring (anticlockwise) then its holes. */
export type Outline = Ring[][];

const keyOf = (point: readonly number[]): string => `${point[0]},${point[1]}`;

/** Joins lines end to end into closed rings of the plane. */
function closeRings(lines: readonly (readonly Point[])[]): Point[][] {
  const byStart = new Map(lines.map((line) => [keyOf(line[0] as Point), line]));
  const rings: Point[][] = [];
  for (const [start, first] of byStart) {
    if (!byStart.delete(start)) continue;
    const ring = [...first];
    for (;;) {
      const end = keyOf(ring[ring.length - 1] as Point);
      if (end === start) break;
      const next = byStart.get(end);
      if (!next) throw new Error(`a border stops at ${end}`);
      byStart.delete(end);
      ring.push(...next.slice(1));
    }
    rings.push(ring);
  }
  return rings;
}

/** A ring in degrees, without the points that rounding has merged. */
function rounded(ring: readonly Point[], decimals: number): Ring {
  const points = ring.map((point) => toLonLat(point, decimals));
  return points.filter((point, index) => index === 0 || keyOf(point) !== keyOf(points[index - 1] as Point));
}

const contains = (ring: Ring, [x, y]: Point): boolean => {
  let inside = false;
  for (let index = 1; index < ring.length; index++) {
    const [ax, ay] = ring[index - 1] as Point;
    const [bx, by] = ring[index] as Point;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
};

/** True when a point in degrees is inside an outline. */
export const outlineContains = (outline: Outline, point: Point): boolean =>
  outline.some(
    ([outer, ...holes]) => contains(outer as Ring, point) && !holes.some((hole) => contains(hole, point)),
  );

/** Outlines of all communes, from their borders: the largest polygon first, holes in the polygon that holds them. */
export function drawOutlines(borders: readonly Border[], communes: number, decimals = 5): Outline[] {
  const lines: Point[][][] = Array.from({ length: communes }, () => []);
  for (const { left, right, line } of borders) {
    lines[left]?.push(line);
    lines[right]?.push([...line].reverse());
  }
  return lines.map((own) => {
    const rings = closeRings(own).map((ring) => rounded(ring, decimals));
    const solid = rings.filter((ring) => ring.length >= 4).sort((a, b) => ringArea(b) - ringArea(a));
    const polygons = solid.filter((ring) => ringArea(ring) > 0).map((ring) => [ring]);
    for (const hole of solid.filter((ring) => ringArea(ring) < 0)) {
      polygons.find(([outer]) => contains(outer as Ring, hole[0] as Point))?.push(hole);
    }
    return polygons;
  });
}
