import { floatingCatchment } from '../domain/access/catchment.ts';
import {
  homePoints,
  meanByCommune,
  peopleAt,
  pointCosts,
  type DemandPoints,
} from '../domain/access/demand/demand-points.ts';
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
  /** Where the people of communes are. */
  points?: DemandPoints;
  /** Published centres of the communes: an island has the nearest for neighbours. */
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
  /** Great-circle metres to the nearest place that answers, in the mean of the people of a commune; `Infinity` without one, NaN without a centre. */
  distances: Float64Array;
  /** The same from each demand point, nothing from one where a place stands. */
  costs: Float64Array;
  /** Supply per person; `null` when it is not wanted. */
  access: Float64Array | null;
  spots: LocalMoran | null;
}

/** Measures the whole country for a question; what is not kept yet is left out. */
export function measureAccess(
  kept: Required<Omit<AccessKept, 'contiguity'>> & AccessKept,
  asked: AccessAsked,
): AccessAnswer {
  const { points, centres, places, people, contiguity } = kept;
  const { ranks, wants } = asked;
  const to: LandedPoints = {
    lons: Float64Array.from(ranks, (rank) => places.lons[rank] as number),
    lats: Float64Array.from(ranks, (rank) => places.lats[rank] as number),
    lands: Uint8Array.from(ranks, (rank) => places.lands[rank] as number),
  };
  const communes = Int32Array.from(ranks, (rank) => places.homes[rank] as number);
  const homes = homePoints(points, communes, to);
  const { distances } = nearestOnLand(points, to);
  const costs = pointCosts(distances, homes);
  return {
    distances: meanByCommune(points, distances),
    costs,
    access: wants === 'access' ? accessTo(points, people, places, to, homes, asked) : null,
    spots:
      wants === 'spots' && contiguity
        ? localMoran(withNearest(contiguity, centres), meanByCommune(points, costs))
        : null,
  };
}

function accessTo(
  points: DemandPoints,
  people: Float64Array,
  places: PlacePoints,
  to: LandedPoints,
  homes: Int32Array,
  { ranks, limit, decay, chooses, supply }: AccessAsked,
): Float64Array {
  const reach = reachWithin(points, to, limit, homes);
  const capacity =
    supply === 'hours'
      ? hoursGiven(Float64Array.from(ranks, (rank) => places.hours[rank] as number))
      : placesAsOne(ranks.length);
  const method = { decay, threshold: limit, chooses };
  return meanByCommune(
    points,
    floatingCatchment(reach, peopleAt(points, people), capacity.given, method).access,
  );
}
