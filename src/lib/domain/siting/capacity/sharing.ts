import { respects } from '../model/instance.ts';
import { sumOf } from '../question/question.ts';
import { serve, type Serving } from './serving.ts';
import type { CapacityInstance } from './question.ts';

/** Sites under capacity, what they serve, and the most that any could. */
export interface CapacityAnswer {
  open: readonly number[];
  value: number;
  atMost: number;
  proven: boolean;
}

/** Sites tried between two looks at the clock. */
const TRIES_A_TURN = 16;

/** A solver that proves: better sites if it met some, and a bound of what any can serve; null while it is not there yet. */
export type CapacityProof = (
  instance: CapacityInstance,
  value: number,
) => { open: readonly number[] | null; atMost: number } | null;

/**
 * Answers a capacitated instance: greedy, the site that adds the most by unit of price again and again
 * (what sites can serve is submodular: at least 63 % of the best for a number of sites), then swaps while
 * one is better, then the proof of an exact solver if one is given. Yields as it improves.
 */
export function* sharing(
  instance: CapacityInstance,
  proof: CapacityProof | null = null,
): Generator<CapacityAnswer, CapacityAnswer> {
  let open = openGreedily(instance);
  let value = serve(instance, open).value;
  let atMost = quickBound(instance);
  const answer = (): CapacityAnswer => ({
    open,
    value,
    atMost: Math.max(value, atMost),
    proven: value >= atMost - 1e-6 * Math.max(1, atMost),
  });
  yield answer();
  while (!answer().proven) {
    const better = yield* improve(instance, open, value, answer);
    if (!better) break;
    open = better;
    value = serve(instance, open).value;
    yield answer();
  }
  while (proof && !answer().proven) {
    const proved = proof(instance, value);
    if (!proved) {
      yield answer();
      continue;
    }
    atMost = Math.min(atMost, proved.atMost);
    if (proved.open) {
      open = [...proved.open];
      value = serve(instance, open).value;
    }
    break;
  }
  return answer();
}

/** The first opening, or swap, found that serves more; null when none does. */
function* improve(
  instance: CapacityInstance,
  open: readonly number[],
  value: number,
  answer: () => CapacityAnswer,
): Generator<CapacityAnswer, number[] | null> {
  const isOpen = new Set(open);
  const fixed = new Set(instance.fixed);
  const alone = soloValues(instance);
  const enough = value + 1e-6 * Math.max(1, value);
  for (const closes of [-1, ...open.filter((j) => !fixed.has(j))]) {
    yield answer();
    const kept = open.filter((j) => j !== closes);
    const serving = serve(instance, kept);
    let turn = 0;
    for (let j = 0; j < instance.capacities.length; j++) {
      if (isOpen.has(j) || serving.value + (alone[j] as number) <= enough) continue;
      if (!respects(instance.rule, [...kept, j])) continue;
      const tried = serving.copy();
      tried.open(j);
      if (tried.value > enough) return [...kept, j];
      if (++turn % TRIES_A_TURN === 0) yield answer();
    }
  }
  return null;
}

function openGreedily(instance: CapacityInstance): number[] {
  const { rule, capacities, fixed } = instance;
  const isFixed = new Set(fixed);
  const open = [...fixed];
  const priceOf = (j: number): number => rule.prices[j] as number;
  let left = rule.budget - fixed.reduce((sum, j) => sum + priceOf(j), 0);
  const serving = serve(instance, open);
  const alone = soloValues(instance);
  // What a site was last seen to add is the most that it can add later.
  const known = Array.from(capacities.keys())
    .filter((j) => !isFixed.has(j))
    .map((j) => ({ j, gain: (alone[j] as number) / priceOf(j) }));
  for (;;) {
    const best = dearest(known, serving, (j) => (priceOf(j) > left + 1e-9 ? Infinity : priceOf(j)));
    if (!best) return open;
    open.push(best.j);
    left -= priceOf(best.j);
    serving.open(best.j);
    known.splice(known.indexOf(best), 1);
  }
}

interface Known {
  j: number;
  /** The most that it may add, by unit of price. */
  gain: number;
}

/** The site that adds the most by unit of price, measured again as far as need be; null when none adds anything. */
function dearest(known: Known[], serving: Serving, priceOf: (j: number) => number): Known | null {
  known.sort((a, b) => b.gain - a.gain || a.j - b.j);
  let best: Known | null = null;
  for (const one of known) {
    if (best && one.gain <= best.gain) break;
    const price = priceOf(one.j);
    if (price === Infinity) continue;
    one.gain = serving.copy().open(one.j) / price;
    if (!best || one.gain > best.gain) best = one;
  }
  return best && best.gain > 1e-9 ? best : null;
}

/** A site with what it adds to those before it: value, and people served. */
export interface ServedSite {
  site: number;
  gain: number;
  people: number;
}

/** Sites in the order of what each adds to those before it, once some are there. */
export function inServedOrder(
  instance: CapacityInstance,
  there: readonly number[],
  opens: readonly number[],
): ServedSite[] {
  const serving = serve(instance, there);
  let served = sumOf(serving.flows);
  const known = opens.map((j) => ({ j, gain: Infinity }));
  const ordered = [];
  while (known.length > 0) {
    const best = dearest(known, serving, () => 1) ?? (known[0] as Known);
    const gain = serving.open(best.j);
    const after = sumOf(serving.flows);
    ordered.push({ site: best.j, gain, people: after - served });
    served = after;
    known.splice(known.indexOf(best), 1);
  }
  return ordered;
}

/** What each site would serve alone: the worthiest of those in its reach, up to its capacity. */
function soloValues(instance: CapacityInstance): Float64Array {
  const { people, values, starts, sites, capacities } = instance;
  const order = Array.from(people.keys()).sort(
    (a, b) => (values[b] as number) - (values[a] as number) || a - b,
  );
  const left = capacities.slice();
  const alone = new Float64Array(capacities.length);
  for (const i of order)
    for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
      const j = sites[k] as number;
      const taken = Math.min(left[j] as number, people[i] as number);
      (left[j] as number) -= taken;
      (alone[j] as number) += taken * (values[i] as number);
    }
  return alone;
}

/**
 * The least of two bounds: everybody in reach of a site; what the best sites would serve alone, whole
 * prices aside (the last one in part).
 */
function quickBound(instance: CapacityInstance): number {
  const { people, values, starts, rule, fixed } = instance;
  let everybody = 0;
  for (let i = 0; i < people.length; i++)
    if ((starts[i] as number) < (starts[i + 1] as number))
      everybody += (people[i] as number) * (values[i] as number);
  const alone = soloValues(instance);
  const priceOf = (j: number): number => rule.prices[j] as number;
  let best = fixed.reduce((sum, j) => sum + (alone[j] as number), 0);
  let left = rule.budget - fixed.reduce((sum, j) => sum + priceOf(j), 0);
  const rest = Array.from(alone.keys()).filter((j) => !fixed.includes(j));
  rest.sort((a, b) => (alone[b] as number) / priceOf(b) - (alone[a] as number) / priceOf(a));
  for (const j of rest) {
    const share = Math.min(1, left / priceOf(j));
    if (share <= 0) break;
    best += share * (alone[j] as number);
    left -= share * priceOf(j);
  }
  return Math.min(everybody, best);
}
