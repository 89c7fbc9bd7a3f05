/** Something that comes back every week. */
export interface WeeklyEvent {
  /** The same whenever the calendar is written, so that it is brought in again without doubles. */
  id: string;
  title: string;
  /** What must be said of it: where it comes from, and when it was made. */
  about: string;
  place: string;
  lon: number;
  lat: number;
  /** Day of the week, 0 for Monday; minutes after midnight, in the clock of the place. */
  day: number;
  from: number;
  to: number;
}

const STEP = 5;
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Bytes of a line, its end left out (RFC 5545, 3.1). */
const LINE = 75;

/** Weekly events as a calendar (RFC 5545), from the first of each after an ISO day; hours are local, whatever the clock of who reads. */
export function* writeCalendar(events: readonly WeeklyEvent[], today: string): Generator<string> {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Maillage//Tournees//FR',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.id}@maillage`,
      `DTSTAMP:${today.replaceAll('-', '')}T000000Z`,
      `DTSTART:${momentOf(event, event.from, today)}`,
      `DTEND:${momentOf(event, event.to, today)}`,
      `RRULE:FREQ=WEEKLY;BYDAY=${DAYS[event.day]}`,
      `SUMMARY:${escaped(event.title)}`,
      `DESCRIPTION:${escaped(event.about)}`,
      `LOCATION:${escaped(event.place)}`,
      `GEO:${event.lat.toFixed(5)};${event.lon.toFixed(5)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  for (const line of lines) yield `${folded(line)}\r\n`;
}

/** The first such day after an ISO day, at some minutes after midnight, to five minutes. */
function momentOf({ day }: WeeklyEvent, minutes: number, today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  const ahead = (day - ((date.getUTCDay() + 6) % 7) + 7) % 7 || 7;
  date.setUTCDate(date.getUTCDate() + ahead);
  date.setUTCMinutes(STEP * Math.round(minutes / STEP));
  return date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
}

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');

/** Long lines go on after a break and a space; no character is cut. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [out, length] = ['', 0];
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (length + bytes > LINE) {
      out += '\r\n ';
      length = 1;
    }
    out += character;
    length += bytes;
  }
  return out;
}
