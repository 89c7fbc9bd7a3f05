import { nearestPoints } from '../domain/access/nearest.ts';
import type { Points } from '../domain/access/sphere.ts';
import { matchesTraits, type PlaceFilter } from '../domain/places/filter.ts';
import type { PlacePoints } from '../domain/places/place-points.ts';

/** How far each centre is from the nearest place that matches a filter. */
export interface Gap {
  /** Great-circle metres; `Infinity` when no place matches, NaN without a centre. */
  distances: Float64Array;
  /** Rank of the nearest place; −1 when there is none. */
  nearest: Int32Array;
  /** Places that match, whether or not they have a position. */
  matching: number;
  /** Those among them that stand at the centre of their commune. */
  approximate: number;
}

/** Measures the gap from every centre, exactly. Places without a position are counted, not measured. */
export function measureGap(centres: Points, places: PlacePoints, filter: PlaceFilter): Gap {
  const ranks: number[] = [];
  let approximate = 0;
  for (let i = 0; i < places.traits.length; i++) {
    if (!matchesTraits(places.traits[i] as number, filter)) continue;
    ranks.push(i);
    approximate += places.approximate[i] as number;
  }
  const to = {
    lons: Float64Array.from(ranks, (rank) => places.lons[rank] as number),
    lats: Float64Array.from(ranks, (rank) => places.lats[rank] as number),
  };
  const { distances, indices } = nearestPoints(centres, to);
  for (let i = 0; i < distances.length; i++) {
    if (Number.isNaN(centres.lons[i]) || Number.isNaN(centres.lats[i])) distances[i] = Number.NaN;
  }
  return {
    distances,
    nearest: indices.map((at) => (at < 0 ? -1 : (ranks[at] as number))),
    matching: ranks.length,
    approximate,
  };
}
