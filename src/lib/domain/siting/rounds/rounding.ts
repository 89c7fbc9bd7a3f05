import type { SitingFrame } from '../frame/siting-frame.ts';
import { sumOf } from '../question/question.ts';
import type { RoundsAsked, RoundsProblem } from './asked.ts';
import { framedRounds, type FramedRounds } from './frame-rounds.ts';
import {
  baseNodeOf,
  coveredBy,
  drivingOf,
  respectsDays,
  weekdayOf,
  type RoundsInstance,
  type Tours,
} from './instance.ts';
import type { ToldMinutes } from './legs.ts';
import { touring, type RoundsAnswer, type TouringOptions } from './touring.ts';

/** The road to a place. */
export interface Leg {
  metres: number;
  /** `null` without a speed. */
  minutes: number | null;
  /** Whether the minutes come from a source of travel times. */
  told: boolean;
}

/** A stop of an outing. */
export interface RoundStop {
  /** Ordinal of the commune, and its centre. */
  commune: number;
  lon: number;
  lat: number;
  /** People that it is the first to reach, in the order of the teams and of the week. */
  people: number;
  leg: Leg;
  /** Minutes after midnight; `null` without a speed. */
  arrives: number | null;
  leaves: number | null;
}

/** A day of a team. */
export interface Round {
  team: number;
  /** Number of its base. */
  base: number;
  /** Day of the week, 0 for Monday. */
  day: number;
  stops: RoundStop[];
  /** The road home, and when one is back. */
  home: Leg & { at: number | null };
  metres: number;
  minutes: number | null;
  people: number;
}

/** Rounds of a week, what they reach, and how far they may be from the best. */
export interface Rounds {
  /** Outings that have a stop, team by team, day by day. */
  rounds: Round[];
  /** The question answered: the one asked, mended. */
  asked: RoundsAsked;
  problems: readonly RoundsProblem[];
  /** People of the group looked at, those within reach before, and with the rounds. */
  people: { all: number; before: number; after: number };
  /** People and communes that nothing reaches in the end. */
  left: { people: number; communes: number };
  metres: number;
  minutes: number | null;
  /** Legs driven, and those whose minutes a source tells. */
  legs: { all: number; told: number };
  /** Within as much of the best possible, 0 to 1, of what rounds may add; 0 once proven. */
  gap: number;
  proven: boolean;
}

export interface RoundingOptions extends Omit<TouringOptions, 'start'> {
  /** Communes (ordinals) of each outing, to start from. */
  start?: Tours | null;
}

/**
 * Answers what is asked of rounds over a frame, better and better: first rounds at once, then each that are
 * better or nearer to proven. Whoever asks decides when to stop. `null`: a turn without anything new.
 */
export function* rounding(
  frame: SitingFrame,
  question: RoundsAsked,
  told: ToldMinutes,
  { start = null, ...options }: RoundingOptions,
): Generator<Rounds | null, Rounds> {
  const framed = framedRounds(frame, question, told);
  const { instance } = framed;
  if (!instance) return described(frame, framed, null);
  const answers = touring(instance, { ...options, start: start && stopsOf(frame, framed, start) });
  let last: { key: string; rounds: Rounds } | null = null;
  for (;;) {
    const { value, done } = answers.next();
    const key = JSON.stringify(value);
    const rounds: Rounds = last?.key === key ? last.rounds : described(frame, framed, value);
    if (done) return rounds;
    yield last?.key === key ? null : rounds;
    last = { key, rounds };
  }
}

/** Those very rounds, told by the communes of each outing, without a search; `null` when they do not hold in their days. */
export function roundsOfPlan(
  frame: SitingFrame,
  question: RoundsAsked,
  told: ToldMinutes,
  plan: Tours,
): Rounds | null {
  const framed = framedRounds(frame, question, told);
  const tours = stopsOf(frame, framed, plan);
  if (!framed.instance || !tours || !respectsDays(framed.instance, tours)) return null;
  const covered = coveredBy(framed.instance, tours.flat());
  // Nothing is known of the best there is.
  return described(frame, framed, { tours, covered, atMost: Infinity, gap: 1, proven: false });
}

