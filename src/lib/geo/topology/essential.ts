import {
  arcOf,
  arcPoints,
  arcUses,
  ringReferences,
  shapeCount,
  type Mosaic,
  type Topology,
} from './mosaic.ts';
import { doubleArea } from './ring-area.ts';

/**
 * Rings that must be drawn at every detail: the largest exterior of each shape, so that none
 * disappears, and every ring with a border that another shape shares, so that none is torn.
 * 1 for those; 0 for islets and lakes, which may go when they are too small to see.
 */
export function essentialRings(topology: Topology, mosaic: Mosaic): Uint8Array {
  const uses = arcUses(mosaic, topology.arcStart.length - 1);
  const essential = new Uint8Array(mosaic.hole.length);
  for (let shape = 0; shape < shapeCount(mosaic); shape++) {
    let largest = -1;
    let most = 0;
    for (let ring = mosaic.shapeStart[shape]!; ring < mosaic.shapeStart[shape + 1]!; ring++) {
      const references = ringReferences(mosaic, ring);
      if (references.some((reference) => uses[arcOf(reference)]! > 1)) essential[ring] = 1;
      if (mosaic.hole[ring] === 1) continue;
      const area = doubleArea(arcPoints(topology, references));
      if (area > most) {
        most = area;
        largest = ring;
      }
    }
    if (largest >= 0) essential[largest] = 1;
  }
  return essential;
}
