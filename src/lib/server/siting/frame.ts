import { homePoints, type DemandPoints } from '../../domain/access/demand/demand-points.ts';
import { PointGrid } from '../../domain/access/point-grid.ts';
import type { LandedPoints } from '../../domain/access/reach.ts';
import { hoursOf } from '../../domain/places/capacity.ts';
import { NO_CRITERIA, type PlaceCriteria } from '../../domain/places/criteria.ts';
import type { Place } from '../../domain/places/place.ts';
import {
  MUST,
  MUST_NOT,
  SITE_KINDS,
  type SiteKind,
  type SitingFrame,
} from '../../domain/siting/frame/siting-frame.ts';
import { timesWithin, type SiteKeys } from '../../domain/siting/frame/told-times.ts';
import { groupOfWord, type Group } from '../../domain/access/gaps/group.ts';
import { findPreset, POVERTY } from '../../domain/need/presets.ts';
import type { SitingGoal } from '../../domain/siting/question/question.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { limitOf } from '../queries/access/gaps.ts';
import { groupColumn } from '../queries/access/need-groups.ts';
import {
  communePoints,
  demandPointsOf,
  homesOf,
  placePoints,
  supplyOf,
  type SupplyRequest,
} from '../queries/access/supply.ts';
import { scoresOf } from '../queries/scores.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { farthestLimit, placesInTime, siteCommunes, toldTimes } from './times.ts';

/** What a siting question says of people, places and candidates. */
export interface FrameRequest extends PlaceCriteria, Pick<SupplyRequest, 'reference'> {
  goal: SitingGoal;
  group: Group;
  /** Kilometres, or minutes. */
  limit: number;
  /** Minutes need a source of travel times: without one, kilometres are counted. */
  unit: 'km' | 'min';
  counted: 'asked' | 'all' | 'none';
  candidates: 'communes' | 'premises' | 'both' | 'rural' | 'towns' | 'centres' | 'list';
  /** Current INSEE codes. */
  forced: readonly string[];
  forbidden: readonly string[];
  list: readonly string[];
  /** What makes a commune fragile: the word of an index, else its rate of poverty. */
  fragility: string;
}

/** What tells how fragile communes are: an index by its word, else the rate of poverty; `null` when it is not loaded. */
function fragilityColumn(data: Snapshot, word: string): ArrayLike<number> | null {
  const group = groupOfWord(word);
  const recipe = group?.kind === 'index' ? findPreset(group.preset)?.recipe : undefined;
  return recipe
    ? scoresOf(data, { recipe, level: 'commune' }).column.values
    : (data.column(POVERTY, 'commune')?.values ?? null);
}

/** Classes of density (1 to 7) and of centrality (1 to 5) that name candidates. */
const CLASSES = {
  rural: { indicator: 'densite', from: 5, to: 7 },
  towns: { indicator: 'densite', from: 4, to: 5 },
  centres: { indicator: 'centralite', from: 1, to: 4 },
} as const;

interface Site {
  kind: SiteKind;
  reference: number;
  wish: number;
}

/** The frame of a question about a territory. `today` is an ISO day. */
export function sitingFrame(
  data: Snapshot,
  request: FrameRequest,
  territory: Territory,
  today: string,
): SitingFrame {
  const communes = data.territories
    .communes(territory)
    .filter(({ lat, lon }) => lat !== null && lon !== null);
  const points = demandPointsOf(data);
  const demand = demandOf(data, request, communes, points);
  const times = toldTimes(data, request.unit);
  const limit = request.goal === 'farthest' ? farthestLimit(times) : limitOf(data, request);
  const near = (ranks: Uint32Array): ((rank: number) => boolean) =>
    times ? placesInTime(times, communes, limit) : placesAround(data, ranks, demand, limit);
  const places = countedPlaces(data, request, communes, near, today);
  const sites = [
    ...places,
    ...candidatesOf(data, request, communes, new Set(places.map(({ reference }) => reference)), today),
  ];
  const keys = siteKeys(data, sites);
  return {
    demand,
    sites: siteArrays(data, keys, sites, points, demand),
    times: times && timesWithin(demand.communes, keys, times, limit),
  };
}

function demandOf(
  data: Snapshot,
  { group, fragility: word }: Pick<FrameRequest, 'group' | 'fragility'>,
  communes: readonly Territory[],
  points: DemandPoints,
): SitingFrame['demand'] {
  const people = groupColumn(data, group)?.values;
  const fragility = fragilityColumn(data, word);
  const rows = communes.flatMap(({ ordinal }) => {
    const [from, to] = [points.starts[ordinal] as number, points.starts[ordinal + 1] as number];
    return Array.from({ length: to - from }, (_, k) => ({ at: from + k, ordinal }));
  });
  const pick = (of: (row: { at: number; ordinal: number }) => number): Float64Array =>
    Float64Array.from(rows, of);
  return {
    lons: pick(({ at }) => points.lons[at] as number),
    lats: pick(({ at }) => points.lats[at] as number),
    lands: pick(({ at }) => points.lands[at] as number),
    communes: Int32Array.from(rows, ({ ordinal }) => ordinal),
    people: pick(({ at, ordinal }) => (people?.[ordinal] ?? Number.NaN) * (points.shares[at] as number)),
    fragility: pick(({ ordinal }) => fragility?.[ordinal] ?? Number.NaN),
  };
}

