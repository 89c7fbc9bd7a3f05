import { EARTH_RADIUS, RADIANS } from '../access/sphere.ts';
import type { Polygons } from './zone.ts';

type Ring = Polygons[number][number];

/**
 * Signed area of a closed ring, square metres on the sphere: counter-clockwise is positive. The ring is
 * laid on the cylinder of equal areas (Lambert): x = R·λ, y = R·sin φ; exact for short edges.
 */
function ringArea(ring: Ring): number {
  let double = 0;
  const [origin] = ring;
  if (!origin) return 0;
  const x = (at: number): number => ((ring[at] as Ring[number])[0]! - origin[0]!) * RADIANS;
  const y = (at: number): number => Math.sin((ring[at] as Ring[number])[1]! * RADIANS);
  for (let at = 1; at < ring.length; at++) double += x(at - 1) * y(at) - x(at) * y(at - 1);
  return (double / 2) * EARTH_RADIUS ** 2;
}

/** Area in square kilometres: exteriors less their holes, whichever way they turn. */
export function areaOf(polygons: Polygons): number {
  let metres = 0;
  for (const [exterior, ...holes] of polygons) {
    if (!exterior) continue;
    metres += Math.abs(ringArea(exterior)) - holes.reduce((sum, hole) => sum + Math.abs(ringArea(hole)), 0);
  }
  return metres / 1e6;
}

/** West, south, east, north of every exterior; `null` without a point. */
export function boxOf(polygons: Polygons): [number, number, number, number] | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [exterior = []] of polygons) {
    for (const [lon = NaN, lat = NaN] of exterior) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box[0] <= box[2] && box[1] <= box[3] ? box : null;
}

/** The middle of the box of the largest part: where a map looks for it. */
export function middleOf(polygons: Polygons): [lon: number, lat: number] | null {
  let largest: Polygons[number] | null = null;
  let most = -1;
  for (const polygon of polygons) {
    const area = areaOf([polygon]);
    if (area > most) [largest, most] = [polygon, area];
  }
  const box = largest && boxOf([largest]);
  return box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}
