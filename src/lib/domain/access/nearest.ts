import { PointGrid } from './point-grid.ts';
import { greatCircle, type Points } from './sphere.ts';

export interface Nearest {
  /** Metres to the nearest point; `Infinity` when there is none. */
  distances: Float64Array;
  /** Index of the nearest point (the lowest on a tie); −1 when there is none. */
  indices: Int32Array;
}

/**
 * Nearest point of `to` for each point of `from`, exactly.
 *
 * Points become unit vectors; on the sphere the nearest by great circle is the nearest by chord, so
 * squared chords are compared and the arc is taken once per result. Candidates come from a lon/lat
 * grid searched ring by ring: a ring is left only when nothing beyond it can be nearer, with the
 * narrowing of meridians and the antimeridian taken into account. Unknown coordinates (NaN) are
 * skipped on both sides.
 */
export function nearestPoints(from: Points, to: Points): Nearest {
  const grid = new PointGrid(to);
  const n = from.lons.length;
  const distances = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const indices = new Int32Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    const lon = from.lons[i] as number;
    const lat = from.lats[i] as number;
    if (Number.isNaN(lon) || Number.isNaN(lat)) continue;
    const found = grid.nearest(lon, lat);
    indices[i] = found;
    if (found >= 0) distances[i] = greatCircle(lon, lat, to.lons[found] as number, to.lats[found] as number);
  }
  return { distances, indices };
}
