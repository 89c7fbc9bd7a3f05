import { isOpenAt, weekHours, type Moment, type Week } from '../domain/places/opening-week.ts';
import { formatNumber, NO_BREAK_SPACE } from './number.ts';

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

/** One line of a week: « lundi », « 9 h – 12 h, 13 h 30 – 17 h » or « fermé ». */
export interface WeekRow {
  day: (typeof DAYS)[number];
  openings: string;
}

/** Said in a sentence only when the place is open then. */
const NOTED: readonly { moment: Moment; said: string }[] = [
  { moment: 'wednesday-afternoon', said: 'le mercredi après-midi' },
  { moment: 'saturday', said: 'le samedi' },
  { moment: 'evening', said: 'en soirée' },
];

const SATURDAY = 5;

/** Minutes as « 9 h », « 13 h 30 »: a time of day or a length. */
export function formatMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const written = `${formatNumber(hours)}${NO_BREAK_SPACE}h`;
  return rest === 0 ? written : `${written}${NO_BREAK_SPACE}${String(rest).padStart(2, '0')}`;
}

/** The seven days of a week, Monday first, with no-break spaces within each opening. */
export function weekRows(week: Week): WeekRow[] {
  return DAYS.map((day, at) => {
    const openings = week
      .filter((opening) => opening.day === at)
      .map(({ from, to }) => [from, to].map(formatMinutes).join(`${NO_BREAK_SPACE}–${NO_BREAK_SPACE}`));
    return { day, openings: openings.join(', ') || 'fermé' };
  });
}

/** « Ouvert 32 h par semaine, dont le mercredi après-midi ; fermé le samedi. » */
export function weekSentence(week: Week): string {
  if (week.length === 0) return 'Fermé toute la semaine.';
  const noted = NOTED.filter(({ moment }) => isOpenAt(week, moment)).map(({ said }) => said);
  const among = noted.length === 0 ? '' : `, dont ${inFrench(noted)}`;
  const closed = week.some(({ day }) => day === SATURDAY) ? '' : `${NO_BREAK_SPACE}; fermé le samedi`;
  return `Ouvert ${formatMinutes(Math.round(weekHours(week) * 60))} par semaine${among}${closed}.`;
}

/** « a », « a et b », « a, b et c ». */
const inFrench = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' et ');
