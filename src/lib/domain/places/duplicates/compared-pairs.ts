import { findingCandidates } from './candidates.ts';
import type { Link } from './clusters.ts';
import { Comparison, type Evidence } from './evidence.ts';
import { likelihoodOf, PROPOSE_FROM } from './likelihood.ts';
import type { Portrait } from './portrait.ts';

/** Two records compared: `strength` is the chance that they are one place. */
export interface ComparedPair extends Link {
  evidence: Evidence;
}

/** Pairs compared before others are given a turn: some milliseconds of work. */
const SLICE = 2_000;

/**
 * Pairs of records of different ids that look enough alike for a person to be asked, or surer; yields
 * after each slice of the work.
 */
export function* comparingPairs(portraits: readonly Portrait[]): Generator<void, ComparedPair[]> {
  const comparison = new Comparison(portraits);
  yield;
  const candidates = yield* findingCandidates(portraits);
  const compared: ComparedPair[] = [];
  for (const [at, [first, second]] of candidates.entries()) {
    if (at % SLICE === 0) yield;
    const [a, b] = [portraits[first], portraits[second]];
    if (!a || !b || a.id === b.id) continue;
    const evidence = comparison.of(a, b);
    const strength = likelihoodOf(evidence);
    if (strength >= PROPOSE_FROM) compared.push({ first, second, strength, evidence });
  }
  return compared;
}
