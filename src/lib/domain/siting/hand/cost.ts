import type { HandFrame } from './hand-frame.ts';
import type { HandScenario } from './supply.ts';
import { SpotFinder } from './whereabouts.ts';

/** Euros a year: of a site of its own, of one in the premises of a place, and of each who helps beside. */
export interface HandPrices {
  own: number;
  premises: number;
  helper: number;
}

/**
 * Euros a year of a scenario: each added site, and each who helps there or comes to a place that is kept (less, for
 * one that leaves). What exists has no known cost: closing or moving it gives nothing back. One helps where
 * a place does not say how many. A site that could not be placed costs nothing, as it serves nobody.
 */
export function costOf(
  frame: HandFrame,
  { edits, defaults, located }: HandScenario,
  { own, premises, helper }: HandPrices,
  finder = new SpotFinder(frame),
): number {
  let cost = 0;
  for (const { where, helpers } of edits.added) {
    if (!finder.find(where, located)) continue;
    cost += (where.kind === 'place' ? premises : own) + helper * (helpers ?? defaults.helpers);
  }
  for (const { id, closed, helpers } of edits.places) {
    const rank = finder.place(id);
    if (rank < 0 || closed || helpers === null) continue;
    const known = frame.places.helpers[rank] as number;
    cost += helper * (helpers - (Number.isNaN(known) ? 1 : known));
  }
  return cost;
}