/** The places that count, of the territory and near enough to serve it. */
function countedPlaces(
  data: Snapshot,
  request: FrameRequest,
  communes: readonly Territory[],
  near: (ranks: Uint32Array) => (rank: number) => boolean,
  today: string,
): Site[] {
  if (request.counted === 'none') return [];
  const asked = request.counted === 'all' ? { ...NO_CRITERIA, reference: request.reference } : request;
  const { ranks } = supplyOf(data, asked, today);
  const inside = new Set(communes.map(({ ordinal }) => ordinal));
  const homes = homesOf(data, ranks);
  const isNear = near(ranks);
  return [...ranks].flatMap((reference, at): Site[] => {
    const own = inside.has(homes[at] as number);
    if (!own && !isNear(reference)) return [];
    return [{ kind: own ? 'existing' : 'neighbour', reference, wish: 0 }];
  });
}

/** The places, of some, within a distance of where people are, by rank. */
function placesAround(
  data: Snapshot,
  ranks: Uint32Array,
  demand: LandedPoints,
  metres: number,
): (rank: number) => boolean {
  const grid = new PointGrid(placePoints(data, ranks));
  const near = new Set<number | undefined>();
  for (let i = 0; i < demand.lons.length; i++)
    grid.within(demand.lons[i] as number, demand.lats[i] as number, metres, (at) => void near.add(ranks[at]));
  return (rank) => near.has(rank);
}

function candidatesOf(
  data: Snapshot,
  request: FrameRequest,
  communes: readonly Territory[],
  counted: ReadonlySet<number>,
  today: string,
): Site[] {
  const [forced, forbidden, list] = [request.forced, request.forbidden, request.list].map(
    (codes) => new Set(codes),
  ) as [Set<string>, Set<string>, Set<string>];
  const isCandidate = candidateTest(data, request.candidates, list);
  const own = communes
    .filter((commune) => isCandidate(commune) || forced.has(commune.code))
    .map(({ ordinal, code }): Site => {
      const wish = (forced.has(code) ? MUST : 0) | (forbidden.has(code) ? MUST_NOT : 0);
      return { kind: 'commune', reference: ordinal, wish };
    });
  if (request.candidates !== 'premises' && request.candidates !== 'both') return own;
  const inside = new Set(communes.map(({ code }) => code));
  const answering = new Set(supplyOf(data, request, today).ranks);
  const premises = data.places.flatMap(({ commune, lat }, reference): Site[] => {
    const isFree = !answering.has(reference) && !counted.has(reference);
    if (!isFree || lat === null || commune === null || !inside.has(commune)) return [];
    return [{ kind: 'premises', reference, wish: forbidden.has(commune) ? MUST_NOT : 0 }];
  });
  return [...own, ...premises];
}

function candidateTest(
  data: Snapshot,
  candidates: FrameRequest['candidates'],
  list: ReadonlySet<string>,
): (commune: Territory) => boolean {
  switch (candidates) {
    case 'communes':
    case 'both':
      return () => true;
    case 'premises':
      return () => false;
    case 'list':
      return ({ code }) => list.has(code);
    default: {
      const { indicator, from, to } = CLASSES[candidates];
      const values = data.column(indicator, 'commune')?.values;
      return ({ ordinal }) => {
        const value = values?.[ordinal] ?? Number.NaN;
        return value >= from && value <= to;
      };
    }
  }
}

/** Which site is which, as ways in minutes are told. */
function siteKeys(data: Snapshot, sites: readonly Site[]): SiteKeys {
  const kinds = Uint8Array.from(sites, ({ kind }) => SITE_KINDS.indexOf(kind));
  const references = Int32Array.from(sites, ({ reference }) => reference);
  return { kinds, references, communes: siteCommunes(data, { kinds, references }) };
}

function siteArrays(
  data: Snapshot,
  keys: SiteKeys,
  sites: readonly Site[],
  points: DemandPoints,
  demand: SitingFrame['demand'],
): SitingFrame['sites'] {
  const centres = communePoints(data);
  const everywhere = placePoints(data, Uint32Array.from(data.places.keys()));
  const at = ({ kind, reference }: Site, list: 'lons' | 'lats' | 'lands'): number =>
    (kind === 'commune' ? centres : everywhere)[list][reference] as number;
  const arrays = {
    lons: Float64Array.from(sites, (site) => at(site, 'lons')),
    lats: Float64Array.from(sites, (site) => at(site, 'lats')),
    lands: Uint8Array.from(sites, (site) => at(site, 'lands')),
    kinds: keys.kinds,
    references: keys.references,
    wishes: Uint8Array.from(sites, ({ wish }) => wish),
    hours: Float64Array.from(sites, ({ kind, reference }) =>
      kind === 'existing' || kind === 'neighbour'
        ? (hoursOf(data.places[reference] as Place) ?? Number.NaN)
        : Number.NaN,
    ),
  };
  // From points of the whole country to those of the territory.
  const local = new Map<number, number>();
  let next = 0;
  for (let i = 0; i < demand.communes.length; i++) {
    const ordinal = demand.communes[i] as number;
    next = i > 0 && demand.communes[i - 1] === ordinal ? next + 1 : (points.starts[ordinal] as number);
    local.set(next, i);
  }
  return {
    ...arrays,
    homes: homePoints(points, keys.communes, arrays).map((point) => local.get(point) ?? -1),
  };
}
