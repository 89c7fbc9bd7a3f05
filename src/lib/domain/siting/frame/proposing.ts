import type { CapacityProof } from '../capacity/sharing.ts';
import { answering } from '../question/answering.ts';
import { checkQuestion } from '../question/check.ts';
import { servingEveryone } from '../question/everyone.ts';
import { shorteningFarthest } from '../question/farthest.ts';
import type { SitingQuestion } from '../question/question.ts';
import type { SolveOptions } from '../solve.ts';
import { questionOf, type FrameAsked } from './frame-question.ts';
import { describing, told, type Described, type Proposal } from './proposal.ts';
import { proposingServed } from './proposing-served.ts';
import type { SitingFrame } from './siting-frame.ts';

/** How to search; `shares` proves what sites with capacities can serve at most. */
export interface ProposingOptions extends SolveOptions {
  shares?: CapacityProof;
}

/**
 * Answers what is asked of a frame, better and better: a first proposal at once, then each that is better or
 * nearer to proven. Whoever asks decides when to stop. `null` before the first answer: a turn of work.
 */
export function* proposing(
  frame: SitingFrame,
  asked: FrameAsked,
  options: ProposingOptions,
): Generator<Proposal | null, Proposal> {
  if (asked.capacity !== null && asked.goal === 'cover')
    return yield* proposingServed(frame, asked, asked.capacity, options.shares ?? null);
  const { question, problems } = checkQuestion(questionOf(frame, asked));
  const ignored = asked.capacity === null ? [] : [{ reason: 'capacity-for-cover' } as const];
  const describe = describing(frame, asked, question, [...problems, ...ignored]);
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
