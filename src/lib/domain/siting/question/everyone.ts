import { Ascent } from '../bound/ascent.ts';
import { firstMultipliers } from '../bound/first-multipliers.ts';
import { costOf, countRule, type SitingInstance } from '../model/instance.ts';
import { openGreedily } from '../search/lazy-greedy.ts';
import { solving, type SolveOptions } from '../solve.ts';
import { instanceOf, type QuestionInstance } from './instance-of.ts';
import type { SitingQuestion } from './question.ts';

/** The fewest sites found that leave nobody beyond the limit, and how few there may be at best. */
export interface EveryoneAnswer {
  opens: readonly number[];
  open: readonly number[];
  /** Sites to open, and a number that no answer goes under. */
  count: number;
  atLeast: number;
  proven: boolean;
}

/**
 * Answers a checked question of `everyone` (location set covering, Toregas and others 1971): the greedy
 * answer at once; a bound from the multipliers of covering, scaled to a packing (no site holds more than
 * one); then one site fewer, again and again, until that is proven impossible. Demands that nobody can
 * reach, and those without people, take no part.
 */
export function* servingEveryone(
  question: SitingQuestion,
  options: SolveOptions,
): Generator<EveryoneAnswer, EveryoneAnswer> {
  const whole = reachable(question, question.limit);
  const { instance, sitesFrom, opened } = whole;
  let chosen = withoutSpare(instance, openGreedily(instance).open);
  let atLeast = 0;
  const answer = (): EveryoneAnswer => {
    const opens = [...question.forced, ...chosen.map((j) => sitesFrom[j] as number)];
    const count = opens.length;
    const open = [...opened, ...chosen.map((j) => sitesFrom[j] as number)];
    const floor = question.forced.length + atLeast;
    return { opens, open, count, atLeast: Math.min(count, floor), proven: floor >= count };
  };
  yield answer();
  const ascent = new Ascent(
    withCount(instance, Math.max(0, chosen.length - 1)),
    firstMultipliers(instance, 1),
  );
  while (!ascent.settled && atLeast < chosen.length && ascent.bound < 1 - 1e-6) {
    ascent.climb(25, 1);
    atLeast = Math.max(atLeast, Math.ceil(packing(instance, ascent.multipliers) - 1e-6));
    yield answer();
  }
  while (atLeast < chosen.length) {
    let fewer: readonly number[] | null = null;
    for (const { open, cost, bound } of solving(withCount(instance, chosen.length - 1), options)) {
      if (cost < 0.5) fewer = open;
      if (fewer || bound > 0.5) break;
      yield answer();
    }
    if (fewer) chosen = withoutSpare(instance, fewer);
    else atLeast = chosen.length;
    yield answer();
  }
  return answer();
}

/** Covering where each demand with people that a site reaches counts one, and the others nothing. */
export function reachable(question: SitingQuestion, limit: number): QuestionInstance {
  const ones = Float64Array.from(servedWithin(question, limit));
  return instanceOf({ ...question, goal: 'cover', closable: [], closures: 0 }, ones, limit);
}

/** 1 for each demand with people that some allowed site serves within the limit. */
export function servedWithin({ reach, people, forbidden }: SitingQuestion, limit: number): Uint8Array {
  const out = new Set(forbidden);
  return Uint8Array.from({ length: people.length }, (_, i) => {
    if ((people[i] as number) <= 0) return 0;
    for (let k = reach.starts[i] as number; k < (reach.starts[i + 1] as number); k++)
      if ((reach.costs[k] as number) <= limit && !out.has(reach.supplies[k] as number)) return 1;
    return 0;
  });
}

const withCount = (instance: SitingInstance, count: number): SitingInstance => ({
  ...instance,
  rule: countRule(instance.lists.siteCount, count),
});

/** Σ of the multipliers once scaled so that no site holds more than 1: at least as many sites are needed. */
function packing({ lists }: SitingInstance, multipliers: Float64Array): number {
  const held = new Float64Array(lists.siteCount);
  for (let j = 0; j < lists.siteCount; j++)
    for (let k = lists.siteStarts[j] as number; k < (lists.siteStarts[j + 1] as number); k++)
      (held[j] as number) += multipliers[lists.demands[k] as number] as number;
  let sum = 0;
  for (let i = 0; i < lists.demandCount; i++) {
    let most = 0;
    for (let k = lists.starts[i] as number; k < (lists.starts[i + 1] as number); k++)
      most = Math.max(most, held[lists.sites[k] as number] as number);
    if (most > 0) sum += (multipliers[i] as number) / most;
  }
  return sum;
}

/** The sites without those that the others make useless, the last opened first. */
function withoutSpare(instance: SitingInstance, open: readonly number[]): number[] {
  let kept = [...open];
  const cost = costOf(instance, kept);
  for (const j of [...kept].reverse()) {
    const rest = kept.filter((other) => other !== j);
    if (costOf(instance, rest) <= cost) kept = rest;
  }
  return kept;
}
