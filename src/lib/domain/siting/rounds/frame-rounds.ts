import { reachWithin, type Reach } from '../../access/reach.ts';
import { greatCircle } from '../../access/sphere.ts';
import { MUST_NOT, SITE_KINDS, type SitingFrame } from '../frame/siting-frame.ts';
import { listServices, type ServiceLists } from '../model/lists.ts';
import {
  MOST_STOPS,
  MOST_TEAMS,
  USUAL_DAYS,
  type RoundsAsked,
  type RoundsBase,
  type RoundsProblem,
} from './asked.ts';
import { outingCount, type RoundsInstance } from './instance.ts';
import { legsBetween, type ToldMinutes } from './legs.ts';
import { mostStops, openTo, rangeOf, type Range } from './relaxation.ts';

/** A question about rounds ready to be solved, and what had to be changed of it. */
export interface FramedRounds {
  /** `null` when nothing can be proposed. */
  instance: RoundsInstance | null;
  /** What is answered: the question asked, mended. */
  asked: RoundsAsked;
  problems: readonly RoundsProblem[];
  /** Sites of the frame, by stop. */
  stops: readonly number[];
  /** People of each demand point, unknown ones counted as nobody; whether something reaches them already. */
  people: Float64Array;
  covered: Uint8Array;
}

const EVERY_DAY = 0x7f;
/** A day is lengthened to the next quarter of an hour, a distance to the next kilometre. */
const QUARTER = 15;

/** Makes the instance of what is asked of a frame; `told` are minutes between communes, by ordinal. */
export function framedRounds(frame: SitingFrame, question: RoundsAsked, told: ToldMinutes): FramedRounds {
  const problems: RoundsProblem[] = [];
  let asked = mendCounts(question, problems);
  const reach = reachWithin(frame.demand, frame.sites, asked.limit, frame.sites.homes);
  const { people, covered } = standingOf(frame, reach, problems);
  const nothing = (): FramedRounds => ({ instance: null, asked, problems, stops: [], people, covered });
  const left = people.map((count, at) => (covered[at] ? 0 : count));
  if (!left.some((count) => count > 0)) {
    problems.push({ reason: people.some((count) => count > 0) ? 'all-covered' : 'no-demand' });
    return nothing();
  }
  const lists = servicesOf(frame, reach, left);
  if (asked.bases.length === 0) problems.push({ reason: 'no-base' });
  const useful = usefulStops(frame, lists, asked, problems);
  const days = allowedDays(frame, useful, asked, problems);
  const open = useful.filter((_, at) => days[at] !== 0);
  if (asked.bases.length === 0 || open.length === 0) {
    if (asked.bases.length > 0) problems.push({ reason: 'no-stop' });
    return nothing();
  }
  asked = mendMetres(frame, open, asked, problems);
  const stops = open.filter((site) => roundTrip(frame, site, asked) <= asked.metresADay);
  if (stops.length > MOST_STOPS) {
    problems.push({ reason: 'too-many-stops', stops: stops.length, most: MOST_STOPS });
    return nothing();
  }
  const dayOf = new Map(useful.map((site, at) => [site, days[at] as number]));
  let instance = instanceOf(frame, lists, stops, asked, told);
  instance.allowed.set(stops.map((site) => dayOf.get(site) as number));
  asked = mendMinutes(instance, asked, problems);
  instance = { ...instance, minutesADay: asked.minutesADay };
  const range = rangeOf(instance);
  tellIdle(instance, range, problems);
  tellLimits(frame, { instance, range, stops, lists, left }, problems);
  return { instance, asked, problems, stops, people, covered };
}

function mendCounts(asked: RoundsAsked, problems: RoundsProblem[]): RoundsAsked {
  const teams = Math.min(MOST_TEAMS, Math.max(1, Math.floor(asked.teams) || 0));
  if (teams !== asked.teams) problems.push({ reason: 'bad-teams', asked: asked.teams, taken: teams });
  const days = [...new Set(asked.days)].filter((day) => day >= 0 && day < 7).sort((a, b) => a - b);
  if (days.length === 0) problems.push({ reason: 'no-day', taken: USUAL_DAYS });
  return { ...asked, teams, days: days.length === 0 ? USUAL_DAYS : days };
}

