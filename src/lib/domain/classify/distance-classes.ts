import { classOf } from './breaks.ts';
import { classOfCode, UNCLASSED, type Classification } from './classification.ts';

/** Limits in kilometres, the same whatever the filter, so that two maps can be compared. */
export const DISTANCE_LIMITS = [2, 5, 10, 20, 30] as const;

/**
 * Distances in metres cut by `DISTANCE_LIMITS`. Classes stand even when empty; a territory without a
 * centre (NaN) is absent; without any place (`Infinity`) it is in the furthest class.
 */
export function classifyDistances(distances: ArrayLike<number>): Classification {
  const codes = new Uint8Array(distances.length);
  const counts = new Array<number>(DISTANCE_LIMITS.length + 1).fill(0);
  let absent = 0;
  let least = Infinity;
  let greatest = 0;
  for (let i = 0; i < codes.length; i++) {
    const kilometres = (distances[i] as number) / 1000;
    if (Number.isNaN(kilometres)) {
      codes[i] = UNCLASSED.absent;
      absent++;
      continue;
    }
    const at = classOf(kilometres, DISTANCE_LIMITS);
    codes[i] = at;
    counts[at] = (counts[at] as number) + 1;
    least = Math.min(least, kilometres);
    if (Number.isFinite(kilometres)) greatest = Math.max(greatest, kilometres);
  }
  return {
    codes,
    breaks: [...DISTANCE_LIMITS],
    own: null,
    range: Number.isFinite(least) ? [least, greatest] : null,
    counts,
    estimated: 0,
    unclassed: { secret: 0, absent, incomplete: 0 },
    histogram: null,
  };
}

/** Sums the people of the territories in each class of a classification; unknown counts are 0 people. */
export function peopleByClass(codes: Uint8Array, people: ArrayLike<number>, classes: number): number[] {
  const sums = new Array<number>(classes).fill(0);
  for (let i = 0; i < codes.length; i++) {
    const at = classOfCode(codes[i] as number);
    const count = people[i] as number;
    if (at !== null && at < classes && count > 0) sums[at] = (sums[at] as number) + count;
  }
  return sums;
}
