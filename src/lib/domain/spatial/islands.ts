import type { LandedPoints } from '../access/reach.ts';
import { greatCircle } from '../access/sphere.ts';
import type { Contiguity } from './contiguity.ts';

/** Neighbours given to a territory that borders none. */
export const NEAREST_OF_ISLANDS = 3;

/**
 * A contiguity in which a territory that borders none has its nearest ones of the same land for
 * neighbours (one way: they keep their own). Without coordinates, or alone on its land, it has none.
 */
export function withNearest(
  { starts, neighbours }: Contiguity,
  { lons, lats, lands }: LandedPoints,
  count = NEAREST_OF_ISLANDS,
): Contiguity {
  const size = starts.length - 1;
  const lists = Array.from({ length: size }, (_, at) => {
    const own = neighbours.subarray(starts[at], starts[at + 1]);
    return own.length > 0 || Number.isNaN(lons[at]) ? own : nearest(at);
  });
  function nearest(at: number): Int32Array {
    const found: { other: number; metres: number }[] = [];
    for (let other = 0; other < size; other++) {
      if (other === at || lands[other] !== lands[at] || Number.isNaN(lons[other])) continue;
      const metres = greatCircle(
        lons[at] as number,
        lats[at] as number,
        lons[other] as number,
        lats[other] as number,
      );
      if (found.length < count || metres < (found.at(-1)?.metres ?? 0)) {
        found.push({ other, metres });
        found.sort((a, b) => a.metres - b.metres || a.other - b.other);
        found.length = Math.min(found.length, count);
      }
    }
    return Int32Array.from(found, ({ other }) => other).sort();
  }
  const joined = new Int32Array(size + 1);
  lists.forEach((list, at) => (joined[at + 1] = (joined[at] as number) + list.length));
  const all = new Int32Array(joined[size] as number);
  lists.forEach((list, at) => {
    all.set(list, joined[at]);
  });
  return { starts: joined, neighbours: all };
}
