import { nearestPoints, type Nearest } from './nearest.ts';
import type { LandedPoints } from './reach.ts';

/** The nearest point of the same land, as `nearestPoints`; NaN metres for a point without coordinates. */
export function nearestOnLand(from: LandedPoints, to: LandedPoints): Nearest {
  const count = from.lons.length;
  const distances = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const indices = new Int32Array(count).fill(-1);
  const supplied = byLand(to);
  for (const [land, here] of byLand(from)) {
    const there = supplied.get(land) ?? [];
    const found = nearestPoints(take(from, here), take(to, there));
    here.forEach((i, k) => {
      distances[i] =
        Number.isNaN(from.lons[i]) || Number.isNaN(from.lats[i])
          ? Number.NaN
          : (found.distances[k] as number);
      const at = found.indices[k] as number;
      if (at >= 0) indices[i] = there[at] as number;
    });
  }
  return { distances, indices };
}

function byLand({ lands }: LandedPoints): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let i = 0; i < lands.length; i++) {
    const land = lands[i] as number;
    const group = groups.get(land);
    if (group) group.push(i);
    else groups.set(land, [i]);
  }
  return groups;
}

const take = ({ lons, lats }: LandedPoints, ranks: readonly number[]) => ({
  lons: Float64Array.from(ranks, (rank) => lons[rank] as number),
  lats: Float64Array.from(ranks, (rank) => lats[rank] as number),
});
