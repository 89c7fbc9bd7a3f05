import { weekHours } from './opening-week.ts';
import type { Place } from './place.ts';

/** What a place gives a week: its hours of help, else its hours of opening times those who help; `null` when unknown. */
export const hoursOf = ({
  week,
  helpers,
  helpHours,
}: Pick<Place, 'week' | 'helpers' | 'helpHours'>): number | null =>
  helpHours ?? (week === null ? null : weekHours(week) * (helpers ?? 1));

/** What places give, one number each. */
export interface Capacity {
  given: Float64Array;
  /** How many of them do not say it. */
  unknown: number;
  /** What stands for those that do not say: the median of the others; NaN when nobody says. */
  median: number;
}

/** Each place as much as another. */
export const placesAsOne = (count: number): Capacity => ({
  given: new Float64Array(count).fill(1),
  unknown: 0,
  median: 1,
});

/** Hours a week, NaN where unknown: those take the median of the others. */
export function hoursGiven(hours: Float64Array): Capacity {
  const known = hours.filter((one) => !Number.isNaN(one)).sort();
  const median = known[Math.floor(known.length / 2)] ?? Number.NaN;
  return {
    given: hours.map((one) => (Number.isNaN(one) ? median : one)),
    unknown: hours.length - known.length,
    median,
  };
}
