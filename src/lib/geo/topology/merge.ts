import { IntList } from './int-list.ts';
import { arcOf, type Mosaic, type Topology } from './mosaic.ts';
import { ringsToPolygons } from './polygons.ts';

/**
 * Merges the shapes of a topology by group (`groupOf[shape]`, −1 for those that take no part) into
 * a mosaic of `groups` shapes made of the very same arcs: their borders fit at every level of detail.
 * Borders that do not close, which a clean topology never has, are left out.
 */
export function mergeShapes(topology: Topology, groupOf: Int32Array, groups: number): Mosaic {
  const members: number[][] = Array.from({ length: groups }, () => []);
  for (const [shape, group] of groupOf.entries()) members[group]?.push(shape);
  const shapeStart = new Int32Array(groups + 1);
  const ringStart = new IntList();
  const ringArcs = new IntList();
  const hole: number[] = [];
  ringStart.push(0);
  for (let group = 0; group < groups; group++) {
    const rings = stitch(topology, outerArcs(topology.pieces, members[group]!));
    for (const { arcs, isHole } of ringsToPolygons(rings, topology)) {
      for (const arc of arcs) ringArcs.push(arc);
      ringStart.push(ringArcs.length);
      hole.push(isHole ? 1 : 0);
    }
    shapeStart[group + 1] = hole.length;
  }
  return {
    shapeStart,
    ringStart: ringStart.toArray(),
    ringArcs: ringArcs.toArray(),
    hole: Uint8Array.from(hole),
  };
}

/** Arcs with a member on one side only, directed so that the member is on the left. */
function outerArcs(pieces: Mosaic, members: readonly number[]): number[] {
  const balance = new Map<number, number>();
  for (const shape of members) {
    const from = pieces.ringStart[pieces.shapeStart[shape]!]!;
    const to = pieces.ringStart[pieces.shapeStart[shape + 1]!]!;
    for (let r = from; r < to; r++) {
      const reference = pieces.ringArcs[r]!;
      const arc = arcOf(reference);
      balance.set(arc, (balance.get(arc) ?? 0) + (reference < 0 ? -1 : 1));
    }
  }
  return [...balance].flatMap(([arc, count]) => (count === 0 ? [] : [count > 0 ? arc : ~arc]));
}

/** Chains arcs into rings, each passing at most once by a vertex. */
function stitch(topology: Topology, arcs: readonly number[]): number[][] {
  const leaving = new Map<number, number[]>();
  for (const reference of arcs) {
    const start = arcEnd(topology, ~reference);
    const others = leaving.get(start);
    if (others) others.push(reference);
    else leaving.set(start, [reference]);
  }
  const rings: number[][] = [];
  for (const first of arcs) {
    const start = arcEnd(topology, ~first);
    if (!take(leaving, start, first)) continue;
    const path = [first];
    const passed = [start];
    while (path.length > 0) {
      const at = arcEnd(topology, path[path.length - 1]!);
      const loop = passed.indexOf(at);
      if (loop >= 0) {
        rings.push(path.splice(loop));
        passed.length = loop;
        if (path.length === 0) break;
      }
      const next = nextArc(topology, leaving.get(at) ?? [], path[path.length - 1]!);
      if (next === undefined) break;
      take(leaving, at, next);
      path.push(next);
      passed.push(at);
    }
  }
  return rings;
}

function take(leaving: Map<number, number[]>, start: number, reference: number): boolean {
  const there = leaving.get(start) ?? [];
  const place = there.indexOf(reference);
  if (place >= 0) there.splice(place, 1);
  return place >= 0;
}

/** Where several arcs leave a vertex, the first one met turning clockwise from the way one came: the same inside. */
function nextArc(topology: Topology, candidates: readonly number[], came: number): number | undefined {
  if (candidates.length < 2) return candidates[0];
  const back = direction(topology, ~came);
  const turn = (reference: number): number => {
    const angle = back - direction(topology, reference);
    return angle > 0 ? angle : angle + 2 * Math.PI;
  };
  return candidates.reduce((best, candidate) => (turn(candidate) < turn(best) ? candidate : best));
}

/** Angle at which an arc leaves its first vertex. */
function direction({ lon, lat, arcStart, arcVertices }: Topology, reference: number): number {
  const arc = arcOf(reference);
  const first = reference < 0 ? arcStart[arc + 1]! - 1 : arcStart[arc]!;
  const a = arcVertices[first]!;
  const b = arcVertices[first + (reference < 0 ? -1 : 1)]!;
  return Math.atan2(lat[b]! - lat[a]!, lon[b]! - lon[a]!);
}

/** Last vertex of an arc in the direction of its reference. */
function arcEnd({ arcStart, arcVertices }: Topology, reference: number): number {
  const arc = arcOf(reference);
  return arcVertices[reference < 0 ? arcStart[arc]! : arcStart[arc + 1]! - 1]!;
}
