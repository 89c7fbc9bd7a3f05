import type { RowReading } from './row-reading.ts';

const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];

/** Excel counts days from 30 December 1899; below, a number is no date of a living table, above 2099 neither. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const EXCEL_FIRST = 29_221;
const EXCEL_LAST = 73_050;
const DAY = 86_400_000;

/** The ISO day of a year, a month and a day; `null` when the calendar has no such day. */
function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year <= 2099 ? date.toISOString().slice(0, 10) : null;
}

/** A date as tables write it (2025-12-31, 31/12/2025, 31 décembre 2025, an Excel day number), as an ISO day. */
export function isoDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/s.exec(text);
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: .*)?$/s.exec(text);
  if (french) {
    const year = Number(french[3]);
    return isoDay(year < 100 ? 2000 + year : year, Number(french[2]), Number(french[1]));
  }
  const words = /^(\d{1,2})(?:er)? ([a-zéû]{3,9}) (\d{4})$/.exec(text.toLowerCase());
  if (words) {
    const name = (words[2] ?? '').normalize('NFD').replace(/\p{Mn}/gu, '');
    return isoDay(Number(words[3]), MONTHS.indexOf(name) + 1, Number(words[1]));
  }
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
  if (serial < EXCEL_FIRST || serial > EXCEL_LAST) return null;
  return new Date(EXCEL_EPOCH + serial * DAY).toISOString().slice(0, 10);
}

/** The date of a row, ISO; one after `today` or that cannot be read is told and left out. */
export function readUpdated(reading: RowReading, today: string): string | null {
  const written = reading.text('date_maj');
  if (written === '') return null;
  const date = isoDate(written);
  if (date === null) {
    reading.warn('date_maj', 'une date comme 31/12/2025 était attendue, la valeur est laissée de côté');
    return null;
  }
  if (date > today) {
    reading.warn('date_maj', 'cette date est à venir, elle est laissée de côté');
    return null;
  }
  if (!written.startsWith(date)) reading.repair('date_maj', date, `lue ${date}`);
  return date;
}
