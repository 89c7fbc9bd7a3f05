const day = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Paris',
});
const minute = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});

/** « 2 août 2024 », and « 1er août 2024 » for the first of a month. */
export const formatDate = (date: Date): string => day.format(date).replace(/^1 /, '1er ');

const short = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: 'Europe/Paris' });

/** « 01/08/2024 », where room is short. */
export const formatShortDate = (date: Date): string => short.format(date);

/** « 1 août 2024 à 14:05 », heure de Paris. */
export const formatDateTime = (date: Date): string => minute.format(date);

/** The same as `formatDate` from an ISO day (`2024-08-01`); the text itself when it is not one. */
export function formatIsoDate(iso: string): string {
  const date = new Date(`${iso.slice(0, 10)}T12:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : formatDate(date);
}

const iso = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Paris' });

/** « 2024-08-01 », heure de Paris: for file names and for programs. */
export const isoDay = (date: Date): string => iso.format(date);

const time = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'short', timeZone: 'Europe/Paris' });

/** « 14:05 », heure de Paris. */
export const formatTime = (date: Date): string => time.format(date);
