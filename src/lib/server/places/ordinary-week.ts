import OpeningHours from 'opening_hours';
import { weekOf, type Week } from '../../domain/places/opening-week.ts';

/**
 * The week that stands for all: 16 to 22 November 2026 has no French public holiday, no school holiday
 * of any zone, and no clock changes in it anywhere in the world, so that local days are 24 hours long
 * whatever the time zone of the machine.
 */
const MONDAY = new Date(2026, 10, 16);
const NEXT_MONDAY = new Date(2026, 10, 23);

/** Public holidays are those of France; « sunrise » is that of Paris. */
const FRANCE = { lat: 48.86, lon: 2.35, address: { country_code: 'fr', state: '' } };

/** School holidays are out of the reference week, and the library knows none without an academy. */
const SCHOOL_HOLIDAYS = /(^|;)\s*(?:PH\s*,\s*)?SH\b[^;]*/g;

/**
 * What files write where a day or half a day has no hours (France services does so in its own columns):
 * a whole day is « 00:00-24:00 ».
 */
const NOTHING = '00:00-00:00';
const NOTHING_BESIDE_HOURS = /00:00-00:00,|,00:00-00:00/g;

/** The library guessed where one rule ends and the next begins: free text, at times read amiss. */
const GUESSED: ReadonlySet<string> = new Set(['separator_for_readability', 'use_multi']);

/** Longer from one day into the next is a slip of the pen (« 17:00-12:00 », « 14:00-14:00 »). */
const LONGEST_NIGHT = 16 * 60;

/** Imports see the same strings again and again, from one source to the next. */
const read = new Map<string, Week | null>();
/** More than all the distinct strings of the national files together (2,726 in the mirror). */
const MOST = 20_000;

/**
 * The ordinary week of OSM opening hours; `null` when they cannot be read, when an hour of them is a
 * guess (« 10:00+ »), or when nothing opens in an ordinary week (seasons, first Mondays of a month).
 * Hours with a comment (« sur rendez-vous ») count: the place announces them.
 */
export function ordinaryWeek(hours: string): Week | null {
  const text = hours.trim();
  const held = read.get(text);
  if (held !== undefined) return held;
  const week = readWeek(
    text.replace(SCHOOL_HOLIDAYS, '$1').replace(NOTHING_BESIDE_HOURS, '').replaceAll(NOTHING, 'off'),
  );
  if (read.size >= MOST) read.clear();
  read.set(text, week);
  return week;
}

function readWeek(text: string): Week | null {
  const intervals = openIntervals(text);
  if (intervals === null) return null;
  // After « || » comes what to do otherwise (« appeler »): those hours are not announced.
  const fallback = text.includes('||');
  const announced = intervals.filter(({ certain }) => certain || !fallback);
  const isGuess = announced.some(({ certain }) => !certain && !text.includes('"'));
  if (isGuess || announced.length === 0 || announced.some(isSlip)) return null;
  return weekOf(announced);
}

interface Interval {
  /** Minutes since Monday midnight. */
  from: number;
  to: number;
  certain: boolean;
}

function openIntervals(text: string): Interval[] | null {
  try {
    const hours = new OpeningHours(text, FRANCE);
    if (hours.getStructuredWarnings().some(({ type }) => GUESSED.has(type))) return null;
    return hours.getOpenIntervals(MONDAY, NEXT_MONDAY).map(([from, to, unknown]) => ({
      from: minutesSinceMonday(from),
      to: minutesSinceMonday(to),
      certain: !unknown,
    }));
  } catch {
    // The library throws on whatever it cannot read.
    return null;
  }
}

const minutesSinceMonday = (date: Date): number => Math.round((date.getTime() - MONDAY.getTime()) / 60_000);

/** Whole days start at midnight; anything else that long was not meant. */
const isSlip = ({ from, to }: Interval): boolean => to - from > LONGEST_NIGHT && from % 1_440 !== 0;
