import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answering } from './answering.ts';
import { candidatesOf, checkQuestion } from './check.ts';
import { curveOf, kneeOf } from './curve.ts';
import { servingEveryone } from './everyone.ts';
import { shorteningFarthest } from './farthest.ts';
import { inOrder, leftOut } from './order.ts';
import { sumOf, weightsOf, type SitingQuestion } from './question.ts';
import { randomQuestion, reachOf } from './random-question.ts';

/** The last of a generator, which small questions always reach. */
function lastOf<Value>(steps: Generator<Value, Value>): Value {
  for (let turn = 0; turn < 5_000; turn++) {
    const { value } = steps.next();
    if ((value as { proven: boolean }).proven) return value;
  }
  throw new Error('not proven');
}

/** Least cost at which those sites serve a demand. */
function costAt({ reach }: SitingQuestion, open: ReadonlySet<number>, i: number): number {
  let least = Infinity;
  for (let k = reach.starts[i] as number; k < (reach.starts[i + 1] as number); k++)
    if (open.has(reach.supplies[k] as number)) least = Math.min(least, reach.costs[k] as number);
  return least;
}

/** Every set of sites that a checked question allows, by trying all. */
function allowed(question: SitingQuestion): Set<number>[] {
  const { existing, closable, closures, forced, means, reach } = question;
  const candidates = candidatesOf(question);
  const sets: Set<number>[] = [];
  for (let mask = 0; mask < 1 << reach.supplyCount; mask++) {
    const open = Array.from({ length: reach.supplyCount }, (_, j) => j).filter((j) => mask & (1 << j));
    const is = new Set(open);
    const closed = existing.filter((j) => !is.has(j));
    const opens = open.filter((j) => !existing.includes(j));
    if (closed.some((j) => !closable.includes(j)) || closed.length > closures) continue;
    if (opens.some((j) => !candidates.includes(j)) || forced.some((j) => !is.has(j))) continue;
    const spent =
      means.kind === 'count'
        ? opens.length - closed.length
        : opens.reduce((sum, j) => sum + (means.prices[j] as number), 0);
    if (spent <= (means.kind === 'count' ? means.count : means.budget)) sets.push(is);
  }
  return sets;
}

function reached(question: SitingQuestion, open: ReadonlySet<number>): number {
  const { goal, limit } = question;
  return weightsOf(question).reduce((sum, weight, i) => {
    const cost = costAt(question, open, i);
    if (cost > limit) return sum;
    return sum + (goal === 'mean' ? weight * (limit - cost) : weight);
  }, 0);
}

