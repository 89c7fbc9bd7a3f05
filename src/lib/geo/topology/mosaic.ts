/**
 * Shapes made of rings made of arcs. An arc is named by its rank when followed forwards, by the
 * bitwise complement of its rank when followed backwards (as in TopoJSON). Rings of a shape stand
 * together, each exterior before its own holes; a shape may have none.
 */
export interface Mosaic {
  /** First ring of each shape, one more item at the end. */
  shapeStart: Int32Array;
  /** First arc of each ring in `ringArcs`, one more item at the end. */
  ringStart: Int32Array;
  ringArcs: Int32Array;
  /** 1 for a hole. */
  hole: Uint8Array;
}

/** Shared borders of the finest shapes: vertices on an integer grid, arcs between junctions, shapes. */
export interface Topology {
  /** Longitude and latitude of each vertex, in steps of 1e-5 degree. */
  lon: Int32Array;
  lat: Int32Array;
  /** First vertex of each arc in `arcVertices`, one more item at the end. */
  arcStart: Int32Array;
  arcVertices: Int32Array;
  pieces: Mosaic;
}

export const shapeCount = (mosaic: Mosaic): number => mosaic.shapeStart.length - 1;

/** Rank of an arc, whichever way it is followed. */
export const arcOf = (reference: number): number => (reference < 0 ? ~reference : reference);

/** How many times each arc is used by the rings of a mosaic: 1 on an outer border, 2 inland. */
export function arcUses(mosaic: Mosaic, arcs: number): Uint8Array {
  const uses = new Uint8Array(arcs);
  for (const reference of mosaic.ringArcs) uses[arcOf(reference)]!++;
  return uses;
}

/** Vertices of a chain of arcs at full detail, x, y pairs in steps of 1e-5 degree; the last one is left out. */
export function arcPoints(
  { lon, lat, arcStart, arcVertices }: Topology,
  references: Iterable<number>,
): Int32Array {
  const out: number[] = [];
  for (const reference of references) {
    const arc = arcOf(reference);
    const from = arcStart[arc]!;
    const to = arcStart[arc + 1]! - 1;
    for (let i = 0; i < to - from; i++) {
      const vertex = arcVertices[reference < 0 ? to - i : from + i]!;
      out.push(lon[vertex]!, lat[vertex]!);
    }
  }
  return Int32Array.from(out);
}

/** References of the arcs of a ring, in order. */
export const ringReferences = (mosaic: Mosaic, ring: number): Int32Array =>
  mosaic.ringArcs.subarray(mosaic.ringStart[ring], mosaic.ringStart[ring + 1]);
