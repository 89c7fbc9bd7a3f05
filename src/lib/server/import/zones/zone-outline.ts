import { areaOf, boxOf, middleOf } from '../../../domain/zones/outline-measure.ts';
import type { Polygons } from '../../../domain/zones/zone.ts';

/** A metre: finer than any of these outlines is drawn. */
const STEPS = 1e5;

/** More points than the outline of a région: the file is not one of neighbourhoods. */
const MOST_POINTS = 100_000;

export interface ZoneOutline {
  polygons: Polygons;
  areaKm2: number;
  bbox: [number, number, number, number];
  lon: number;
  lat: number;
}

type Ring = [number, number][];

/**
 * The outline of a geometry: rings closed, coordinates rounded to a metre, points that repeat left out;
 * or why it cannot be used, in French. Rings that cross themselves are kept: what is inside is then told
 * by parity, as maps draw it.
 */
export function readOutline(geometry: unknown): ZoneOutline | string {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type !== 'Polygon' && type !== 'MultiPolygon') return 'géométrie absente, ou qui n’est pas un polygone';
  const given: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  let points = 0;
  const polygons: Ring[][] = [];
  for (const polygon of Array.isArray(given) ? (given as unknown[]) : []) {
    const rings: Ring[] = [];
    for (const [rank, ring] of (Array.isArray(polygon) ? (polygon as unknown[]) : []).entries()) {
      const read = readRing(ring);
      if (read === null)
        return 'coordonnées illisibles, ou hors des limites de la longitude et de la latitude';
      points += read.length;
      if (points > MOST_POINTS) return 'contour démesuré (plus de 100 000 points)';
      if (read.length >= 4) rings.push(read);
      else if (rank === 0) break;
    }
    if (rings.length > 0) polygons.push(rings);
  }
  const areaKm2 = areaOf(polygons);
  const bbox = boxOf(polygons);
  const middle = middleOf(polygons);
  if (!bbox || !middle || !(areaKm2 > 0)) return 'contour sans surface';
  return { polygons, areaKm2, bbox, lon: middle[0], lat: middle[1] };
}

/** A ring, closed and rounded; `null` when it holds something that is no position on the globe. */
function readRing(value: unknown): Ring | null {
  if (!Array.isArray(value)) return null;
  const ring: Ring = [];
  for (const position of value as unknown[]) {
    const [lon, lat] = Array.isArray(position) ? (position as unknown[]) : [];
    if (typeof lon !== 'number' || typeof lat !== 'number') return null;
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return null;
    const at: [number, number] = [Math.round(lon * STEPS) / STEPS, Math.round(lat * STEPS) / STEPS];
    const last = ring.at(-1);
    if (!last || last[0] !== at[0] || last[1] !== at[1]) ring.push(at);
  }
  const [first] = ring;
  const last = ring.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([first[0], first[1]]);
  return ring;
}

/** The first position of a geometry, whatever its depth; `null` when there is none. */
export function firstPosition(geometry: unknown): [number, number] | null {
  let at: unknown = (geometry as { coordinates?: unknown } | null)?.coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) at = (at as unknown[])[0];
  const [x, y] = Array.isArray(at) ? (at as unknown[]) : [];
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null;
}