/** Communes of each outing, the days of the first team then of the second: what rounds may be told again from. */
export function planOfRounds({ rounds, asked: { teams, days } }: Rounds): number[][] {
  const plan = Array.from({ length: teams * days.length }, (): number[] => []);
  for (const { team, day, stops } of rounds)
    plan[team * days.length + days.indexOf(day)] = stops.map(({ commune }) => commune);
  return plan;
}

/** Rounds told by their communes, as stops of the instance; `null` when one is none of them. */
function stopsOf({ sites }: SitingFrame, { stops }: FramedRounds, start: Tours): Tours | null {
  const byCommune = new Map(stops.map((site, stop) => [sites.references[site] as number, stop]));
  const tours = start.map((tour) => tour.map((commune) => byCommune.get(commune) ?? -1));
  return tours.flat().includes(-1) ? null : tours;
}

function described(frame: SitingFrame, framed: FramedRounds, answer: RoundsAnswer | null): Rounds {
  const { instance, asked, problems, people, covered } = framed;
  const reached = covered.slice();
  const rounds = instance && answer ? roundsOf(frame, framed, instance, answer.tours, reached) : [];
  const sumWhere = (flags: Uint8Array): number =>
    people.reduce((sum, count, at) => (flags[at] ? sum + count : sum), 0);
  const all = sumOf(people);
  const after = sumWhere(reached);
  const left = Array.from(people.keys()).filter((at) => !reached[at] && (people[at] as number) > 0);
  const legs = rounds.flatMap(({ stops, home }) => [...stops.map(({ leg }) => leg), home]);
  return {
    rounds,
    asked,
    problems,
    people: { all, before: sumWhere(covered), after },
    left: { people: all - after, communes: new Set(left.map((at) => frame.demand.communes[at])).size },
    metres: sumOf(rounds.map(({ metres }) => metres)),
    minutes: asked.speed === null ? null : sumOf(rounds.map(({ minutes }) => minutes ?? 0)),
    legs: { all: legs.length, told: legs.filter((leg) => leg.told).length },
    gap: answer?.gap ?? 0,
    proven: answer?.proven ?? true,
  };
}

/** Outings with their stops, hours and people; marks in `reached` whom they reach. */
function roundsOf(
  frame: SitingFrame,
  { asked, stops: sitesOf }: FramedRounds,
  instance: RoundsInstance,
  tours: Tours,
  reached: Uint8Array,
): Round[] {
  const { legs, lists } = instance;
  const { sites } = frame;
  const timed = asked.speed !== null;
  const legOf = (from: number, to: number): Leg => ({
    metres: legs.metres[from * legs.count + to] as number,
    minutes: timed ? (legs.minutes[from * legs.count + to] as number) : null,
    told: legs.told[from * legs.count + to] === 1,
  });
  const firstReached = (stop: number): number => {
    let people = 0;
    for (let k = lists.siteStarts[stop] as number; k < (lists.siteStarts[stop + 1] as number); k++) {
      const at = lists.demands[k] as number;
      if (reached[at]) continue;
      reached[at] = 1;
      people += lists.bases[at] as number;
    }
    return people;
  };
  return tours.flatMap((tour, outing): Round[] => {
    if (tour.length === 0) return [];
    const baseNode = baseNodeOf(instance, outing);
    let [from, clock] = [baseNode, asked.leavesAt];
    const stops = tour.map((stop): RoundStop => {
      const leg = legOf(from, stop);
      const site = sitesOf[stop] as number;
      const arrives = clock + (leg.minutes ?? 0);
      [from, clock] = [stop, arrives + asked.minutesAStop];
      return {
        commune: sites.references[site] as number,
        lon: sites.lons[site] as number,
        lat: sites.lats[site] as number,
        people: firstReached(stop),
        leg,
        arrives: timed ? arrives : null,
        leaves: timed ? clock : null,
      };
    });
    const back = legOf(from, baseNode);
    const { minutes, metres } = drivingOf(instance, baseNode, tour);
    return [
      {
        team: Math.floor(outing / instance.days.length),
        base: baseNode - lists.siteCount,
        day: weekdayOf(instance, outing),
        stops,
        home: { ...back, at: timed ? clock + (back.minutes ?? 0) : null },
        metres,
        minutes: timed ? minutes : null,
        people: sumOf(stops.map(({ people }) => people)),
      },
    ];
  });
}
