import { findCandidates } from './candidates.ts';
import type { Link } from './clusters.ts';
import { Comparison, type Evidence } from './evidence.ts';
import { likelihoodOf, PROPOSE_FROM } from './likelihood.ts';
import type { Portrait } from './portrait.ts';

/** Two records compared: `strength` is the chance that they are one place. */
export interface ComparedPair extends Link {
  evidence: Evidence;
}

/** Pairs of records of different ids that look enough alike for a person to be asked, or surer. */
export function comparePairs(portraits: readonly Portrait[]): ComparedPair[] {
  const comparison = new Comparison(portraits);
  return findCandidates(portraits).flatMap(([first, second]) => {
    const [a, b] = [portraits[first], portraits[second]];
    if (!a || !b || a.id === b.id) return [];
    const evidence = comparison.of(a, b);
    const strength = likelihoodOf(evidence);
    return strength < PROPOSE_FROM ? [] : [{ first, second, strength, evidence }];
  });
}
