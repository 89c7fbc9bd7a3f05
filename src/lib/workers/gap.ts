import { nearestOnLand } from '../domain/access/nearest-on-land.ts';
import type { LandedPoints } from '../domain/access/reach.ts';
import type { PlaceFilter } from '../domain/places/filter.ts';
import { isAskedFor, type PlacePoints } from '../domain/places/place-points.ts';

/** How far each centre is from the nearest place asked for. */
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

const ranksOf = (places: PlacePoints, filter: PlaceFilter): Uint32Array =>
  Uint32Array.from(places.traits.keys()).filter((rank) => isAskedFor(places, rank, filter));

/** Measures the gap from every centre to the places asked for, exactly, never across two lands. Places without a position are counted, not measured. */
export function measureGap(centres: LandedPoints, places: PlacePoints, asked: PlaceFilter): Gap {
  const ranks = ranksOf(places, asked);
  let approximate = 0;
  for (const rank of ranks) approximate += places.approximate[rank] as number;
  const to = {
    lons: Float64Array.from(ranks, (rank) => places.lons[rank] as number),
    lats: Float64Array.from(ranks, (rank) => places.lats[rank] as number),
    lands: Uint8Array.from(ranks, (rank) => places.lands[rank] as number),
  };
  const { distances, indices } = nearestOnLand(centres, to);
  return {
    distances,
    nearest: indices.map((at) => (at < 0 ? -1 : (ranks[at] as number))),
    matching: ranks.length,
    approximate,
  };
}
