import type { Week } from '#lib/domain/places/opening-week.ts';

const HOUR = 60;

/** « 9 h », « 13 h 30 », « 24 h » at the end of a day, with no-break spaces. */
function writeMinute(minute: number): string {
  const rest = minute % HOUR;
  return `${Math.floor(minute / HOUR)}\u00a0h${rest === 0 ? '' : `\u00a0${String(rest).padStart(2, '0')}`}`;
}

/** The openings of each day, Monday first, in words; a day without any is empty. */
export const weekRows = (week: Week): string[][] =>
  Array.from({ length: 7 }, (_, day) =>
    week
      .filter((opening) => opening.day === day)
      .map(({ from, to }) => `${writeMinute(from)}–${writeMinute(to)}`),
  );
