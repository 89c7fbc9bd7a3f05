import { arcOf, arcUses, type Topology } from './mosaic.ts';

/**
 * Which groups of shapes (`groupOf[shape]`, −1 for none) touch neither a coast nor a foreign border:
 * every arc of theirs is shared by two shapes. In those, any open border is a torn one.
 */
export function inlandGroups(topology: Topology, groupOf: Int32Array, groups: number): boolean[] {
  const uses = arcUses(topology.pieces, topology.arcStart.length - 1);
  const { shapeStart, ringStart, ringArcs } = topology.pieces;
  const inland = Array.from({ length: groups }, (_, group) => groupOf.includes(group));
  for (const [shape, group] of groupOf.entries()) {
    const from = ringStart[shapeStart[shape]!]!;
    const to = ringStart[shapeStart[shape + 1]!]!;
    for (let r = from; r < to; r++) if (group >= 0 && uses[arcOf(ringArcs[r]!)]! < 2) inland[group] = false;
  }
  return inland;
}
