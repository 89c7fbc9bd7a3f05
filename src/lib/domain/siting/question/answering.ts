import { solving, type SolveOptions, type Solution } from '../solve.ts';
import { sumOf, weightsOf, type SitingQuestion } from './question.ts';
import { instanceOf } from './instance-of.ts';

/** An answer to a question of `cover` or `mean`, and how far it may be from the best. */
export interface SitingAnswer {
  /** Candidates that open, the forced ones included; existing places that close. */
  opens: readonly number[];
  closes: readonly number[];
  /** All that is open in the end. */
  open: readonly number[];
  /**
   * What is reached, weighted as asked: people within the limit (`cover`), or people × distance spared
   * against everybody at the limit (`mean`). And the most that any choice could reach.
   */
  reached: number;
  atMost: number;
  /** (most possible − reached) / most possible: « à x % au plus du meilleur possible ». */
  gap: number;
  proven: boolean;
}

/**
 * Answers a checked question of `cover` or `mean`, better and better: see `solving`. Whoever asks
 * decides when to stop; it ends by itself when proven.
 */
export function* answering(
  question: SitingQuestion,
  options: SolveOptions,
): Generator<SitingAnswer, SitingAnswer> {
  const { instance, sitesFrom, opened } = instanceOf(question);
  const nothing = costOfNothing(question);
  const answer = (solution: Solution): SitingAnswer => {
    const open = [...opened, ...solution.open.map((j) => sitesFrom[j] as number)];
    const isOpen = new Set(open);
    const isThere = new Set(question.existing);
    const opens = open.filter((j) => !isThere.has(j));
    const closed = question.existing.filter((j) => !isOpen.has(j));
    // A place closes for one to open elsewhere: those that nothing took the place of stay.
    const needed = question.means.kind === 'count' ? Math.max(0, opens.length - question.means.count) : 0;
    const closes = closed.slice(0, needed);
    const reached = nothing - solution.cost;
    const atMost = Math.max(reached, Math.min(nothing, nothing - solution.bound));
    return {
      opens,
      closes,
      open: [...open, ...closed.slice(needed)],
      reached,
      atMost,
      gap: atMost > 0 ? (atMost - reached) / atMost : 0,
      proven: solution.proven,
    };
  };
  const steps = solving(instance, options);
  for (;;) {
    const step = steps.next();
    const given = answer(step.value);
    if (step.done) return given;
    yield given;
  }
}

/** What everything costs when nobody is served. */
const costOfNothing = (question: SitingQuestion): number =>
  sumOf(weightsOf(question)) * (question.goal === 'mean' ? question.limit : 1);
