import type { CostUnit } from '../../access/reach.ts';
import type { CapacityProblem } from '../capacity/instance-of.ts';
import { checkQuestion, type SitingProblem } from '../question/check.ts';
import { curveOf, kneeOf, type CurvePoint } from '../question/curve.ts';
import { inOrder, leftOut, type OrderedSite } from '../question/order.ts';
import type { SitingQuestion } from '../question/question.ts';
import { priceOf, questionOf, type FrameAsked } from './frame-question.ts';
import type { SitingFrame } from './siting-frame.ts';

/** How a demand point stands; `unknown` where its people are. */
export const STANDINGS = ['before', 'gained', 'left', 'unknown'] as const;

/** Why a question was not answered as asked, with the number of communes that it speaks of. */
export type FrameProblem = (SitingProblem | CapacityProblem) & { communes: number };

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
  /** Whether people are those accompanied within what sites can take, rather than those within the limit. */
  served: boolean;
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

/** What a search found, before it is told in people. */
export interface Answered {
  opens: readonly number[];
  open: readonly number[];
  proven: boolean;
}

/** What a search found, and how far it may be from the best. */
export type Described = Answered & Pick<Proposal, 'closes' | 'gap' | 'farthest' | 'fewest'>;

/** Problems as a page tells them: it needs how many, not which. */
export const problemsOf = (
  { demand }: SitingFrame,
  problems: readonly (SitingProblem | CapacityProblem)[],
): FrameProblem[] =>
  problems.map((problem) =>
    'demands' in problem
      ? {
          ...problem,
          demands: [],
          communes: new Set(problem.demands.map((at) => demand.communes[at])).size,
        }
      : { ...problem, communes: 0 },
  );

/** Tells what a search finds of a frame in people: in order, with what each site adds and what is left. */
export function describing(
  frame: SitingFrame,
  asked: FrameAsked,
  solved: SitingQuestion,
  problems: readonly (SitingProblem | CapacityProblem)[],
): (answer: Described) => Proposal {
  // Whatever the goal, « within reach » is within the limit asked.
  const question = { ...solved, limit: asked.limit };
  const communesOf = (points: readonly number[]): number =>
    new Set(points.map((at) => frame.demand.communes[at])).size;
  const told = problemsOf(frame, problems);
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
      served: false,
      left: { communes: communesOf(left), people },
      standing: Uint8Array.from(standing),
      curve,
      knee: kneeOf(curve),
    };
  };
}

/** Tells what changes only: most turns find nothing new to describe. */
export function* told<Answer extends Pick<Answered, 'open'>>(
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

/** Sites chosen elsewhere, told in people as a proposal's are: what they bring does not say how near they are to the best. */
export function proposalOfSites(
  frame: SitingFrame,
  asked: FrameAsked,
  { opens, closes }: { opens: readonly number[]; closes: readonly number[] },
): Omit<Proposal, 'gap' | 'proven' | 'farthest' | 'fewest'> {
  const { question, problems } = checkQuestion(questionOf(frame, asked));
  const closed = new Set(closes);
  const open = [...question.existing.filter((j) => !closed.has(j)), ...opens];
  const {
    gap: _gap,
    proven: _proven,
    farthest: _farthest,
    fewest: _fewest,
    ...rest
  } = describing(
    frame,
    asked,
    question,
    problems,
  )({ opens, closes, open, gap: Number.NaN, proven: false, farthest: null, fewest: null });
  return rest;
}
