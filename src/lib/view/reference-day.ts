import { isIsoDay } from '../domain/places/freshness.ts';

/** The day from which freshness is counted: today, that of each source's edition, or an ISO day. */
export const TODAY = 'today';
export const EDITION = 'edition';

/** The day that freshness is counted from, as an address says it. */
export const readReferenceDay = (text: string): string | undefined =>
  text === EDITION || isIsoDay(text) ? text : undefined;
