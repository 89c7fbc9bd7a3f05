import { GainHeap } from '../search/gain-heap.ts';
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
  // A gain only falls as others open: what was measured earlier is measured again at the top only.
  const heap = new GainHeap();
  for (const site of opens) heap.push(site, opening.gainOf(site).gain);
  const ordered: Omit<OrderedSite, 'cumulated'>[] = [];
  while (heap.size > 0) {
    const site = heap.top();
    const found = opening.gainOf(site);
    if (found.gain < heap.second()) {
      heap.lower(found.gain);
      continue;
    }
    heap.pop();
    opening.open(site);
    ordered.push({ site, ...found });
  }
  return cumulate(ordered);
}

/** Demands with people that nothing serves within the limit, once the answer is in place. */
export const leftOut = (question: SitingQuestion, open: readonly number[]): number[] =>
  new Opening(question, open).uncovered();

function cumulate(ordered: readonly Omit<OrderedSite, 'cumulated'>[]): OrderedSite[] {
  const total = ordered.reduce((sum, { gain }) => sum + gain, 0);
  let sum = 0;
  return ordered.map((one) => ({ ...one, cumulated: total > 0 ? (sum += one.gain) / total : 0 }));
}
