import { IntList } from './int-list.ts';
import type { Topology } from './mosaic.ts';
import type { ShapeRings } from './shape-rings.ts';

/**
 * Cuts rings into arcs at junctions, so that a border shared by two shapes is held once.
 * Expects shapes that meet vertex to vertex; where they do not, the borders stay apart.
 */
export function buildTopology(shapes: ShapeRings): Topology {
  const ringStart = shapes.ringStart.view();
  const ringVertices = shapes.ringVertices.view();
  const { x: lon, y: lat } = shapes.vertices.positions();
  const junction = findJunctions(ringStart, ringVertices, lon.length);
  const arcs = new ArcList(lon.length);
  const ringArcs = new IntList();
  const ringArcStart = new Int32Array(ringStart.length);
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const vertices = ringVertices.subarray(ringStart[ring], ringStart[ring + 1]);
    cutRing(vertices, junction, arcs, ringArcs);
    ringArcStart[ring + 1] = ringArcs.length;
  }
  return {
    lon,
    lat,
    arcStart: arcs.start.toArray(),
    arcVertices: arcs.vertices.toArray(),
    pieces: {
      shapeStart: shapes.shapeStart.toArray(),
      ringStart: ringArcStart,
      ringArcs: ringArcs.toArray(),
      hole: Uint8Array.from(shapes.hole.view()),
    },
  };
}

/** A vertex is a junction when two passages of rings do not have the same two neighbours. */
function findJunctions(ringStart: Int32Array, ringVertices: Int32Array, vertexCount: number): Uint8Array {
  const junction = new Uint8Array(vertexCount);
  const before = new Int32Array(vertexCount).fill(-1);
  const after = new Int32Array(vertexCount);
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const from = ringStart[ring]!;
    const to = ringStart[ring + 1]!;
    for (let i = from; i < to; i++) {
      const vertex = ringVertices[i]!;
      const previous = ringVertices[i === from ? to - 1 : i - 1]!;
      const next = ringVertices[i === to - 1 ? from : i + 1]!;
      if (before[vertex] === -1) {
        before[vertex] = previous;
        after[vertex] = next;
      } else if (
        !(before[vertex] === previous && after[vertex] === next) &&
        !(before[vertex] === next && after[vertex] === previous)
      ) {
        junction[vertex] = 1;
      }
    }
  }
  return junction;
}

/** Cuts one ring at its junctions; a ring without any is a single closed arc from its lowest vertex. */
function cutRing(vertices: Int32Array, junction: Uint8Array, arcs: ArcList, out: IntList): void {
  const length = vertices.length;
  let first = vertices.findIndex((vertex) => junction[vertex] === 1);
  if (first < 0) {
    first = 0;
    for (let i = 1; i < length; i++) if (vertices[i]! < vertices[first]!) first = i;
  }
  const arc: number[] = [vertices[first]!];
  for (let i = 1; i <= length; i++) {
    const vertex = vertices[(first + i) % length]!;
    arc.push(vertex);
    if (junction[vertex] === 1 || i === length) {
      out.push(arcs.reference(arc));
      arc.length = 0;
      arc.push(vertex);
    }
  }
}

/** Arcs held once, found again by their first directed edge: between junctions it determines the rest. */
class ArcList {
  readonly start = new IntList();
  readonly vertices = new IntList();
  readonly #byFirstEdge = new Map<number, number>();
  readonly #vertexCount: number;

  constructor(vertexCount: number) {
    this.#vertexCount = vertexCount;
    this.start.push(0);
  }

  /** The reference of an arc: its rank, or the complement of it when it is known the other way round. */
  reference(arc: readonly number[]): number {
    const forwards = arc[0]! * this.#vertexCount + arc[1]!;
    const known = this.#byFirstEdge.get(forwards);
    if (known !== undefined) return known;
    const backwards = arc[arc.length - 1]! * this.#vertexCount + arc[arc.length - 2]!;
    const reversed = this.#byFirstEdge.get(backwards);
    if (reversed !== undefined) return ~reversed;
    const rank = this.start.length - 1;
    for (const vertex of arc) this.vertices.push(vertex);
    this.start.push(this.vertices.length);
    this.#byFirstEdge.set(forwards, rank);
    return rank;
  }
}
