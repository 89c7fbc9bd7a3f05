/** How often sources are asked whether there is something new. */
export const RHYTHMS = ['night', 'week', 'month'] as const;

export type Rhythm = (typeof RHYTHMS)[number];

/** When to ask: every night, every Monday or every first of the month, at an hour of Paris. */
export interface Schedule {
  every: Rhythm;
  /** 0 to 23. */
  hour: number;
}

export const isRhythm = (text: string): text is Rhythm => (RHYTHMS as readonly string[]).includes(text);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const parisian = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** What clocks show in Paris, written as if it were UTC. */
function clockOf(date: Date): number {
  const part = Object.fromEntries(
    parisian.formatToParts(date).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  );
}

const IS_DAY: Readonly<Record<Rhythm, (day: Date) => boolean>> = {
  night: () => true,
  week: (day) => day.getUTCDay() === 1,
  month: (day) => day.getUTCDate() === 1,
};

/**
 * Whether an hour of the schedule went by since the last time. A server that was off then asks once it is
 * back; when clocks move, an hour is not asked twice.
 */
export function isDue({ every, hour }: Schedule, last: Date, now: Date): boolean {
  const clock = clockOf(now);
  let day = Math.floor(clock / DAY_MS) * DAY_MS;
  if (day + hour * HOUR_MS > clock) day -= DAY_MS;
  while (!IS_DAY[every](new Date(day))) day -= DAY_MS;
  return clockOf(last) < day + hour * HOUR_MS;
}