describe.each(['cover', 'mean'] as const)('a question of %s', (goal) => {
  it('is answered as by brute force, within what is allowed, in an order that adds up', () => {
    fc.assert(
      fc.property(randomQuestion(goal), (asked) => {
        const { question } = checkQuestion(asked);
        const answer = lastOf(answering(question, { seed: 1 }));
        const best = Math.max(...allowed(question).map((open) => reached(question, open)));
        expect(answer.reached).toBeCloseTo(best, 4);
        expect(reached(question, new Set(answer.open))).toBeCloseTo(best, 4);
        expect(answer.atMost).toBeCloseTo(best, 4);
        expect(new Set(answer.open).size).toBe(answer.open.length);
        const ordered = inOrder(question, answer);
        const stays = new Set(answer.open.filter((j) => !answer.opens.includes(j)));
        const curve = curveOf(ordered, reached(question, stays));
        expect(ordered.map(({ site }) => site).sort()).toEqual([...answer.opens].sort());
        expect(curve.at(-1)?.reached).toBeCloseTo(best, 4);
        expect(kneeOf(curve)).toBeLessThan(Math.max(1, curve.length));
        ordered
          .slice(1)
          .forEach(({ gain }, at) => expect(gain).toBeLessThanOrEqual((ordered[at]?.gain ?? 0) + 1e-6));
        const out = leftOut(question, answer.open);
        const open = new Set(answer.open);
        expect(out).toEqual(
          Array.from(question.people.length ? Array(question.people.length).keys() : []).filter(
            (i) => (question.people[i] as number) > 0 && costAt(question, open, i) > question.limit,
          ),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is never reached more than the bound says, whenever it is stopped', () => {
    fc.assert(
      fc.property(randomQuestion(goal), (asked) => {
        const { question } = checkQuestion(asked);
        const best = Math.max(...allowed(question).map((open) => reached(question, open)));
        const first = answering(question, { seed: 1 }).next().value;
        expect(first.atMost).toBeGreaterThanOrEqual(best - 1e-4);
        expect(first.reached).toBeLessThanOrEqual(best + 1e-4);
      }),
    );
  });
});

describe('a question of everyone', () => {
  it('takes the fewest sites that brute force finds', () => {
    fc.assert(
      fc.property(randomQuestion('everyone'), (asked) => {
        const { question } = checkQuestion({ ...asked, means: { kind: 'count', count: 0 }, closures: 0 });
        const answer = lastOf(servingEveryone(question, { seed: 1 }));
        const all = new Set([...candidatesOf(question), ...question.existing]);
        const counts = (open: ReadonlySet<number>): number =>
          Array.from(question.people).filter((n, i) => n > 0 && costAt(question, open, i) <= question.limit)
            .length;
        const enough = allowed(question).filter((open) => counts(open) === counts(all));
        const fewest = Math.min(
          ...enough.map((open) => [...open].filter((j) => !question.existing.includes(j)).length),
        );
        expect(answer.count).toBe(fewest);
        expect(counts(new Set(answer.open))).toBe(counts(all));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a question of farthest', () => {
  it('has the least distance that brute force finds', () => {
    fc.assert(
      fc.property(randomQuestion('farthest'), (asked) => {
        const { question } = checkQuestion({ ...asked, closures: 0, limit: 30 });
        const steps = shorteningFarthest(question, { seed: 1 });
        let step = steps.next();
        while (!step.done) step = steps.next();
        const all = new Set([...candidatesOf(question), ...question.existing]);
        const served = Array.from(question.people.length ? Array(question.people.length).keys() : []).filter(
          (i) => (question.people[i] as number) > 0 && costAt(question, all, i) < Infinity,
        );
        const worst = (open: ReadonlySet<number>): number =>
          served.reduce((most, i) => Math.max(most, costAt(question, open, i)), 0);
        const best = Math.min(...allowed(question).map(worst));
        if (served.length === 0) return;
        expect(step.value.farthest).toBe(best);
        expect(step.value.atLeast).toBeLessThanOrEqual(best);
      }),
      { numRuns: 200 },
    );
  });
});

describe('equity', () => {
  it('moves weight to the most fragile and never changes how many people there are', () => {
    const question: SitingQuestion = {
      goal: 'cover',
      means: { kind: 'count', count: 1 },
      people: [100, 60],
      reach: reachOf(2, 2, [
        [0, 0, 1],
        [1, 1, 1],
      ]),
      limit: 5,
      existing: [],
      closable: [],
      closures: 0,
      forced: [],
      forbidden: [],
      equity: { fragility: [1, 9], share: 0 },
    };
    const opens = (share: number): readonly number[] =>
      lastOf(answering({ ...question, equity: { fragility: [1, 9], share } }, { seed: 1 })).opens;
    expect(opens(0)).toEqual([0]);
    expect(opens(1)).toEqual([1]);
    expect(sumOf(weightsOf({ ...question, equity: { fragility: [1, 9], share: 0.4 } }))).toBeCloseTo(160, 9);
  });
});

describe('a bad question', () => {
  const good: SitingQuestion = {
    goal: 'cover',
    means: { kind: 'count', count: 1 },
    people: [10, 20, 30],
    reach: reachOf(3, 3, [
      [0, 0, 1],
      [1, 1, 1],
    ]),
    limit: 5,
    existing: [],
    closable: [],
    closures: 0,
    forced: [],
    forbidden: [],
    equity: null,
  };
  const reasons = (change: Partial<SitingQuestion>): string[] =>
    checkQuestion({ ...good, ...change }).problems.map(({ reason }) => reason);

  it.each([
    ['more sites than candidates', { means: { kind: 'count', count: 9 } }, 'more-sites-than-candidates'],
    ['half a site', { means: { kind: 'count', count: 1.5 } }, 'bad-count'],
    ['nobody', { people: [0, 0, 0] }, 'no-demand'],
    ['people unknown', { people: [Number.NaN, 1, 1] }, 'bad-people'],
    ['forced and forbidden', { forced: [1], forbidden: [1] }, 'forced-and-forbidden'],
    ['forced beyond means', { forced: [0, 1] }, 'forced-beyond-means'],
    [
      'a budget too small',
      { means: { kind: 'budget', prices: [5, 5, 5], budget: 4 } },
      'budget-under-cheapest',
    ],
    ['a price of nothing', { means: { kind: 'budget', prices: [0, 5, 5], budget: 5 } }, 'bad-prices'],
    ['closures without places', { closures: 1 }, 'more-closures-than-closable'],
    ['an island', {}, 'out-of-reach'],
    ['no site', { forbidden: [0, 1, 2] }, 'no-site'],
    ['no limit', { limit: Number.NaN }, 'bad-limit'],
  ] as [string, Partial<SitingQuestion>, string][])(
    'with %s says so and is still answered',
    (_, change, reason) => {
      expect(reasons(change)).toContain(reason);
      const { question } = checkQuestion({ ...good, ...change });
      const answer = lastOf(answering(question, { seed: 1 }));
      expect(answer.proven).toBe(true);
      expect(answer.opens.every((j) => !question.forbidden.includes(j))).toBe(true);
    },
  );

  it('counts who is out of reach', () => {
    expect(checkQuestion(good).problems).toEqual([{ reason: 'out-of-reach', demands: [2], people: 30 }]);
  });
});

describe('a long curve', () => {
  it('opens the most useful first and bends where gains fall', () => {
    const question: SitingQuestion = {
      goal: 'cover',
      means: { kind: 'count', count: 1 },
      people: [100, 90, 5, 4, 3],
      reach: reachOf(
        5,
        5,
        [0, 1, 2, 3, 4].map((i) => [i, i, 0] as const),
      ),
      limit: 1,
      existing: [],
      closable: [],
      closures: 0,
      forced: [],
      forbidden: [],
      equity: null,
    };
    const ordered = inOrder(question, { opens: [4, 2, 0, 3, 1], closes: [] });
    expect(ordered.map(({ site }) => site)).toEqual([0, 1, 2, 3, 4]);
    expect(ordered.map(({ people }) => people)).toEqual([100, 90, 5, 4, 3]);
    expect(kneeOf(curveOf(ordered, 0))).toBe(2);
  });
});
