/* How lengths of time, clocks and decimals are read from an address or a form; `undefined` when not understood. */

/** Hours of a day, and of a stop. */
const HOURS = { least: 0.25, most: 24 } as const;

/** A number with a comma or a point, between two bounds. */
export function readDecimal(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,3}([.,]\d{1,3})?$/.test(text.trim()) ? Number(text.replace(',', '.')) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** Hours as « 2,5 », « 2.5 » or « 2h30 », in minutes; from a quarter of an hour to a day. */
export function readHours(text: string): number | undefined {
  const [, whole = '', part = '0'] = /^(\d{1,2})\s*h\s*([0-5]?\d)?$/i.exec(text.trim()) ?? [];
  const hours = whole === '' ? readDecimal(text, HOURS.least, HOURS.most) : Number(whole) + Number(part) / 60;
  const known = hours !== undefined && hours >= HOURS.least && hours <= HOURS.most;
  return known ? Math.round(60 * hours) : undefined;
}

/** Minutes as hours, « 2.5 »: what `readHours` reads back. */
export const writeHours = (minutes: number): string => String(Math.round((minutes / 60) * 1_000) / 1_000);

/** « 08:30 » or « 8h30 », in minutes after midnight. */
export function readClock(text: string): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2})\s*[:h]\s*([0-5]\d)?$/i.exec(text.trim()) ?? [];
  const clock = hours === undefined ? Number.NaN : 60 * Number(hours) + Number(minutes);
  return clock < 24 * 60 ? clock : undefined;
}

/** A clock as a field of a form takes it: « 08:30 ». */
export const writeClock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
