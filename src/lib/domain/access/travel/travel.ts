import type { Nearest } from '../nearest.ts';
import type { Reach } from '../reach.ts';

/** Travel times from communes to places, from a real source. */
export interface TravelTimes {
  /** Pairs in minutes: demand points are communes in their order, supply points places by rank. */
  reach: Reach;
  /** Pairs that are not given take longer than as many minutes; `null`: they are unknown. */
  most: number | null;
  /**
   * Minutes that areas were drawn for, rising: a time is then that of the least area, and nothing is known
   * between two of them; `null` for true times.
   */
  steps: readonly number[] | null;
}

/** The limit that can be answered: with steps, the greatest that is not past it, or the least there is. */
export const answerableLimit = ({ steps }: Pick<TravelTimes, 'steps'>, limit: number): number =>
  steps === null ? limit : (steps.findLast((step) => step <= limit) ?? steps[0] ?? limit);

/**
 * Minutes from each commune to the nearest place that answers, and its rank. A place of the commune
 * itself (`homes`, by rank) is at nothing. Where no pair is given: further than `most` (`Infinity`) when
 * the source says so, else unknown (NaN), for a matrix with holes says nothing of what is in them.
 */
export function nearestInTime(
  { reach, most }: TravelTimes,
  answers: Uint8Array,
  homes: ArrayLike<number>,
): Nearest {
  const { starts, supplies, costs } = reach;
  const count = starts.length - 1;
  const distances = new Float64Array(count).fill(Number.NaN);
  const indices = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    const from = starts[i] as number;
    const to = starts[i + 1] as number;
    // A commune that the source never speaks of is unknown, whatever it says of the others.
    if (from < to && most !== null) distances[i] = Number.POSITIVE_INFINITY;
    let complete = most !== null;
    for (let at = from; at < to; at++) {
      const place = supplies[at] as number;
      if (answers[place] !== 1) continue;
      const minutes = costs[at] as number;
      if (indices[i] === -1 || minutes < (distances[i] as number)) {
        distances[i] = minutes;
        indices[i] = place;
      }
      complete = true;
    }
    if (!complete) distances[i] = Number.NaN;
  }
  for (let place = 0; place < answers.length; place++) {
    const home = homes[place] as number;
    if (answers[place] !== 1 || home < 0) continue;
    distances[home] = 0;
    indices[home] = place;
  }
  return { distances, indices };
}

/** The pairs of the places that answer, numbered anew in the order of their ranks: a supply side like another. */
export function reachToAnswering({ reach }: TravelTimes, ranks: ArrayLike<number>): Reach {
  const numbers = new Int32Array(reach.supplyCount).fill(-1);
  for (let k = 0; k < ranks.length; k++) numbers[ranks[k] as number] = k;
  const starts = new Int32Array(reach.starts.length);
  const supplies: number[] = [];
  const costs: number[] = [];
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let at = reach.starts[i] as number; at < (reach.starts[i + 1] as number); at++) {
      const number = numbers[reach.supplies[at] as number] as number;
      if (number < 0) continue;
      supplies.push(number);
      costs.push(reach.costs[at] as number);
    }
    starts[i + 1] = supplies.length;
  }
  return {
    ...reach,
    starts,
    supplies: Int32Array.from(supplies),
    costs: Float32Array.from(costs),
    supplyCount: ranks.length,
  };
}
