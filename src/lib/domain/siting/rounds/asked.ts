import type { RoadAssumptions } from './legs.ts';

/** Where teams start in the morning and come back in the evening. */
export interface RoundsBase {
  lon: number;
  lat: number;
  /** Land that it is on: nobody drives to another. */
  land: number;
  /** Ordinal of its commune. */
  commune: number;
}

/** What is asked of rounds over a siting frame. */
export interface RoundsAsked extends RoadAssumptions {
  /** Metres within which a stop reaches people, and a place that counts already. */
  limit: number;
  bases: readonly RoundsBase[];
  /** Teams are dealt to the bases in turn. */
  teams: number;
  /** Days of the week, 0 for Monday. */
  days: readonly number[];
  stopsADay: number;
  minutesADay: number;
  minutesAStop: number;
  /** When teams leave their base, minutes after midnight. */
  leavesAt: number;
  metresADay: number;
  /** Days of stop of communes, by ordinal: a bit each, 1 for Monday. Elsewhere any day is good. */
  markets: readonly (readonly [commune: number, days: number])[];
  /** Whether one stops only where market days are told. */
  marketsOnly: boolean;
}

/** Teams of one question, at most: a département has a few. */
export const MOST_TEAMS = 20;
/** Days taken when none is asked: Tuesday to Friday. */
export const USUAL_DAYS: readonly number[] = [1, 2, 3, 4];
/** Stops beyond which the roads between all of them are more than a page can wait for. */
export const MOST_STOPS = 1_500;

/** Why rounds are not those asked, with figures: what is answered is the nearest question that can be. */
export type RoundsProblem =
  /** A number of teams that cannot be. */
  | { reason: 'bad-teams'; asked: number; taken: number }
  | { reason: 'no-base' }
  /** Bases from which no road leads to a stop: on another land. */
  | { reason: 'base-apart'; bases: readonly number[] }
  | { reason: 'no-day'; taken: readonly number[] }
  /** The stop alone is longer than the day, or the day too short to go anywhere and back, in minutes. */
  | { reason: 'stop-too-long'; asked: number; day: number; taken: number }
  | { reason: 'day-too-short'; asked: number; taken: number }
  /** Too few metres a day to go anywhere and back. */
  | { reason: 'too-few-metres'; asked: number; taken: number }
  | { reason: 'no-demand' }
  | { reason: 'all-covered' }
  | { reason: 'bad-people'; communes: number }
  /** Nowhere to stop, whatever the day. */
  | { reason: 'no-stop' }
  /** Market days leave no stop on the days of travel: any day is taken. */
  | { reason: 'no-market' }
  /** Teams without a stop all week, and days without a stop for anyone. */
  | { reason: 'idle'; teams: readonly number[]; days: readonly number[] }
  | { reason: 'more-stops-than-candidates'; asked: number; stops: number }
  | { reason: 'too-many-stops'; stops: number; most: number }
  /** People that nothing reaches yet and no stop can. */
  | { reason: 'out-of-reach'; people: number; communes: number };
