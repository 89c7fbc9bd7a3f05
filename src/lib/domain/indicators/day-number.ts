/** Days are held as whole days since 1 January 1970: they sort, and any whole number is one. */
const DAY = 86_400_000;

/** The number of a day written 2028-01-31; `null` when it is no day. */
export function dayNumber(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : time / DAY;
}

/** The day of a number: 2028-01-31. */
export const isoOfDay = (day: number): string => new Date(Math.round(day) * DAY).toISOString().slice(0, 10);
