import { MOMENTS, isOpenAt, weekHours, type Moment } from '../domain/places/opening-week.ts';
import type { Place } from '../domain/places/place.ts';
import { formatNumber } from './number.ts';
import { formatOpeningHours } from './opening-hours.ts';

/** « 3 rue des Lilas, 38000 Grenoble »; what is unknown is left out. */
export const formatPlaceAddress = ({
  address,
  addressExtra,
  postcode,
  town,
}: Pick<Place, 'address' | 'addressExtra' | 'postcode' | 'town'>): string =>
  [address, addressExtra, `${postcode} ${town}`.trim()].filter(Boolean).join(', ');

/** How a list says when a place is open. */
export interface OpeningWords {
  none: string;
  hours: (hours: string) => string;
  on: Readonly<Record<Moment, string>>;
}

/**
 * When a place is open, for one line: hours a week and the moments that people look for, « 24 h par
 * semaine, le samedi »; the source's own hours where its week could not be read.
 */
export function formatOpenings({ week, hours }: Pick<Place, 'week' | 'hours'>, words: OpeningWords): string {
  if (week === null) return hours === null ? words.none : formatOpeningHours(hours);
  const total = weekHours(week);
  const moments = MOMENTS.filter((moment) => isOpenAt(week, moment)).map((moment) => words.on[moment]);
  return [words.hours(formatNumber(total, Number.isInteger(total) ? 0 : 1)), ...moments].join(', ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  '#39': '’',
  nbsp: ' ',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  rsquo: '’',
};

/** Reaches a person rather than a place: never shown. */
const EMAIL = /[^\s@<>(),;:]+@[^\s@<>(),;:]+/gu;
const PHONE = /(?<![\d/])(?:(?:\+|00)33[\s.-]?(?:\(0\)\s?)?|0)[1-9](?:[\s.-]?\d{2}){4}(?!\d)/gu;

/**
 * The paragraphs of a text that a source wrote, as text: tags of HTML are left out, e-mail addresses
 * and telephone numbers are replaced by `withheld`, for they may be those of people.
 */
export function plainParagraphs(text: string, withheld = '…'): string[] {
  return text
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<(?:br|\/p|\/li|\/div|\/h\d)\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(EMAIL, withheld)
    .replace(PHONE, withheld)
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** A web address that may be a link; `null` for anything else that a source may hold in its place. */
export const webAddress = (text: string | null): string | null =>
  text !== null && /^https?:\/\/[^\s]+$/i.test(text) ? text : null;
