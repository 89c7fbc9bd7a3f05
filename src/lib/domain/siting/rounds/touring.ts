import { RandomStream } from '../../random/stream.ts';
import { grainOf, type SitingInstance } from '../model/instance.ts';
import { sumOf } from '../question/question.ts';
import { solving, type SolveOptions } from '../solve.ts';
import { coveredBy, respectsDays, type RoundsInstance, type Tours } from './instance.ts';
import { Plan } from './plan.ts';
import { outingsRelaxation, type OutingsRelaxation } from './pairs-relaxation.ts';
import { rangeOf, relaxationOf, type Range } from './relaxation.ts';
import { construct, isBetter, searchRounds, type FoundRounds } from './search.ts';

/** The best rounds so far, and the most that any could cover. */
export interface RoundsAnswer {
  tours: Tours;
  covered: number;
  atMost: number;
  /** (at most − covered) / at most: « à x % au plus du meilleur possible ». */
  gap: number;
  proven: boolean;
}

export interface TouringOptions extends SolveOptions {
  /** Rounds to start from; left aside when they do not hold in their days. */
  start?: Tours | null;
}

/** Slices of search for one turn of the bound once it has settled. */
const SLICES = 4;
/** Turns given to the bound that forgets roads, where there is a tighter one. */
const ENOUGH = 400;
/** Turns without anything better, once nobody more can be reached, before driving is short enough. */
const PATIENCE = 40;

/**
 * Rounds that reach the most people, better and better: first ones at once, then by turns a search and the
 * bound of the covering relaxation. Yields after each turn; whoever asks decides when to stop. When nobody more
 * can be reached, it goes on while it finds less driving for as many people, then ends by itself. The same seed gives the same answers in the same order.
 */
export function* touring(
  instance: RoundsInstance,
  options: TouringOptions,
): Generator<RoundsAnswer, RoundsAnswer> {
  const range = rangeOf(instance);
  const relaxation = relaxationOf(instance, range);
  const total = sumOf(instance.lists.bases);
  const grain = grainOf(instance.lists);
  let best = construct(instance);
  if (options.start && respectsDays(instance, options.start))
    best = better(best, measured(instance, options.start));
  let atMost = Math.min(total, mostOfEach(relaxation));
  const answer = (): RoundsAnswer => {
    const most = Math.max(best.covered, atMost);
    const proven = most - best.covered <= 1e-6 * Math.max(1, most) || most - best.covered < grain;
    return {
      tours: best.tours,
      covered: best.covered,
      atMost: proven ? best.covered : most,
      gap: proven || most === 0 ? 0 : (most - best.covered) / most,
      proven,
    };
  };
  yield answer();
  const liked = new Uint8Array(instance.lists.siteCount);
  const search = searchRounds(instance, best, new RandomStream(options.seed, 7), () => liked);
  const bounds = bounding(instance, relaxation, range, options);
  for (let [settled, idle] = [false, 0]; ;) {
    const { proven } = answer();
    if (proven && (idle++ === PATIENCE || best.covered === 0)) return answer();
    for (let slice = 0; slice < (settled || proven ? SLICES : 1); slice++) {
      const found = search.next().value;
      if (isBetter(found, best)) [best, idle] = [found, 0];
    }
    if (!settled && !proven) {
      const { value, done } = bounds.next();
      settled = done ?? false;
      if (value) {
        atMost = Math.min(atMost, total - value.bound);
        liked.fill(0);
        for (const stop of value.stops) liked[stop] = 1;
      }
    }
    yield answer();
  }
}

/** The people of the best stops, as if nobody were near two of them: a bound known at once. */
function mostOfEach({ lists, rule }: SitingInstance): number {
  const people = Array.from({ length: lists.siteCount }, (_, site) => {
    const own = lists.demands.subarray(
      lists.siteStarts[site] as number,
      lists.siteStarts[site + 1] as number,
    );
    return own.reduce((sum, demand) => sum + (lists.bases[demand] as number), 0);
  });
  return sumOf(people.sort((a, b) => b - a).slice(0, rule.budget));
}

/**
 * Bounds of what any rounds leave out, and the stops that go with them: of the covering that forgets roads until
 * it is solved, then of the one that chooses among whole outings, where there is one.
 */
function* bounding(
  instance: RoundsInstance,
  relaxation: SitingInstance,
  range: Range,
  options: SolveOptions,
): Generator<{ bound: number; stops: readonly number[] }, undefined> {
  let outings: OutingsRelaxation | null = null;
  let turn = 0;
  for (const { bound, open, proven } of solving(relaxation, options)) {
    yield { bound, stops: open };
    if (proven || ++turn === ENOUGH) outings = outingsRelaxation(instance, range);
    if (proven || outings) break;
  }
  if (!outings) return;
  for (const { bound, open, proven } of solving(outings.instance, options)) {
    yield { bound, stops: open.flatMap((site) => outings.stops[site] ?? []) };
    if (proven) return;
  }
}

const better = (one: FoundRounds, other: FoundRounds): FoundRounds => (isBetter(other, one) ? other : one);

function measured(instance: RoundsInstance, tours: Tours): FoundRounds {
  return {
    tours,
    covered: coveredBy(instance, tours.flat()),
    effort: new Plan(instance, tours).effort,
  };
}
