const DAY_MS = 24 * 60 * 60 * 1000;

/** Days that a share link opens, unless its maker says otherwise, and at most. */
export const LINK_DAYS = 30;
export const MOST_LINK_DAYS = 365;

/** A link by which an organisation joins opens for two weeks. */
export const PARTNER_DAYS = 14;

/** Links of a strategy that open at once. */
export const MOST_LINKS = 50;

/** Longest name that a link is given. */
export const MOST_LABEL = 80;

/** The end of a day so many days from now. */
export const daysAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);

/** How many days a link is to open, as typed; `null` when it is none, or more than a year. */
export function typedDays(text: string): number | null {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return days >= 1 && days <= MOST_LINK_DAYS ? days : null;
}
