/** Days of a week, Monday first. */
export const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** One opening: day 0 (Monday) to 6, minutes since midnight; `to` is after `from` and at most 1,440. */
export interface Opening {
  day: number;
  from: number;
  to: number;
}

/** The openings of an ordinary week, by day then hour; they never overlap. */
export type Week = readonly Opening[];

const DAY_MINUTES = 1_440;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/**
 * The week that spans of time make, in minutes since Monday midnight (`to` after `from`, any length):
 * cut at midnight, those of a day that meet or overlap made one, what runs past Sunday said of Monday.
 */
export function weekOf(spans: readonly { from: number; to: number }[]): Opening[] {
  const parts = spans.flatMap(({ from, to }) => {
    const last = Math.min(to, from + WEEK_MINUTES);
    const days = [];
    for (let start = from; start < last; start = (Math.floor(start / DAY_MINUTES) + 1) * DAY_MINUTES) {
      const midnight = Math.floor(start / DAY_MINUTES) * DAY_MINUTES;
      const day = (((midnight / DAY_MINUTES) % 7) + 7) % 7;
      days.push({ day, from: start - midnight, to: Math.min(last - midnight, DAY_MINUTES) });
    }
    return days;
  });
  parts.sort((a, b) => a.day - b.day || a.from - b.from);
  const week: Opening[] = [];
  for (const part of parts) {
    const last = week.at(-1);
    if (last && last.day === part.day && part.from <= last.to) last.to = Math.max(last.to, part.to);
    else week.push({ ...part });
  }
  return week;
}

/** Moments that people who work, study or care look for. */
export const MOMENTS = ['wednesday-afternoon', 'saturday', 'evening'] as const;

export type Moment = (typeof MOMENTS)[number];

export const MOMENT_LABELS: Readonly<Record<Moment, string>> = {
  'wednesday-afternoon': 'Le mercredi après-midi',
  saturday: 'Le samedi',
  evening: 'En soirée, après 18 h',
};

/** When each moment is: openings that hold an hour of it count. */
const WINDOWS: Readonly<Record<Moment, readonly Opening[]>> = {
  'wednesday-afternoon': [{ day: 2, from: 13 * 60, to: 18 * 60 }],
  saturday: [{ day: 5, from: 0, to: 1_440 }],
  evening: [0, 1, 2, 3, 4].map((day) => ({ day, from: 18 * 60, to: 1_440 })),
};

const LEAST_MINUTES = 60;

/** Whether a week is open for an hour at a moment. */
export const isOpenAt = (week: Week, moment: Moment): boolean =>
  WINDOWS[moment].some((window) =>
    week.some(
      ({ day, from, to }) =>
        day === window.day && Math.min(to, window.to) - Math.max(from, window.from) >= LEAST_MINUTES,
    ),
  );

/** Whether a week is open at a minute of a day. */
export const isOpenNow = (week: Week, day: number, minute: number): boolean =>
  week.some((opening) => opening.day === day && minute >= opening.from && minute < opening.to);

/** Hours a week. */
export const weekHours = (week: Week): number =>
  week.reduce((minutes, { from, to }) => minutes + to - from, 0) / 60;
