import { formatIsoDate } from '../../../format/date.ts';
import type { Edition } from '../adapter.ts';

/** The edition of a file whose rows bear a day: the latest of them; `undefined` when none is one. */
export function editionOfDays(days: readonly string[]): Edition | undefined {
  const latest = days
    .map((day) => day.trim().slice(0, 10))
    .filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
    .reduce((last, day) => (day > last ? day : last), '');
  return latest === '' ? undefined : { label: formatIsoDate(latest), year: latest.slice(0, 4) };
}

/** The edition of a file named after a quarter: « 2026_T1 », « 2026T2 »; `undefined` otherwise. */
export function editionOfQuarter(name: string): Edition | undefined {
  const [, year, quarter] = /(20\d\d)[_-]?T([1-4])/i.exec(name) ?? [];
  return year && quarter ? { label: `T${quarter} ${year}`, year: `T${quarter} ${year}` } : undefined;
}
