/** A shape in a tile: rings as points in tile units, exterior or not alike. */
export interface TileShape {
  code: string;
  rings: readonly (readonly { x: number; y: number }[])[];
}

export interface TornCount {
  /** Border edges looked at: whole inside the tile, of a shape that has neighbours all around. */
  edges: number;
  /** Those with no neighbour's edge in the other direction against them. */
  torn: number;
}

/** Digits that keep the four coordinates of an edge apart in one number. */
const SPAN = 8192;

/**
 * Counts the torn edges of one tile: an edge of an inland shape, whole inside the tile, that no
 * edge the other way round meets. `inland` tells the shapes none of whose borders is a coast or a
 * foreign border. Coordinates outside 0..extent belong to the buffer and do not count.
 */
export function tornEdges(
  shapes: readonly TileShape[],
  inland: (code: string) => boolean,
  extent = 4096,
): TornCount {
  const seen = new Map<number, number>();
  forEachEdge(shapes, extent, (edge) => seen.set(edge, (seen.get(edge) ?? 0) + 1));
  const count = { edges: 0, torn: 0 };
  forEachEdge(
    shapes.filter(({ code }) => inland(code)),
    extent,
    (edge, reverse) => {
      count.edges++;
      if ((seen.get(reverse) ?? 0) < seen.get(edge)!) count.torn++;
    },
  );
  return count;
}

/** The edges of shapes whole inside a tile, each as a number, and the number of its reverse. */
export function forEachEdge(
  shapes: readonly TileShape[],
  extent: number,
  visit: (edge: number, reverse: number) => void,
): void {
  const inside = (p: { x: number; y: number }): boolean =>
    p.x >= 0 && p.y >= 0 && p.x <= extent && p.y <= extent;
  for (const { rings } of shapes) {
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i++) {
        const a = ring[i]!;
        const b = ring[(i + 1) % ring.length]!;
        if ((a.x === b.x && a.y === b.y) || !inside(a) || !inside(b)) continue;
        const from = a.x * SPAN + a.y;
        const to = b.x * SPAN + b.y;
        visit(from * SPAN * SPAN + to, to * SPAN * SPAN + from);
      }
    }
  }
}
