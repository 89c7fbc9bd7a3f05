import { arcPoints, type Topology } from './mosaic.ts';
import { doubleArea } from './ring-area.ts';

export interface PlacedRing {
  arcs: number[];
  isHole: boolean;
}

interface MeasuredRing {
  arcs: number[];
  points: Int32Array;
  area: number;
}

/**
 * Orders loose rings (inside on the left) into polygons: exteriors by falling area, each before its
 * holes. A hole belongs to the smallest exterior around it; one that none surrounds is left out.
 */
export function ringsToPolygons(rings: readonly number[][], topology: Topology): PlacedRing[] {
  const measured = rings.map((arcs): MeasuredRing => {
    const points = arcPoints(topology, arcs);
    return { arcs, points, area: doubleArea(points) };
  });
  const exteriors = measured.filter(({ area }) => area > 0).sort((a, b) => b.area - a.area);
  const holesOf = new Map<MeasuredRing, MeasuredRing[]>();
  for (const ring of measured) {
    if (ring.area >= 0) continue;
    const around = exteriors
      .filter((exterior) => exterior.area > -ring.area && surrounds(exterior.points, ring.points))
      .at(-1);
    if (around) holesOf.set(around, [...(holesOf.get(around) ?? []), ring]);
  }
  return exteriors.flatMap((exterior) => [
    { arcs: exterior.arcs, isHole: false },
    ...(holesOf.get(exterior) ?? []).map(({ arcs }) => ({ arcs, isHole: true })),
  ]);
}

/** Whether the middle of the inner ring's first edge, which lies on no other ring, is inside the outer one. */
function surrounds(outer: Int32Array, inner: Int32Array): boolean {
  const px = (inner[0]! + inner[2]!) / 2;
  const py = (inner[1]! + inner[3]!) / 2;
  let inside = false;
  for (let i = 0, j = outer.length - 2; i < outer.length; j = i, i += 2) {
    const ay = outer[i + 1]!;
    const by = outer[j + 1]!;
    if (ay > py !== by > py && px < outer[i]! + ((outer[j]! - outer[i]!) * (py - ay)) / (by - ay))
      inside = !inside;
  }
  return inside;
}
