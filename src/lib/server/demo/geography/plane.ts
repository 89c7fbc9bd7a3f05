/** A point of the plane of work: km east and north of the middle of the island. */
export type Point = readonly [x: number, y: number];

/** Middle of the demonstration territory: open sea in the Bay of Biscay, far from any land. */
const ORIGIN = { lon: -6.75, lat: 45.75 };
const KM_PER_DEGREE = 111.195;
const KM_PER_DEGREE_EAST = KM_PER_DEGREE * Math.cos((ORIGIN.lat * Math.PI) / 180);

/** Half width and half height of the sheet, km. */
export const SHEET = { halfWidth: 57, halfHeight: 60 };

/** Longitude and latitude in degrees, rounded to `decimals` (5 ≈ 1 m, as in the official outlines). */
export function toLonLat([x, y]: Point, decimals = 5): [lon: number, lat: number] {
  const scale = 10 ** decimals;
  return [
    Math.round((ORIGIN.lon + x / KM_PER_DEGREE_EAST) * scale) / scale,
    Math.round((ORIGIN.lat + y / KM_PER_DEGREE) * scale) / scale,
  ];
}

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Distance in km from a point to the segment [a, b]. */
export function distanceToSegment(point: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const along =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length));
  return Math.hypot(point[0] - a[0] - along * dx, point[1] - a[1] - along * dy);
}

/** Signed area of a closed ring in km², positive when it turns anticlockwise. */
export function ringArea(ring: readonly Point[]): number {
  let twice = 0;
  for (let index = 0; index < ring.length; index++) {
    const a = ring[index] as Point;
    const b = ring[(index + 1) % ring.length] as Point;
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}
