import type { CostUnit } from '../../access/reach.ts';
import { answering } from '../question/answering.ts';
import { checkQuestion, type SitingProblem } from '../question/check.ts';
import { curveOf, kneeOf, type CurvePoint } from '../question/curve.ts';
import { servingEveryone } from '../question/everyone.ts';
import { shorteningFarthest } from '../question/farthest.ts';
import { inOrder, leftOut, type OrderedSite } from '../question/order.ts';
import type { SitingQuestion } from '../question/question.ts';
import type { SolveOptions } from '../solve.ts';
import { priceOf, questionOf, type FrameAsked } from './frame-question.ts';
import type { SitingFrame } from './siting-frame.ts';

/** How a demand point stands; `unknown` where its people are. */
export const STANDINGS = ['before', 'gained', 'left', 'unknown'] as const;

/** Why a question was not answered as asked, with the number of communes that it speaks of. */
export type FrameProblem = SitingProblem & { communes: number };

/** A site of a proposal, in the order in which to open it. */
export interface ProposedSite extends OrderedSite {
  /** Euros a year. */
  price: number;
}

/** Where to open, and how far it may be from the best. */
export interface Proposal {
  sites: ProposedSite[];
  /** Existing places that close. */
  closes: readonly number[];
  problems: readonly FrameProblem[];
  /** People of the group looked at, those within the limit before, and with the proposal. */
  people: { all: number; before: number; after: number };
  /** Communes and people that nothing serves within the limit in the end. */
  left: { communes: number; people: number };
  /** Each demand point: within the limit before, thanks to the proposal, not at all, or unknown (`STANDINGS`). */
  standing: Uint8Array;
  /** Within as much of the best possible, 0 to 1; 0 once proven; 1 while somebody is not reached at all. */
  gap: number;
  proven: boolean;
  /** Metres or minutes, as costs are counted. */
  unit: CostUnit;
  /**
   * Cost of the one served worst, the least there may be, and the greatest that was looked at; `null` for
   * another goal.
   */
  farthest: { cost: number; atLeast: number; most: number } | null;
  /** The fewest sites there may be; `null` for another goal. */
  fewest: number | null;
  /** People reached by number of sites opened, and where the curve bends. */
  curve: CurvePoint[];
  knee: number;
}

/**
 * Answers what is asked of a frame, better and better: a first proposal at once, then each that is better or
 * nearer to proven. Whoever asks decides when to stop. `null` before the first answer: a turn of work.
 */
export function* proposing(
  frame: SitingFrame,
  asked: FrameAsked,
  options: SolveOptions,
): Generator<Proposal | null, Proposal> {
  const { question, problems } = checkQuestion(questionOf(frame, asked));
  const describe = describing(frame, asked, question, problems);
  switch (question.goal) {
    case 'cover':
    case 'mean':
      return yield* told(answering(question, options), ({ opens, closes, open, gap, proven }) =>
        describe({ opens, closes, open, gap, proven, farthest: null, fewest: null }),
      );
    case 'everyone':
      return yield* told(servingEveryone(question, options), ({ opens, open, count, atLeast, proven }) =>
        describe({
          opens,
          open,
          closes: [],
          proven,
          gap: count > 0 ? (count - atLeast) / count : 0,
          farthest: null,
          fewest: atLeast,
        }),
      );
    case 'farthest':
      return yield* shortening(question, options, describe);
  }
}

/** Shortens the farthest; where too few sites can open to reach everyone, they reach the most people. */
function* shortening(
  question: SitingQuestion,
  options: SolveOptions,
  describe: (answer: Described) => Proposal,
): Generator<Proposal | null, Proposal> {
  const last = yield* told(
    shorteningFarthest(question, options),
    ({ opens, open, farthest, atLeast, proven }) => {
      const reached = Number.isFinite(farthest);
      return describe({
        opens,
        open,
        closes: [],
        proven: proven && reached,
        gap: !reached ? 1 : farthest > 0 ? (farthest - atLeast) / farthest : 0,
        farthest: { cost: farthest, atLeast, most: question.limit },
        fewest: null,
      });
    },
  );
  if (last.farthest && Number.isFinite(last.farthest.cost)) return last;
  return yield* told(answering({ ...question, goal: 'cover' }, options), ({ opens, open, proven }) =>
    describe({ opens, open, closes: [], proven, gap: 1, farthest: last.farthest, fewest: null }),
  );
}

interface Answered {
  opens: readonly number[];
  open: readonly number[];
  proven: boolean;
}

/** Tells what changes only: most turns find nothing new to describe. */
function* told<Answer extends Answered>(
  answers: Generator<Answer, Answer>,
  describe: (answer: Answer) => Proposal,
): Generator<Proposal | null, Proposal> {
  let last: { key: string; proposal: Proposal } | null = null;
  for (;;) {
    const { value, done } = answers.next();
    const { open, ...rest } = value;
    const key = JSON.stringify([open.length, rest]);
    const proposal: Proposal = last?.key === key ? last.proposal : describe(value);
    if (done) return proposal;
    yield last?.key === key ? null : proposal;
    last = { key, proposal };
  }
}

type Described = Answered & Pick<Proposal, 'closes' | 'gap' | 'farthest' | 'fewest'>;

function describing(
  frame: SitingFrame,
  asked: FrameAsked,
  solved: SitingQuestion,
  problems: readonly SitingProblem[],
): (answer: Described) => Proposal {
  // Whatever the goal, « within reach » is within the limit asked.
  const question = { ...solved, limit: asked.limit };
  const communesOf = (points: readonly number[]): number =>
    new Set(points.map((at) => frame.demand.communes[at])).size;
  const told = problems.map((problem): FrameProblem =>
    // The page needs how many, not which.
    'demands' in problem
      ? { ...problem, demands: [], communes: communesOf(problem.demands) }
      : { ...problem, communes: 0 },
  );
  const sumAt = (points: readonly number[]): number =>
    points.reduce((sum, at) => sum + (question.people[at] as number), 0);
  const all = sumAt(Array.from(frame.demand.people.keys()));
  const leftBefore = leftOut(question, question.existing);
  const before = all - sumAt(leftBefore);
  return ({ opens, open, ...answer }) => {
    const ordered = inOrder(question, { opens, closes: answer.closes });
    const left = leftOut(question, open);
    const people = sumAt(left);
    const standing = frame.demand.people.map((one) =>
      STANDINGS.indexOf(Number.isNaN(one) ? 'unknown' : 'before'),
    );
    for (const at of leftBefore) standing[at] = STANDINGS.indexOf('gained');
    for (const at of left) standing[at] = STANDINGS.indexOf('left');
    const stays = question.existing.filter((j) => !answer.closes.includes(j));
    const from = answer.closes.length > 0 ? all - sumAt(leftOut(question, stays)) : before;
    const curve = curveOf(
      ordered.map((one) => ({ ...one, gain: one.people })),
      from,
    );
    return {
      ...answer,
      sites: ordered.map((one) => ({ ...one, price: priceOf(frame, one.site, asked) })),
      unit: question.reach.unit,
      problems: told,
      people: { all, before, after: all - people },
      left: { communes: communesOf(left), people },
      standing: Uint8Array.from(standing),
      curve,
      knee: kneeOf(curve),
    };
  };
}
