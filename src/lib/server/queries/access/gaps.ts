import { floatingCatchment, type Catchment, type CatchmentMethod } from '../../../domain/access/catchment.ts';
import { homePoints, meanByCommune, peopleAt } from '../../../domain/access/demand/demand-points.ts';
import { gapZones, type GapZone } from '../../../domain/access/gaps/gap-zones.ts';
import type { Group } from '../../../domain/access/gaps/group.ts';
import { reachWithin, type CostUnit } from '../../../domain/access/reach.ts';
import { answerableLimit, nearestInTime, reachToAnswering } from '../../../domain/access/travel/travel.ts';
import { unmetNeed, type NeedSetting, type UnmetNeed } from '../../../domain/access/gaps/unmet-need.ts';
import { emptyColumn } from '../../../domain/indicators/column.ts';
import { placesAsOne, type Capacity } from '../../../domain/places/capacity.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { remember } from '../memo.ts';
import { groupColumn } from './need-groups.ts';
import type { Snapshot } from '../snapshot.ts';
import {
  demandPointsOf,
  homesOf,
  placePoints,
  supplyKey,
  supplyOf,
  weeklyHours,
  type Supply,
  type SupplyRequest,
} from './supply.ts';

/** Who is looked at, what is asked of places, and how far is too far. */
export interface GapsRequest extends SupplyRequest {
  group: Group;
  /** Kilometres, or minutes. */
  limit: number;
  /** Minutes need a source of travel times: without one, kilometres are counted. */
  unit: 'km' | 'min';
}

/** The country as a request sees it. */
export interface Gaps {
  supply: Supply;
  unit: CostUnit;
  setting: NeedSetting;
  /** Whether the people of the group are counted: else every count of them is unknown. */
  groupLoaded: boolean;
}

const METRES = 1_000;

/** Inhabitants of every commune, in order; NaN when unknown, and where no national statistics are. */
export const populationsOf = (data: Snapshot): Float64Array =>
  remember(data, 'populations', '', () =>
    Float64Array.from(data.territories.all('commune'), ({ population }) => population ?? Number.NaN),
  );

/** Who is out of reach of the places that answer, in the whole country. `today` is an ISO day. */
export function gapsOf(data: Snapshot, request: GapsRequest, today: string): Gaps {
  const supply = supplyOf(data, request, today);
  const group = groupColumn(data, request.group);
  const minutes = request.unit === 'min' ? minutesTo(data, request, today) : null;
  const threshold = limitOf(data, request);
  return {
    supply,
    unit: minutes ? 'minutes' : 'metres',
    groupLoaded: group !== null,
    setting: {
      costs: minutes ?? supply.costs,
      // Travel times are told from the centre of a commune.
      points: minutes || !data.inhabited ? null : demandPointsOf(data),
      threshold,
      people: populationsOf(data),
      group: group ?? emptyColumn(supply.distances.length),
    },
  };
}

/** The threshold that is answered: metres, or the minutes that the source of travel times can tell. */
export const limitOf = (
  { travel }: Snapshot,
  { limit, unit }: Pick<GapsRequest, 'limit' | 'unit'>,
): number => (unit === 'min' && travel ? answerableLimit(travel, limit) : limit * METRES);

/** Minutes from each commune to the nearest place that answers; `null` without travel times. */
function minutesTo(data: Snapshot, request: SupplyRequest, today: string): Float64Array | null {
  const { travel } = data;
  if (!travel) return null;
  return remember(
    data,
    'minutes',
    supplyKey(request, today),
    () => {
      const answers = new Uint8Array(data.places.length);
      for (const rank of supplyOf(data, request, today).ranks) answers[rank] = 1;
      return nearestInTime(travel, answers, homesOf(data, Uint32Array.from(data.places.keys()))).distances;
    },
    32,
  );
}

/** What is out of reach in a territory; communes without national statistics are in no country-wide count. */
export const needWithin = (data: Snapshot, { setting }: Gaps, territory: Territory): UnmetNeed =>
  unmetNeed(
    setting,
    data.territories.communes(territory).map(({ ordinal }) => ordinal),
  );

/** Communes of a territory counted from their inhabited points, and these: none without any, or in minutes. */
export function givenWithin(
  data: Snapshot,
  { setting }: Gaps,
  territory: Territory,
): { communes: number; points: number } {
  const given = { communes: 0, points: 0 };
  if (!setting.points) return given;
  const { starts, given: isGiven } = demandPointsOf(data);
  for (const { ordinal } of data.territories.communes(territory)) {
    if (isGiven[ordinal] !== 1) continue;
    given.communes++;
    given.points += (starts[ordinal + 1] as number) - (starts[ordinal] as number);
  }
  return given;
}

/** The zones out of reach in a territory, ranked; `null` while it is not known who borders whom. */
export function zonesWithin(data: Snapshot, { setting }: Gaps, territory: Territory): GapZone[] | null {
  if (!data.contiguity) return null;
  const asked = data.territories.communes(territory).map(({ ordinal }) => ordinal);
  return gapZones(setting, data.contiguity, communeEpcis(data), asked);
}

/** The intercommunality of every commune; −1 without one. */
const communeEpcis = (data: Snapshot): Int32Array =>
  remember(data, 'commune-epcis', '', () =>
    Int32Array.from(data.territories.all('commune'), ({ epci }) =>
      epci === null ? -1 : (data.territories.get('epci', epci)?.ordinal ?? -1),
    ),
  );

/** How access is counted, beside the request. */
export interface AccessRequest extends GapsRequest, Pick<CatchmentMethod, 'decay' | 'chooses'> {
  supply: 'places' | 'hours';
}

export interface Access {
  catchment: Catchment;
  /** What places give, in the unit asked for. */
  capacity: Capacity;
}

/** Supply per person of every commune, by floating catchments of the places that answer. */
export function accessOf(data: Snapshot, request: AccessRequest, today: string): Access {
  const { limit, unit, decay, chooses, supply } = request;
  const key = JSON.stringify([limit, unit, decay, chooses, supply, supplyKey(request, today)]);
  return remember(data, 'access', key, () => measureAccess(data, request, today), 16);
}

function measureAccess(data: Snapshot, request: AccessRequest, today: string): Access {
  const { unit, decay, chooses, supply: given } = request;
  const threshold = limitOf(data, request);
  const supply = supplyOf(data, request, today);
  const capacity: Capacity =
    given === 'hours' ? weeklyHours(data, supply.ranks) : placesAsOne(supply.ranks.length);
  const timed = unit === 'min' ? data.travel : null;
  const method = { decay, chooses, threshold };
  const people = populationsOf(data);
  if (timed) {
    const reach = reachToAnswering(timed, supply.ranks);
    return { catchment: floatingCatchment(reach, people, capacity.given, method), capacity };
  }
  const points = demandPointsOf(data);
  const to = placePoints(data, supply.ranks);
  const homes = homePoints(points, homesOf(data, supply.ranks), to);
  const reach = reachWithin(points, to, threshold, homes);
  const catchment = floatingCatchment(reach, peopleAt(points, people), capacity.given, method);
  return { catchment: { ...catchment, access: meanByCommune(points, catchment.access) }, capacity };
}
