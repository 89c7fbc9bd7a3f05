import type { Detail } from './detail.ts';
import { inflate } from './inflate.ts';
import { arcOf, ringReferences, type Mosaic } from './mosaic.ts';
import { doubleArea } from './ring-area.ts';
import { selfCrosses } from './self-crossing.ts';

/** Passes after which rings that still push each other flat are given up (two or three are enough). */
const PASSES = 8;
/** Each try keeps the points of a quarter of the area of the one before, then all of them. */
const REFINEMENTS = [4, 16, 64, 256, Infinity];

/**
 * Mends what simplification breaks at one detail. A ring that crosses itself gets points back. So
 * does an essential exterior that no longer encloses an area; when it is smaller than the grid
 * itself, three of its vertices move by a step or two, for it and its neighbours alike. Gives the
 * rings that stayed flat, which takes a crowd of shapes within one step of the grid.
 */
export function holdShapes(detail: Detail, pieces: Mosaic, essential: Uint8Array): number[] {
  const mustOpen = (ring: number): boolean => essential[ring] === 1 && pieces.hole[ring] === 0;
  const isFlat = (ring: number): boolean => doubleArea(detail.ring(pieces, ring)) <= 0;
  const givenUp = new Set<number>();
  let suspects = every(pieces);
  for (let pass = 0; pass < PASSES && suspects.length > 0; pass++) {
    const touched = new Uint8Array(detail.topology.arcStart.length);
    let moved = false;
    for (const ring of suspects) {
      if (mustOpen(ring) && isFlat(ring)) {
        if (!refine(detail, pieces, ring, () => !isFlat(ring), touched))
          moved = inflate(detail, pieces, ring) || moved;
      } else if (!givenUp.has(ring) && selfCrosses(detail.ring(pieces, ring))) {
        const mended = refine(detail, pieces, ring, () => !selfCrosses(detail.ring(pieces, ring)), touched);
        if (!mended) givenUp.add(ring);
      }
    }
    suspects = moved ? every(pieces) : every(pieces).filter((ring) => usesAny(pieces, ring, touched));
  }
  return every(pieces).filter((ring) => mustOpen(ring) && isFlat(ring));
}

const every = (pieces: Mosaic): number[] => Array.from({ length: pieces.hole.length }, (_, ring) => ring);

function usesAny(pieces: Mosaic, ring: number, touched: Uint8Array): boolean {
  for (let r = pieces.ringStart[ring]!; r < pieces.ringStart[ring + 1]!; r++) {
    if (touched[arcOf(pieces.ringArcs[r]!)] === 1) return true;
  }
  return false;
}

/** Gives points back to a ring until it is right; leaves it as it was when all of them do not help. */
function refine(
  detail: Detail,
  pieces: Mosaic,
  ring: number,
  isRight: () => boolean,
  touched: Uint8Array,
): boolean {
  const arcs = Array.from(ringReferences(pieces, ring), arcOf);
  const before = arcs.map((arc) => detail.threshold(arc));
  for (const divisor of REFINEMENTS) {
    arcs.forEach((arc, i) => detail.setThreshold(arc, before[i]! / divisor));
    if (!isRight()) continue;
    for (const arc of arcs) touched[arc] = 1;
    return true;
  }
  arcs.forEach((arc, i) => detail.setThreshold(arc, before[i]!));
  return false;
}
