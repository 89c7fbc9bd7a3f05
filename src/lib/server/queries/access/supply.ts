import {
  demandPoints,
  homePoints,
  meanByCommune,
  pointCosts,
  type DemandPoints,
} from '../../../domain/access/demand/demand-points.ts';
import { landsOf } from '../../../domain/access/landmass.ts';
import { nearestOnLand } from '../../../domain/access/nearest-on-land.ts';
import { PointGrid } from '../../../domain/access/point-grid.ts';
import type { LandedPoints } from '../../../domain/access/reach.ts';
import { answerOf, demandsOf, type PlaceCriteria } from '../../../domain/places/criteria.ts';
import { referenceDay, type ReferenceDay } from '../../../domain/places/freshness.ts';
import { hoursGiven, hoursOf, type Capacity } from '../../../domain/places/capacity.ts';
import type { Place } from '../../../domain/places/place.ts';
import { remember } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';

/** The places that answer criteria: the supply side of every measure. */
export interface Supply {
  /** Ranks of the places, in order. */
  ranks: Uint32Array;
  /** Places that do not say enough to answer: counted, never taken for an answer. */
  unsaid: number;
  /** Among those that answer, places at the centre of their commune, and those without a position. */
  approximate: number;
  unplaced: number;
  /**
   * What going there costs from each demand point, metres: nothing from the centre of a commune where a place
   * stands in it (the centre of a large commune may be 15 km from its town), else the distance.
   */
  costs: Float64Array;
  /** Mean of the costs over the people of each commune. */
  communeCosts: Float64Array;
  /** Great-circle metres from each commune to the nearest of the same land, in the mean of its people; `Infinity` without one, NaN without a centre. */
  distances: Float64Array;
}

/** Everything that the address of a supply says. */
export interface SupplyRequest extends PlaceCriteria {
  /** `today`, `edition` or an ISO day. */
  reference: string;
}

const pointsOf = (
  things: readonly { lon: number | null; lat: number | null }[],
  codes: readonly (string | null)[],
): LandedPoints => ({
  lons: Float64Array.from(things, ({ lon }) => lon ?? Number.NaN),
  lats: Float64Array.from(things, ({ lat }) => lat ?? Number.NaN),
  lands: landsOf(codes),
});

/** Published centres of the communes, in their order. */
export const communePoints = (data: Snapshot): LandedPoints =>
  remember(data, 'commune-points', '', () => {
    const communes = data.territories.all('commune');
    return pointsOf(
      communes,
      communes.map(({ code }) => code),
    );
  });

/** Where the people of communes are, as far as it is known. */
export const demandPointsOf = (data: Snapshot): DemandPoints =>
  remember(data, 'demand-points', '', () =>
    demandPoints(communePoints(data), data.inhabited?.points ?? null),
  );

/** The day from which freshness is counted; `today` is an ISO day. */
export const freshnessDay = (data: Snapshot, reference: string, today: string): ReferenceDay =>
  remember(data, 'freshness-day', `${reference}/${today}`, () =>
    referenceDay(
      reference === 'edition'
        ? { kind: 'edition' }
        : { kind: 'day', day: reference === 'today' ? today : reference },
      data.places,
      today,
    ),
  );

/** The places that answer, and how far each commune is from them: computed once per snapshot and criteria. */
export function supplyOf(data: Snapshot, request: SupplyRequest, today: string): Supply {
  return remember(data, 'supply', supplyKey(request, today), () => measureSupply(data, request, today), 96);
}

/** One spelling for each request, whatever the order of its words. */
export function supplyKey({ reference, filter, ...criteria }: SupplyRequest, today: string): string {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value) ? [...(value as string[])].sort() : value;
  const parts = (of: object): unknown[] =>
    Object.entries(of)
      .sort()
      .map(([, value]) => sorted(value));
  const { offers, publics, programmes, partners, funders, fees, support, moment, freshness } = criteria;
  const rest = { offers, publics, programmes, partners, funders, fees, support, moment, freshness };
  return JSON.stringify([parts(filter), parts(rest), freshness === null ? '' : `${reference}/${today}`]);
}

function measureSupply(data: Snapshot, request: SupplyRequest, today: string): Supply {
  const demands = demandsOf(request, freshnessDay(data, request.reference, today));
  const ranks: number[] = [];
  const supply = { unsaid: 0, approximate: 0, unplaced: 0 };
  data.places.forEach((place, rank) => {
    const answer = answerOf(place, demands);
    if (answer === 'unsaid') supply.unsaid++;
    if (answer !== 'yes') return;
    ranks.push(rank);
    if (place.position === 'commune-centre') supply.approximate++;
    if (place.position === 'none') supply.unplaced++;
  });
  const points = demandPointsOf(data);
  const to = placePoints(data, ranks);
  const { distances } = nearestOnLand(points, to);
  const costs = pointCosts(distances, homePoints(points, homesOf(data, ranks), to));
  return {
    ...supply,
    ranks: Uint32Array.from(ranks),
    costs,
    communeCosts: meanByCommune(points, costs),
    distances: meanByCommune(points, distances),
  };
}

/** The commune that each place stands in; −1 when it is unknown. */
export const homesOf = (data: Snapshot, ranks: ArrayLike<number>): Int32Array =>
  Int32Array.from(ranks, (rank) => {
    const { commune } = data.places[rank] as Place;
    return commune === null ? -1 : (data.territories.get('commune', commune)?.ordinal ?? -1);
  });

/** Positions of some places, in the order of their ranks. */
export function placePoints(data: Snapshot, ranks: ArrayLike<number>): LandedPoints {
  const places = Array.from(ranks, (rank) => data.places[rank] as Place);
  return pointsOf(
    places,
    places.map(({ commune }) => commune),
  );
}

/** Every place with a position, to look around a point. */
export const placeGrid = (data: Snapshot): PointGrid =>
  remember(
    data,
    'place-grid',
    '',
    () => new PointGrid(placePoints(data, Uint32Array.from(data.places.keys()))),
  );

/** Hours of places a week, those who help counted where they are known. */
export const weeklyHours = (data: Snapshot, ranks: ArrayLike<number>): Capacity =>
  hoursGiven(Float64Array.from(ranks, (rank) => hoursOf(data.places[rank] as Place) ?? Number.NaN));
