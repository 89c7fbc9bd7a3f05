import { geoConicConformal, geoTransverseMercator, type GeoProjection } from 'd3';
import { greatCircle } from '../domain/access/sphere.ts';

/** West, south, east, north, degrees. */
export type Box = readonly [number, number, number, number];

/** The rectangle of the drawing that a territory must fill, pixels. */
export interface Viewport {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Degrees to pixels of the drawing. */
export interface FittedProjection {
  project(lon: number, lat: number): [number, number];
  /** On the ground, at the middle of the drawing. */
  metresPerPixel: number;
}

/** Lambert 93 for the mainland as a whole; its parallels and central meridian are those of RGF93. */
const lambert93 = (): GeoProjection => geoConicConformal().rotate([-3, 0]).parallels([44, 49]);

/** Transverse Mercator at the middle of the territory: conformal, true to scale, north straight up. */
const local = ([west, south, east, north]: Box): GeoProjection =>
  geoTransverseMercator().rotate([-(west + east) / 2, -(south + north) / 2]);

const SAMPLES = 12;

/** Points along the sides of a box: its corners alone miss the bulge of a conic projection. */
function sides([west, south, east, north]: Box): [number, number][] {
  const points: [number, number][] = [];
  for (let i = 0; i <= SAMPLES; i++) {
    const lon = west + ((east - west) * i) / SAMPLES;
    const lat = south + ((north - south) * i) / SAMPLES;
    points.push([lon, south], [lon, north], [west, lat], [east, lat]);
  }
  return points;
}

/** A projection under which a box of the globe is centred in a rectangle and fills it. */
export function fitProjection(kind: 'national' | 'local', box: Box, viewport: Viewport): FittedProjection {
  const base = (kind === 'national' ? lambert93() : local(box)).scale(1).translate([0, 0]);
  const raw = (lon: number, lat: number): [number, number] => base([lon, lat]) ?? [0, 0];
  const projected = sides(box).map(([lon, lat]) => raw(lon, lat));
  const xs = projected.map(([x]) => x);
  const ys = projected.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    viewport.width / Math.max(right - left, 1e-9),
    viewport.height / Math.max(bottom - top, 1e-9),
  );
  const dx = viewport.x + viewport.width / 2 - (scale * (left + right)) / 2;
  const dy = viewport.y + viewport.height / 2 - (scale * (top + bottom)) / 2;
  const project = (lon: number, lat: number): [number, number] => {
    const [x, y] = raw(lon, lat);
    return [scale * x + dx, scale * y + dy];
  };
  const middle: [number, number] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return { project, metresPerPixel: metresPerPixel(project, middle) };
}

function metresPerPixel(project: FittedProjection['project'], [lon, lat]: [number, number]): number {
  const step = 0.01;
  const [x1, y1] = project(lon - step, lat);
  const [x2, y2] = project(lon + step, lat);
  return greatCircle(lon - step, lat, lon + step, lat) / Math.hypot(x2 - x1, y2 - y1);
}

/** The box that holds all the boxes given; `null` for none. */
export function boxAround(boxes: Iterable<Box | null>): Box | null {
  let found: [number, number, number, number] | null = null;
  for (const box of boxes) {
    if (!box) continue;
    found = found
      ? [
          Math.min(found[0], box[0]),
          Math.min(found[1], box[1]),
          Math.max(found[2], box[2]),
          Math.max(found[3], box[3]),
        ]
      : [...box];
  }
  return found;
}
