import type { PlaceCriteria } from '../domain/places/criteria.ts';
import type { Moment } from '../domain/places/opening-week.ts';

/** What a page asks of places, as its address says it. */
export interface AskedCriteria extends Omit<PlaceCriteria, 'moment'> {
  moment: Moment | 'now' | null;
  /** The day from which freshness is counted: today, that of each source's edition, or an ISO day. */
  reference: string;
}

/** How a page names the fields: each page speaks of help in its own sentence. */
export interface CriteriaWords {
  offers: string;
  services: string;
  publics: string;
  kinds: string;
  fees: string;
  support: string;
  programme: string;
  funders: string;
  moment: string;
  anyMoment: string;
  free: string;
  assisted: string;
  freshness: string;
  anyFreshness: string;
  months: (months: number) => string;
  reference: string;
  references: { today: string; edition: string; day: (day: string) => string };
}
