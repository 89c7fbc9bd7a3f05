import { candidatesOf } from '../question/check.ts';
import { sumOf, weightsOf, type SitingQuestion } from '../question/question.ts';
import type { CapacityInstance } from './question.ts';

/** Why capacities do not allow what is asked, with figures; the answer given is then as near as it can be. */
export type CapacityProblem =
  /** Capacities that are unknown or negative: taken as 0. */
  | { reason: 'bad-capacities'; sites: readonly number[] }
  /** All that may be open together could not serve the people within reach. */
  | { reason: 'capacity-short'; capacity: number; people: number }
  /** Existing places stay when what each can take is counted. */
  | { reason: 'closures-with-capacity' }
  /** What sites can take is counted for the most people only. */
  | { reason: 'capacity-for-cover' };

/**
 * The capacitated instance of a checked question of `cover`, where each site serves no more than its
 * capacity, in people; existing places stay, forced ones open. Serving one person of a demand is worth
 * what one counts for under the equity asked.
 */
export function capacitated(
  question: SitingQuestion,
  capacities: ArrayLike<number>,
): { instance: CapacityInstance; problems: CapacityProblem[] } {
  const { reach, existing, forced, means, limit } = question;
  const people = Float64Array.from(question.people);
  const weights = weightsOf(question);
  const candidates = candidatesOf(question);
  const room = new Float64Array(reach.supplyCount);
  const bad: number[] = [];
  for (const j of [...existing, ...candidates]) {
    const capacity = capacities[j] ?? Number.NaN;
    if (capacity >= 0 && capacity < Infinity) room[j] = capacity;
    else bad.push(j);
  }
  const starts = new Int32Array(people.length + 1);
  const sites: number[] = [];
  let reached = 0;
  for (let i = 0; i < people.length; i++) {
    const before = sites.length;
    for (let k = reach.starts[i] as number; k < (reach.starts[i + 1] as number); k++)
      if ((reach.costs[k] as number) <= limit && (room[reach.supplies[k] as number] as number) > 0)
        sites.push(reach.supplies[k] as number);
    starts[i + 1] = sites.length;
    if (sites.length > before) reached += people[i] as number;
  }
  const prices =
    means.kind === 'count' ? new Float64Array(reach.supplyCount).fill(1) : Float64Array.from(means.prices);
  for (const j of existing) prices[j] = 0;
  const forbidden = new Set(question.forbidden);
  const budget = means.kind === 'count' ? means.count : means.budget;
  // Out of the budget's reach for good.
  for (const j of forbidden) prices[j] = budget + 1;
  const problems: CapacityProblem[] = [];
  if (bad.length > 0) problems.push({ reason: 'bad-capacities', sites: bad });
  const capacity = sumOf(room);
  if (capacity < reached) problems.push({ reason: 'capacity-short', capacity, people: reached });
  return {
    instance: {
      people,
      values: weights.map((weight, i) => ((people[i] as number) > 0 ? weight / (people[i] as number) : 0)),
      starts,
      sites: Int32Array.from(sites),
      capacities: room,
      rule: { prices, budget, kept: null },
      fixed: [...existing, ...forced],
    },
    problems,
  };
}
