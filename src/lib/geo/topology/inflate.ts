import type { Detail } from './detail.ts';
import { arcOf, ringReferences, type Mosaic } from './mosaic.ts';
import { doubleArea } from './ring-area.ts';

type Move = readonly [dx: number, dy: number];
type Triangle = readonly [number, number, number];

/** Moves by steps of the grid, the smallest first; the very first one stays in place. */
const MOVES: readonly Move[] = [-2, -1, 0, 1, 2]
  .flatMap((dx) => [-2, -1, 0, 1, 2].map((dy): Move => [dx, dy]))
  .sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
const STAY: Move = [0, 0];

/**
 * Opens a ring that the grid flattens: holds three of its vertices and moves two of them by the
 * smallest steps that give it an inside on its left. Gives whether it could; if not, nothing moved.
 */
export function inflate(detail: Detail, pieces: Mosaic, ring: number): boolean {
  const corners = spreadVertices(detail, pieces, ring);
  const origin = corners.map((vertex) => detail.position(vertex));
  const tryMoves = (moves: readonly [Move, Move]): boolean => {
    [STAY, ...moves].forEach(([dx, dy], i) =>
      detail.hold(corners[i]!, origin[i]![0] + dx, origin[i]![1] + dy),
    );
    return doubleArea(detail.ring(pieces, ring)) > 0;
  };
  for (let reach = 0; reach < MOVES.length; reach++) {
    for (let other = 0; other <= reach; other++) {
      if (tryMoves([MOVES[reach]!, MOVES[other]!]) || tryMoves([MOVES[other]!, MOVES[reach]!])) return true;
    }
  }
  tryMoves([STAY, STAY]);
  return false;
}

/** Three vertices of a ring far apart: its first, the farthest from it, the farthest from their line. */
function spreadVertices({ topology }: Detail, pieces: Mosaic, ring: number): Triangle {
  const { lon, lat, arcStart, arcVertices } = topology;
  const vertices = Array.from(ringReferences(pieces, ring)).flatMap((reference) => {
    const arc = arcOf(reference);
    const along = Array.from(arcVertices.subarray(arcStart[arc], arcStart[arc + 1]));
    return (reference < 0 ? along.reverse() : along).slice(0, -1);
  });
  const a = vertices[0]!;
  const farthest = (measure: (vertex: number) => number): number =>
    vertices.reduce((best, vertex) => (measure(vertex) > measure(best) ? vertex : best));
  const b = farthest((vertex) => Math.hypot(lon[vertex]! - lon[a]!, lat[vertex]! - lat[a]!));
  const c = farthest((vertex) =>
    Math.abs((lon[b]! - lon[a]!) * (lat[vertex]! - lat[a]!) - (lon[vertex]! - lon[a]!) * (lat[b]! - lat[a]!)),
  );
  return [a, b, c];
}
