import type { Place } from './place.ts';

/** The national tool's marks, the best first. */
export const MARKS = ['fresh', 'to-check', 'to-update'] as const;

export type Mark = (typeof MARKS)[number];

export const MARK_LABELS: Readonly<Record<Mark, string>> = {
  fresh: 'à jour',
  'to-check': 'à vérifier',
  'to-update': 'à actualiser',
};

/** Days from which a record is « à vérifier », then beyond which it is « à actualiser » (national tool). */
const TO_CHECK_FROM = 365;
const TO_UPDATE_BEYOND = 548;

/** Mean length of a month, days. */
const MONTH = 365.25 / 12;
/** The national score of freshness: whole under six months, nothing from two years on. */
const WHOLE_UNTIL = 6 * MONTH;
const NOTHING_FROM = 24 * MONTH;

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/;

/** An ISO day as days since 1970; `null` when it is no day of the calendar. */
function dayNumber(iso: string | null): number | null {
  const [, year, month, day] = ISO_DAY.exec(iso ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // 31 February would otherwise pass for 3 March.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  return date.getTime() / 86_400_000;
}

/** Whether a text is a day of the calendar, `2026-11-25`. */
export const isIsoDay = (text: string): boolean => text.length === 10 && dayNumber(text) !== null;

/** Days of age, 0 for a date still to come; `null` without a date. */
function ageOf(updated: string | null, on: string): number | null {
  const [then, now] = [dayNumber(updated), dayNumber(on)];
  if (now === null) throw new RangeError(`Not an ISO day: ${on}`);
  return then === null ? null : Math.max(0, now - then);
}

export interface Freshness {
  /** Whole months since the record was last touched; `null` without a date. */
  months: number | null;
  mark: Mark;
}

/**
 * How old a record is on a day (ISO) and the national tool's mark: over 548 days or no date
 * « à actualiser », 365 to 548 days « à vérifier ». Throws when the day is not one.
 */
export function freshnessOf(updated: string | null, on: string): Freshness {
  const age = ageOf(updated, on);
  if (age === null) return { months: null, mark: 'to-update' };
  const mark = age > TO_UPDATE_BEYOND ? 'to-update' : age >= TO_CHECK_FROM ? 'to-check' : 'fresh';
  return { months: Math.floor(age / MONTH), mark };
}

/**
 * 1 under six months, then in a straight line to 0 at two years (the national score of freshness);
 * 0 without a date, since nothing says that the record still holds.
 */
export function freshnessScore(updated: string | null, on: string): number {
  const age = ageOf(updated, on);
  if (age === null) return 0;
  return Math.min(1, Math.max(0, (NOTHING_FROM - age) / (NOTHING_FROM - WHOLE_UNTIL)));
}

/** The most recent date among records, as an ISO day: their edition; `null` when none has a date. */
export function editionDate(places: readonly Pick<Place, 'updated'>[]): string | null {
  let latest: string | null = null;
  for (const { updated } of places) {
    if (updated === null || dayNumber(updated) === null) continue;
    const day = updated.slice(0, 10);
    if (latest === null || day > latest) latest = day;
  }
  return latest;
}

/** The day on which records are judged, as an address says it: one day, or the edition of each source. */
export type Reference = { kind: 'day'; day: string } | { kind: 'edition' };

/** Reads `?date=`: nothing is today, `edition`, or an ISO day; `null` for anything else. */
export function readReference(asked: string | null, today: string): Reference | null {
  if (asked === null || asked === '') return { kind: 'day', day: today };
  if (asked === 'edition') return { kind: 'edition' };
  return isIsoDay(asked) ? { kind: 'day', day: asked } : null;
}

/** The day on which a record is judged: one for all, or each its own. */
export type ReferenceDay = string | ((place: Place) => string);

/** The day for one place. */
export const dayFor = (on: ReferenceDay, place: Place): string => (typeof on === 'string' ? on : on(place));

/**
 * The day that a reference comes to: by edition, that of the most recent of a place's sources, a
 * source's being the most recent date among its places; `today` for sources without dates.
 */
export function referenceDay(reference: Reference, places: readonly Place[], today: string): ReferenceDay {
  if (reference.kind === 'day') return reference.day;
  const editions = new Map<string, string>();
  for (const source of new Set(places.flatMap(({ sources }) => sources))) {
    const date = editionDate(places.filter(({ sources }) => sources.includes(source)));
    if (date !== null) editions.set(source, date);
  }
  return ({ sources }) =>
    sources
      .flatMap((source) => editions.get(source) ?? [])
      .sort()
      .at(-1) ?? today;
}
