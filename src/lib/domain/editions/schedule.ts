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
 * Whether an hour of the schedule went by since the last time, however long ago; when clocks move, an hour is
 * not asked twice.
 */
export function isDue({ every, hour }: Schedule, last: Date, now: Date): boolean {
  const clock = clockOf(now);
  let day = Math.floor(clock / DAY_MS) * DAY_MS;
  if (day + hour * HOUR_MS > clock) day -= DAY_MS;
  while (!IS_DAY[every](new Date(day))) day -= DAY_MS;
  return clockOf(last) < day + hour * HOUR_MS;
}

/** What became of the turns of a schedule. */
export interface Turns {
  /** When the last one that went to its end began, or when the schedule was set. */
  last: Date;
  /** When one that did not go to its end last began. */
  tried: Date | null;
  /** How often that one began. */
  tries: number;
}

/** A turn that was cut short is begun again no sooner than this. */
const AGAIN_MS = HOUR_MS / 2;

/** A turn that was cut short this often is left: the next one comes at its hour. */
const MOST_TRIES = 4;

/**
 * How often the turn of a schedule will have begun when it begins now; `null` when it must not. One that was
 * cut short begins again after a while, a few times.
 */
export function nextTry(schedule: Schedule, { last, tried, tries }: Turns, now: Date): number | null {
  if (!isDue(schedule, last, now)) return null;
  if (tried === null || isDue(schedule, tried, now)) return 1;
  return tries < MOST_TRIES && now.getTime() - tried.getTime() >= AGAIN_MS ? tries + 1 : null;
}
