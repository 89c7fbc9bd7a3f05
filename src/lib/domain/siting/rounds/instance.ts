import type { ServiceLists } from '../model/lists.ts';
import type { Legs } from './legs.ts';

/**
 * Weekly rounds of teams that come back to their base every evening: a team orienteering problem (Chao,
 * Golden and Wasil 1996) whose profit is what the stops cover together, as in the covering tour problem
 * (Gendreau, Laporte and Semet 1997): people near two stops count once.
 */
export interface RoundsInstance {
  /** Who each stop reaches, as a covering: `bases` are the people that nothing reaches yet. */
  lists: ServiceLists;
  /** From place to place: the stops first, then the bases. */
  legs: Legs;
  /** Number of the base of each team. */
  teams: readonly number[];
  /** Days of the week on which teams travel, 0 for Monday. */
  days: readonly number[];
  /** Days on which one may stop there, a bit each (1 for Monday); none where nobody may go. */
  allowed: Uint8Array;
  stopsADay: number;
  /** On site at each stop. */
  minutesAStop: number;
  /** From the base to the base, driving and on site. */
  minutesADay: number;
  metresADay: number;
}

/** Ordered stops of each outing: the days of the first team, then those of the second. */
export type Tours = readonly (readonly number[])[];

/** A hair of rounding: legs are kept in single precision. */
export const TOLERANCE = 1e-2;

export const stopCountOf = ({ lists }: RoundsInstance): number => lists.siteCount;

/** Outings of a week: one for each team and day. */
export const outingCount = ({ teams, days }: RoundsInstance): number => teams.length * days.length;

/** Node of the base from which an outing starts. */
export const baseNodeOf = (instance: RoundsInstance, outing: number): number =>
  stopCountOf(instance) + (instance.teams[Math.floor(outing / instance.days.length)] as number);

/** Day of the week of an outing, 0 for Monday. */
export const weekdayOf = ({ days }: Pick<RoundsInstance, 'days'>, outing: number): number =>
  days[outing % days.length] as number;

/** Whether one may stop there on the day of an outing. */
export const isAllowed = (instance: RoundsInstance, stop: number, outing: number): boolean =>
  (((instance.allowed[stop] as number) >> weekdayOf(instance, outing)) & 1) === 1;

/** Driving of an outing, base to base. */
export function drivingOf(
  { legs }: RoundsInstance,
  base: number,
  stops: readonly number[],
): { minutes: number; metres: number } {
  let [minutes, metres, from] = [0, 0, base];
  if (stops.length === 0) return { minutes, metres };
  for (let at = 0; at <= stops.length; at++) {
    const to = at < stops.length ? (stops[at] as number) : base;
    minutes += legs.minutes[from * legs.count + to] as number;
    metres += legs.metres[from * legs.count + to] as number;
    from = to;
  }
  return { minutes, metres };
}

/** Whether a day holds that much driving and that many stops. */
export const fitsDay = (instance: RoundsInstance, stops: number, minutes: number, metres: number): boolean =>
  stops <= instance.stopsADay &&
  minutes + stops * instance.minutesAStop <= instance.minutesADay + TOLERANCE &&
  metres <= instance.metresADay + TOLERANCE;

/** Whether every outing holds in its day, at stops that are open that day, each once in the week. */
export function respectsDays(instance: RoundsInstance, tours: Tours): boolean {
  const all = tours.flat();
  return (
    tours.length === outingCount(instance) &&
    new Set(all).size === all.length &&
    tours.every((stops, outing) => {
      const { minutes, metres } = drivingOf(instance, baseNodeOf(instance, outing), stops);
      return (
        fitsDay(instance, stops.length, minutes, metres) &&
        stops.every((stop) => isAllowed(instance, stop, outing))
      );
    })
  );
}

/** People that some stops reach, each once. */
export function coveredBy({ lists }: RoundsInstance, stops: Iterable<number>): number {
  const seen = new Uint8Array(lists.demandCount);
  let people = 0;
  for (const stop of stops)
    for (let k = lists.siteStarts[stop] as number; k < (lists.siteStarts[stop + 1] as number); k++) {
      const demand = lists.demands[k] as number;
      if (seen[demand] === 0) people += lists.bases[demand] as number;
      seen[demand] = 1;
    }
  return people;
}