/** Who is there, and whom the places that count reach already. */
function standingOf(
  { demand, sites }: SitingFrame,
  reach: Reach,
  problems: RoundsProblem[],
): { people: Float64Array; covered: Uint8Array } {
  const unknown = new Set<number>();
  const people = demand.people.map((count, at) => {
    if (count >= 0 && count < Infinity) return count;
    unknown.add(demand.communes[at] as number);
    return 0;
  });
  if (unknown.size > 0) problems.push({ reason: 'bad-people', communes: unknown.size });
  const covered = new Uint8Array(people.length);
  for (let i = 0; i < people.length; i++)
    for (let k = reach.starts[i] as number; k < (reach.starts[i + 1] as number); k++) {
      const kind = SITE_KINDS[sites.kinds[reach.supplies[k] as number] as number];
      if (kind === 'existing' || kind === 'neighbour') covered[i] = 1;
    }
  return { people, covered };
}

/** Who each site of the frame would reach, of those that nothing reaches yet. */
function servicesOf({ sites }: SitingFrame, reach: Reach, left: Float64Array): ServiceLists {
  const demands = new Int32Array(reach.supplies.length);
  for (let i = 0; i < left.length; i++) demands.fill(i, reach.starts[i], reach.starts[i + 1]);
  return listServices(left, sites.kinds.length, {
    demands,
    sites: reach.supplies,
    costs: new Float64Array(demands.length),
  });
}

/** Communes where a stop would reach somebody new, on the land of a base. */
function usefulStops(
  { sites }: SitingFrame,
  lists: ServiceLists,
  { bases }: RoundsAsked,
  problems: RoundsProblem[],
): number[] {
  const isStop = (site: number): boolean =>
    SITE_KINDS[sites.kinds[site] as number] === 'commune' &&
    ((sites.wishes[site] as number) & MUST_NOT) === 0 &&
    lists.siteStarts[site] !== lists.siteStarts[site + 1];
  const stops = Array.from(sites.kinds.keys()).filter(isStop);
  const lands = new Set(stops.map((site) => sites.lands[site]));
  const apart = [...bases.keys()].filter((base) => !lands.has((bases[base] as RoundsBase).land));
  if (apart.length > 0 && stops.length > 0) problems.push({ reason: 'base-apart', bases: apart });
  const based = new Set(bases.map(({ land }) => land));
  return stops.filter((site) => based.has(sites.lands[site] as number));
}

/** Days on which each stop may be made, of the days of travel. */
function allowedDays(
  { sites }: SitingFrame,
  stops: readonly number[],
  { markets, marketsOnly, days }: RoundsAsked,
  problems: RoundsProblem[],
): number[] {
  const travel = days.reduce((bits, day) => bits | (1 << day), 0);
  const told = new Map(markets);
  const usual = marketsOnly && told.size > 0 ? 0 : EVERY_DAY;
  const allowed = stops.map((site) => (told.get(sites.references[site] as number) ?? usual) & travel);
  if (stops.length === 0 || allowed.some((bits) => bits !== 0)) return allowed;
  problems.push({ reason: 'no-market' });
  return stops.map(() => travel);
}

/** By road from the nearest base of the same land, there and back. */
function roundTrip({ sites }: SitingFrame, site: number, { bases, detour }: RoundsAsked): number {
  let least = Infinity;
  for (const { lon, lat, land } of bases)
    if (land === sites.lands[site])
      least = Math.min(least, greatCircle(lon, lat, sites.lons[site] as number, sites.lats[site] as number));
  return 2 * detour * least;
}

function mendMetres(
  frame: SitingFrame,
  stops: readonly number[],
  asked: RoundsAsked,
  problems: RoundsProblem[],
): RoundsAsked {
  const nearest = stops.reduce((least, site) => Math.min(least, roundTrip(frame, site, asked)), Infinity);
  if (nearest <= asked.metresADay) return asked;
  const metresADay = 1_000 * Math.ceil(nearest / 1_000);
  problems.push({ reason: 'too-few-metres', asked: asked.metresADay, taken: metresADay });
  return { ...asked, metresADay };
}

function mendMinutes(instance: RoundsInstance, asked: RoundsAsked, problems: RoundsProblem[]): RoundsAsked {
  // As if a day had no end, to know the shortest there is.
  const { nearest } = rangeOf({ ...instance, minutesADay: Infinity });
  const needed = asked.minutesAStop + Math.min(...nearest.map(({ minutes }) => minutes));
  if (needed <= asked.minutesADay || !Number.isFinite(needed)) return asked;
  const minutesADay = QUARTER * Math.ceil(needed / QUARTER);
  problems.push(
    asked.minutesAStop > asked.minutesADay
      ? { reason: 'stop-too-long', asked: asked.minutesAStop, day: asked.minutesADay, taken: minutesADay }
      : { reason: 'day-too-short', asked: asked.minutesADay, taken: minutesADay },
  );
  return { ...asked, minutesADay };
}

