import { floatingCatchment } from '../../access/catchment.ts';
import { pointCosts } from '../../access/demand/demand-points.ts';
import { nearestOnLand } from '../../access/nearest-on-land.ts';
import { reachWithin } from '../../access/reach.ts';
import { STANDINGS } from '../frame/proposal.ts';
import type { HandFrame } from './hand-frame.ts';
import { suppliesOf, type HandScenario, type HandSupply } from './supply.ts';
import { SpotFinder } from './whereabouts.ts';

/** A figure with nothing changed, and with the scenario. */
export interface BeforeAfter {
  before: number;
  after: number;
}

/** What a scenario makes of a territory. */
export interface HandFigures {
  /** People of the group: all of them, those within the limit, those newly reached and those no longer. */
  people: BeforeAfter & { all: number; gained: number; lost: number };
  /** People past the limit in the end, and the communes that they live in. */
  left: { people: number; communes: number };
  /** Mean metres to the nearest place that counts; NaN where somebody has none on their land. */
  mean: BeforeAfter;
  /** The one farthest: metres, and the rank of the commune in the frame; −1 without anybody. `Infinity` without a place. */
  farthest: { before: Farthest; after: Farthest };
  /** Places of the territory that count. */
  places: BeforeAfter;
  /** The same for 10,000 people of the group; NaN without any. */
  placesPer10000: BeforeAfter;
  /** Median over people of the group of the hours of help a week for 10,000 inhabitants; NaN without anybody. */
  access: BeforeAfter;
  /** People of the group whose access is under what was asked. */
  under: BeforeAfter;
  /** Each demand point of the territory: within the limit before and after (or nobody there), newly, not in the end, or unknown (`STANDINGS`). */
  standing: Uint8Array;
}

export interface Farthest {
  metres: number;
  commune: number;
}

/** What is asked beside the scenario. */
export interface FiguresAsked extends HandScenario {
  /** Hours a week for 10,000 inhabitants under which access is short. */
  least: number;
}

/**
 * The figures of a scenario. Who is reached is counted as in `/ecarts` and `/implantation`: nothing to go where a
 * place stands in one's commune, else the great circle to the nearest on the same land, within the limit or
 * not. Access is by enhanced two-step floating catchments (Luo & Qi 2009): weights 1, 0.68 and 0.22 in three
 * equal bands up to the limit; what a place gives is its hours × those who help.
 */
export function handFigures(
  frame: HandFrame,
  asked: FiguresAsked,
  finder = new SpotFinder(frame),
): HandFigures {
  const { before, after } = suppliesOf(frame, asked, finder);
  const people = frame.demand.people.map((one) => (one > 0 && one !== Infinity ? one : 0));
  const was = measure(frame, before, asked.limit);
  const is = measure(frame, after, asked.limit);
  const sum = (keep: (at: number) => boolean): number =>
    people.reduce((total, one, at) => (keep(at) ? total + one : total), 0);
  const within = ({ costs }: Measured, at: number): boolean => (costs[at] as number) <= asked.limit;
  const all = sum(() => true);
  const standing = Uint8Array.from(people, (_, at) =>
    STANDINGS.indexOf(
      Number.isNaN(frame.demand.people[at])
        ? 'unknown'
        : people[at] === 0
          ? 'before'
          : !within(is, at)
            ? 'left'
            : within(was, at)
              ? 'before'
              : 'gained',
    ),
  );
  const out = Array.from(people.keys()).filter((at) => !within(is, at) && (people[at] as number) > 0);
  const each = (of: (measured: Measured, supply: HandSupply) => number): BeforeAfter => ({
    before: of(was, before),
    after: of(is, after),
  });
  return {
    people: {
      all,
      // As the proposals count it: everyone but those left, to the last bit.
      ...each((measured) => all - sum((at) => !within(measured, at))),
      gained: sum((at) => within(is, at) && !within(was, at)),
      lost: sum((at) => within(was, at) && !within(is, at)),
    },
    left: {
      people: sum((at) => !within(is, at)),
      communes: new Set(out.map((at) => frame.demand.communes[at])).size,
    },
    mean: each(({ costs }) => meanOf(costs, people, all)),
    farthest: {
      before: farthestOf(frame, was.costs, people),
      after: farthestOf(frame, is.costs, people),
    },
    places: each((_, { inside }) => inside),
    placesPer10000: each((_, { inside }) => (all > 0 ? (10_000 * inside) / all : Number.NaN)),
    access: each(({ access }) => 10_000 * weightedMedian(access, people)),
    under: each(({ access }) => sum((at) => 10_000 * (access[at] as number) < asked.least)),
    standing,
  };
}

interface Measured {
  /** Of each demand point of the territory: metres to the nearest place, nothing at home. */
  costs: Float64Array;
  /** Hours a week for each inhabitant. */
  access: Float64Array;
}

function measure({ demand }: HandFrame, supply: HandSupply, limit: number): Measured {
  const { inside } = demand;
  const own = (list: ArrayLike<number>): Float64Array =>
    Float64Array.from({ length: inside }, (_, at) => list[at] as number);
  const points = { lons: own(demand.lons), lats: own(demand.lats), lands: own(demand.lands) };
  const { distances } = nearestOnLand(points, supply);
  const reach = reachWithin(demand, supply, limit, supply.homes);
  const method = { decay: 'steps', threshold: limit, chooses: false } as const;
  return {
    costs: pointCosts(
      distances,
      supply.homes.map((home) => (home < inside ? home : -1)),
    ),
    access: floatingCatchment(reach, demand.inhabitants, supply.given, method).access.subarray(0, inside),
  };
}

function meanOf(costs: Float64Array, people: Float64Array, all: number): number {
  let sum = 0;
  people.forEach((one, at) => {
    if (one > 0) sum += one * (costs[at] as number);
  });
  return all > 0 && Number.isFinite(sum) ? sum / all : Number.NaN;
}

function farthestOf({ demand }: HandFrame, costs: Float64Array, people: Float64Array): Farthest {
  let worst: Farthest = { metres: Number.NaN, commune: -1 };
  people.forEach((one, at) => {
    const metres = costs[at] as number;
    if (one > 0 && !(metres <= worst.metres)) worst = { metres, commune: demand.communes[at] as number };
  });
  return worst;
}

/** The value that half of the weight does not exceed; NaN without weight. */
export function weightedMedian(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const order = Array.from({ length: values.length }, (_, at) => at)
    .filter((at) => (weights[at] as number) > 0)
    .sort((a, b) => (values[a] as number) - (values[b] as number));
  const half = order.reduce((sum, at) => sum + (weights[at] as number), 0) / 2;
  let sum = 0;
  for (const at of order) {
    sum += weights[at] as number;
    if (sum >= half) return values[at] as number;
  }
  return Number.NaN;
}
