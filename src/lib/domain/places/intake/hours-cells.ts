import { weekToOsm } from '../week.ts';
import { DAY_FIELDS } from './fields.ts';
import type { RowReading } from './row-reading.ts';

/** What OSM opening hours are made of: days, months, « off », comments, times, and the marks between. */
const OSM_WORDS =
  /"[^"]*"|\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|off|closed|open)\b|\d+/g;

/** Whether a text looks like OSM opening hours: « Mo-Fr 09:00-12:00; Sa off ». */
export const looksLikeOsm = (text: string): boolean =>
  text.length <= 500 && /\d:\d{2}|24\/7/.test(text) && /^[\s,;:+[\]|/-]*$/.test(text.replace(OSM_WORDS, ''));

const CLOSED = /^(?:ferm[ée]e?|closed|off|non|néant|x|[-–—/]+)?$/i;

/** A day's hours with the hyphens that `weekToOsm` reads: « 9h à 12h », « 9h–12h » → « 9h-12h ». */
const plainDay = (text: string): string => text.replace(/\s*(?:–|—|à|\ba\b)\s*(?=\d)/gi, '-');

const RANGE = /^([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/;

/** The hours of one day in OSM, without its name, empty for a closed day; `null` when they cannot be read. */
function dayHours(text: string): string | null {
  const written =
    weekToOsm([plainDay(text)])
      ?.replace(/^Mo /, '')
      .split(',') ?? [];
  // « 00:00 - 00:00 » is how the France services list leaves half a day empty.
  const ranges = written.filter((range) => range.slice(0, 5) !== range.slice(6));
  const sound = ranges.every((range) => RANGE.test(range) && range.slice(0, 5) < range.slice(6));
  if (written.length > 0 && ranges.length === 0) return '';
  return sound && ranges.length > 0 ? ranges.join(',') : null;
}

/** The OSM hours that the day columns make; a day that cannot be read is told. `null` without any. */
function readDays(reading: RowReading): string | null {
  const days = DAY_FIELDS.map((field) => {
    const written = reading.text(field);
    if (CLOSED.test(written)) return '';
    const hours = dayHours(written);
    if (hours === null)
      reading.warn(
        field,
        'des heures comme « 9h-12h / 14h-17h » étaient attendues, le jour est laissé de côté',
      );
    return hours ?? '';
  });
  const sunday = days[6] ? `Su ${days[6]}` : null;
  return [weekToOsm(days.slice(0, 6)), sunday].filter((part) => part !== null).join('; ') || null;
}

/**
 * The hours of a row as OSM writes them: its own column when it is OSM, else its day columns. Free
 * words about hours come back as `said`, told, to be kept in the note.
 */
export function readHours(reading: RowReading): { hours: string | null; said: string | null } {
  const written = reading.text('horaires').replace(/\s+/g, ' ');
  const days = readDays(reading);
  if (written === '') return { hours: days, said: null };
  if (looksLikeOsm(written)) return { hours: written, said: null };
  reading.warn(
    'horaires',
    'ces horaires ne suivent pas la norme OpenStreetMap (« Mo-Fr 09:00-12:00 »), ils sont gardés dans la note',
  );
  return { hours: days, said: written };
}
