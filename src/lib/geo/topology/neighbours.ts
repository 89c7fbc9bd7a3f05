import { arcOf, shapeCount, type Topology } from './mosaic.ts';

/** Pairs of shapes that share a border, each pair once, the lower rank first; a shared corner is no border. */
export function* sharedBorders({ pieces, arcStart }: Topology): Generator<[number, number]> {
  const first = new Int32Array(arcStart.length - 1).fill(-1);
  const told = new Set<number>();
  const count = shapeCount(pieces);
  for (let shape = 0; shape < count; shape++) {
    const from = pieces.ringStart[pieces.shapeStart[shape]!]!;
    const to = pieces.ringStart[pieces.shapeStart[shape + 1]!]!;
    for (const reference of pieces.ringArcs.subarray(from, to)) {
      const other = first[arcOf(reference)]!;
      if (other === -1) first[arcOf(reference)] = shape;
      else if (other !== shape && !told.has(other * count + shape)) {
        told.add(other * count + shape);
        yield [other, shape];
      }
    }
  }
}
