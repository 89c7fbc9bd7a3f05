const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** « mars 2027 » from an ISO month (`2027-03`); the text itself when it is not one. */
export function formatMonth(iso: string): string {
  const date = new Date(`${iso}-01T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : month.format(date);
}

/** « mars 2027 – décembre 2028 », « à partir de mars 2027 », « jusqu’à décembre 2028 »; empty where neither is said. */
export function formatMonths(from: string, to: string): string {
  if (from === '' && to === '') return '';
  if (to === '') return `à partir de ${formatMonth(from)}`;
  if (from === '') return `jusqu’à ${formatMonth(to)}`;
  return from === to ? formatMonth(from) : `${formatMonth(from)} – ${formatMonth(to)}`;
}

const short = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });

/** « janv. » to « déc. », where room is short. */
export const SHORT_MONTHS: readonly string[] = Array.from({ length: 12 }, (_, at) =>
  short.format(new Date(Date.UTC(2027, at, 1))),
);
