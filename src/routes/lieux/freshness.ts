/** How much a record may be trusted by its age: the marks of the national tool. */
export type FreshnessMark = 'fresh' | 'to-check' | 'to-update';

export interface Freshness {
  /** Whole months since the record was written; `null` when it has no date. */
  months: number | null;
  mark: FreshnessMark;
}

const DAY_MS = 86_400_000;
/** Mean month of the Gregorian calendar, days. */
const MONTH_DAYS = 30.436875;
/** Days: the national tool says « à vérifier » from the first, « à actualiser » after the second. */
const YEAR = 365;
const EIGHTEEN_MONTHS = 548;

/** How old a record of a day is on another (ISO days); without a date it is to be updated. */
export function freshnessOf(updated: string | null, on: string): Freshness {
  const days =
    updated === null ? Number.NaN : (Date.parse(on.slice(0, 10)) - Date.parse(updated.slice(0, 10))) / DAY_MS;
  if (Number.isNaN(days)) return { months: null, mark: 'to-update' };
  const mark = days > EIGHTEEN_MONTHS ? 'to-update' : days >= YEAR ? 'to-check' : 'fresh';
  return { months: Math.max(0, Math.floor(days / MONTH_DAYS)), mark };
}
