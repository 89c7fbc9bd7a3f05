import { floatingCatchment } from '../domain/access/catchment.ts';
import type { Decay } from '../domain/access/decay.ts';
import { nearestOnLand } from '../domain/access/nearest-on-land.ts';
import { reachWithin, type LandedPoints } from '../domain/access/reach.ts';
import { hoursGiven, placesAsOne } from '../domain/places/capacity.ts';
import type { PlacePoints } from '../domain/places/place-points.ts';
import type { Contiguity } from '../domain/spatial/contiguity.ts';
import { withNearest } from '../domain/spatial/islands.ts';
import { localMoran, type LocalMoran } from '../domain/spatial/moran.ts';

/** What the worker of access keeps; each part replaces the one before. */
export interface AccessKept {
  centres?: LandedPoints;
  /** Inhabitants of the communes; NaN when unknown. */
  people?: Float64Array;
  places?: PlacePoints;
  contiguity?: Contiguity;
}

export interface AccessAsked {
  /** Places that answer, by rank. */
  ranks: Uint32Array;
  /** Metres. */
  limit: number;
  decay: Decay;
  chooses: boolean;
  supply: 'places' | 'hours';
  /** What is wanted beside the distances. */
  wants: 'access' | 'spots' | null;
}

/** The communes as a question sees them, in their order. */
export interface AccessAnswer {
  /** Great-circle metres to the nearest place that answers; `Infinity` without one, NaN without a centre. */
  distances: Float64Array;
  /** The same, nothing for a commune that has one. */
  costs: Float64Array;
  /** Rank of the nearest; −1 without one. */
  nearest: Int32Array;
  /** Supply per person; `null` when it is not wanted. */
  access: Float64Array | null;
  spots: LocalMoran | null;
}

/** Measures the whole country for a question; what is not kept yet is left out. */
export function measureAccess(
  kept: Required<Omit<AccessKept, 'contiguity'>> & AccessKept,
  asked: AccessAsked,
): AccessAnswer {
  const { centres, places, people, contiguity } = kept;
  const { ranks, wants } = asked;
  const to: LandedPoints = {
    lons: Float64Array.from(ranks, (rank) => places.lons[rank] as number),
    lats: Float64Array.from(ranks, (rank) => places.lats[rank] as number),
    lands: Uint8Array.from(ranks, (rank) => places.lands[rank] as number),
  };
  const homes = Int32Array.from(ranks, (rank) => places.homes[rank] as number);
  const { distances, indices } = nearestOnLand(centres, to);
  const costs = distances.slice();
  for (const home of homes) if (home >= 0) costs[home] = 0;
  const nearest = indices.map((at) => (at < 0 ? -1 : (ranks[at] as number)));
  return {
    distances,
    costs,
    nearest,
    access: wants === 'access' ? accessTo(centres, people, places, to, homes, asked) : null,
    spots: wants === 'spots' && contiguity ? localMoran(withNearest(contiguity, centres), costs) : null,
  };
}

function accessTo(
  centres: LandedPoints,
  people: Float64Array,
  places: PlacePoints,
  to: LandedPoints,
  homes: Int32Array,
  { ranks, limit, decay, chooses, supply }: AccessAsked,
): Float64Array {
  const reach = reachWithin(centres, to, limit, homes);
  const capacity =
    supply === 'hours'
      ? hoursGiven(Float64Array.from(ranks, (rank) => places.hours[rank] as number))
      : placesAsOne(ranks.length);
  return floatingCatchment(reach, people, capacity.given, { decay, threshold: limit, chooses }).access;
}
