import { RandomStream } from '../../random/stream.ts';
import type { SitingInstance } from '../model/instance.ts';
import { Assignment } from './assignment.ts';
import { Interchange } from './interchange.ts';

/** Swaps drawn at random before a descent: from one to this many, one more each time in vain. */
const MOST_SHAKES = 12;
/** Pairs read between two turns: some milliseconds of work. */
const EFFORT = 1_000_000;

/** The best sites met so far and their cost, the instance's offset included. */
export interface Found {
  open: readonly number[];
  cost: number;
}

/**
 * Variable neighbourhood search (Hansen and Mladenović 1997): from the best, some swaps at random near one
 * another or anywhere, then a descent by interchange; further each time that nothing better is found.
 * Never ends by itself: yields the best after each slice of work.
 */
export function* searchNeighbourhoods(
  instance: SitingInstance,
  start: readonly number[],
  seed: number,
): Generator<Found, never> {
  const stream = new RandomStream(seed, 1);
  const { lists, rule, offset } = instance;
  const assignment = new Assignment(lists, start);
  const interchange = new Interchange(assignment, rule);
  let best: Found = { open: [...start], cost: offset + assignment.cost };
  for (let shakes = 0; ; shakes = shakes >= MOST_SHAKES ? 1 : shakes + 1) {
    for (let shake = 0; shake < shakes; shake++) {
      const opens =
        stream.next() < 0.5 ? nearOpen(assignment, stream) : stream.below(Math.max(1, lists.siteCount));
      if (opens < 0 || opens >= lists.siteCount || assignment.isOpen[opens]) continue;
      // The one that costs least to close for it: a shake that a descent does not just undo.
      const swap = interchange.bestFor(opens);
      if (Number.isFinite(swap.change)) interchange.apply(swap);
    }
    for (const _ of interchange.descend(stream, EFFORT)) yield best;
    const cost = offset + assignment.cost;
    if (cost < best.cost - 1e-9 * Math.max(1, Math.abs(best.cost))) {
      best = { open: [...assignment.open], cost };
      shakes = 0;
    } else if (cost > best.cost) {
      assignment.goTo(best.open);
      interchange.refresh();
    }
    yield best;
  }
}

/** A site that serves a demand of an open site, both drawn; −1 without. */
function nearOpen({ lists, open }: Assignment, stream: RandomStream): number {
  if (open.length === 0) return -1;
  const r = open[stream.below(open.length)] as number;
  const size = (lists.siteStarts[r + 1] as number) - (lists.siteStarts[r] as number);
  if (size === 0) return -1;
  const i = lists.demands[(lists.siteStarts[r] as number) + stream.below(size)] as number;
  return lists.sites[
    (lists.starts[i] as number) + stream.below((lists.starts[i + 1] as number) - (lists.starts[i] as number))
  ] as number;
}
