import { openGreedily } from '../search/lazy-greedy.ts';
import { candidatesOf } from './check.ts';
import { instanceOf } from './instance-of.ts';
import { Opening } from './opening.ts';
import type { SitingQuestion } from './question.ts';

/** A site of an answer, in the order in which to open it. */
export interface OrderedSite {
  site: number;
  /** What it adds to those before it, weighted as asked (people; people × distance spared). */
  gain: number;
  /** People, as counted and not weighted, that it brings within the limit and nobody did before. */
  people: number;
  /** Share of everything reached in the end, this one included. */
  cumulated: number;
}

/**
 * The sites that open, in the order of what each adds to those before it: the most useful first, so that
 * a territory that stops halfway has opened the best of them. What exists and stays is counted before.
 */
export function inOrder(
  question: SitingQuestion,
  { opens, closes }: { opens: readonly number[]; closes: readonly number[] },
): OrderedSite[] {
  const closed = new Set(closes);
  const opening = new Opening(
    question,
    question.existing.filter((j) => !closed.has(j)),
  );
  const left = new Set(opens);
  const ordered: Omit<OrderedSite, 'cumulated'>[] = [];
  while (left.size > 0) {
    let best: Omit<OrderedSite, 'cumulated'> | null = null;
    for (const site of left) {
      const found = opening.gainOf(site);
      if (!best || found.gain > best.gain || (found.gain === best.gain && site < best.site))
        best = { site, ...found };
    }
    if (!best) break;
    left.delete(best.site);
    opening.open(best.site);
    ordered.push(best);
  }
  return cumulate(ordered);
}

/** Demands with people that nothing serves within the limit, once the answer is in place. */
export const leftOut = (question: SitingQuestion, open: readonly number[]): number[] =>
  new Opening(question, open).uncovered();

/** The same, for candidates opened greedily up to `most`, past those asked for: a long curve. */
export function greedyOrder(question: SitingQuestion, most: number): OrderedSite[] {
  const count = Math.min(most, candidatesOf(question).length);
  const asked: SitingQuestion = {
    ...question,
    means: { kind: 'count', count },
    closable: [],
    closures: 0,
    forced: [],
  };
  const { instance, sitesFrom } = instanceOf(asked);
  const opens = openGreedily(instance).open.map((j) => sitesFrom[j] as number);
  const opening = new Opening(question, question.existing);
  return cumulate(
    opens.map((site) => {
      const found = { site, ...opening.gainOf(site) };
      opening.open(site);
      return found;
    }),
  );
}

function cumulate(ordered: readonly Omit<OrderedSite, 'cumulated'>[]): OrderedSite[] {
  const total = ordered.reduce((sum, { gain }) => sum + gain, 0);
  let sum = 0;
  return ordered.map((one) => ({ ...one, cumulated: total > 0 ? (sum += one.gain) / total : 0 }));
}