function instanceOf(
  { sites }: SitingFrame,
  lists: ServiceLists,
  stops: readonly number[],
  asked: RoundsAsked,
  told: ToldMinutes,
): RoundsInstance {
  const { bases, teams, days, stopsADay, minutesADay, minutesAStop, metresADay } = asked;
  const at = (list: ArrayLike<number>, of: 'lon' | 'lat' | 'land'): number[] => [
    ...stops.map((site) => list[site] as number),
    ...bases.map((base) => base[of]),
  ];
  const points = { lons: at(sites.lons, 'lon'), lats: at(sites.lats, 'lat'), lands: at(sites.lands, 'land') };
  return {
    lists: servedBy(lists, stops),
    legs: legsBetween(points, asked, toldBetween(sites, stops, bases, told)),
    teams: Array.from({ length: teams }, (_, team) => team % bases.length),
    days,
    allowed: new Uint8Array(stops.length),
    stopsADay,
    minutesADay,
    minutesAStop,
    metresADay,
  };
}

/** The lists of the stops alone, numbered anew. */
function servedBy(lists: ServiceLists, stops: readonly number[]): ServiceLists {
  const pairs = stops.map((site) =>
    lists.demands.subarray(lists.siteStarts[site] as number, lists.siteStarts[site + 1] as number),
  );
  const demands = Int32Array.from(pairs.flatMap((own) => [...own]));
  const sites = Int32Array.from(pairs.flatMap((own, stop) => Array.from(own, () => stop)));
  return listServices(lists.bases, stops.length, { demands, sites, costs: new Float64Array(demands.length) });
}

/** Minutes of a source, from ordinals of communes to places of the legs; a commune may hold several bases. */
function toldBetween(
  { references }: SitingFrame['sites'],
  stops: readonly number[],
  bases: readonly RoundsBase[],
  told: ToldMinutes,
): ToldMinutes {
  const nodes = new Map<number, number[]>();
  const add = (commune: number, node: number): void => {
    nodes.set(commune, [...(nodes.get(commune) ?? []), node]);
  };
  stops.forEach((site, stop) => add(references[site] as number, stop));
  bases.forEach(({ commune }, base) => add(commune, stops.length + base));
  const [from, to, minutes]: [number[], number[], number[]] = [[], [], []];
  for (let k = 0; k < told.minutes.length; k++)
    for (const a of nodes.get(told.from[k] as number) ?? [])
      for (const b of nodes.get(told.to[k] as number) ?? []) {
        from.push(a);
        to.push(b);
        minutes.push(told.minutes[k] as number);
      }
  return { from, to, minutes };
}

function tellIdle(instance: RoundsInstance, range: Range, problems: RoundsProblem[]): void {
  const { teams, days } = instance;
  const busy = Array.from(
    { length: outingCount(instance) },
    (_, outing) => openTo(instance, range, outing).length > 0,
  );
  const at = (team: number, day: number): boolean => busy[team * days.length + day] === true;
  const idle = [...teams.keys()].filter((team) => days.every((_, day) => !at(team, day)));
  const empty = [...days.keys()].filter((day) => teams.every((_, team) => !at(team, day)));
  if (idle.length + empty.length > 0)
    problems.push({ reason: 'idle', teams: idle, days: empty.map((day) => days[day] as number) });
}

/** More stops than there are, and people that no stop can reach. */
function tellLimits(
  { demand }: SitingFrame,
  known: {
    instance: RoundsInstance;
    range: Range;
    stops: readonly number[];
    lists: ServiceLists;
    left: Float64Array;
  },
  problems: RoundsProblem[],
): void {
  const { instance, range, stops, lists, left } = known;
  const inRange = stops.filter((_, stop) =>
    Array.from({ length: outingCount(instance) }).some(
      (_, outing) =>
        range.reachable[instance.teams[Math.floor(outing / instance.days.length)] as number]?.[stop] === 1,
    ),
  );
  const asked = mostStops(instance, range);
  if (asked > inRange.length)
    problems.push({ reason: 'more-stops-than-candidates', asked, stops: inRange.length });
  const reached = new Uint8Array(left.length);
  for (const site of inRange)
    for (let k = lists.siteStarts[site] as number; k < (lists.siteStarts[site + 1] as number); k++)
      reached[lists.demands[k] as number] = 1;
  const out = Array.from(left.keys()).filter((at) => (left[at] as number) > 0 && reached[at] === 0);
  if (out.length === 0) return;
  problems.push({
    reason: 'out-of-reach',
    people: out.reduce((sum, at) => sum + (left[at] as number), 0),
    communes: new Set(out.map((at) => demand.communes[at])).size,
  });
}
