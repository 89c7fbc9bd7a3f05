import type { FieldPublic } from './field-public.ts';
import { fieldPublicsOf } from './field-public.ts';
import { matchesTraits, NO_FILTER, traitsOf, type PlaceFilter } from './filter.ts';
import { dayFor, freshnessOf, type ReferenceDay } from './freshness.ts';
import { offersOf, type Offer } from './offer.ts';
import { isOpenAt, type Moment } from './opening-week.ts';
import type { Place } from './place.ts';
import { wordOf } from './word-of.ts';

/** Months after which a record is no longer counted as fresh. */
export const FRESHNESS_MONTHS = [12, 18] as const;

export type FreshnessMonths = (typeof FRESHNESS_MONTHS)[number];

/** What is asked of a place, all of it together; an empty list or `null` asks nothing. */
export interface PlaceCriteria {
  filter: PlaceFilter;
  offers: readonly Offer[];
  publics: readonly FieldPublic[];
  /** Any of these programmes, as words of an address. */
  programmes: readonly string[];
  /** Any of these structures or operators, as words of an address. */
  partners: readonly string[];
  /** Any of these funders, as words of an address. */
  funders: readonly string[];
  /** Any of these labels of the national schema. */
  fees: readonly string[];
  support: readonly string[];
  moment: Moment | null;
  freshness: FreshnessMonths | null;
}

/** What the traits of a place, which every page holds, cannot say. */
export type FinerCriteria = Omit<PlaceCriteria, 'filter'>;

export const NO_FINER: FinerCriteria = {
  offers: [],
  publics: [],
  programmes: [],
  partners: [],
  funders: [],
  fees: [],
  support: [],
  moment: null,
  freshness: null,
};

export const NO_CRITERIA: PlaceCriteria = { filter: NO_FILTER, ...NO_FINER };

/** Whether anything finer than traits is asked. */
export const asksFiner = (criteria: FinerCriteria): boolean =>
  (Object.keys(NO_FINER) as (keyof FinerCriteria)[]).some((field) => {
    const asked = criteria[field];
    return Array.isArray(asked) ? asked.length > 0 : asked !== null;
  });

/** One thing asked, and whether a place has it: `null` when the place does not say. */
export interface Demand {
  /** The field of the criteria that asks it. */
  field: 'kinds' | 'services' | 'free' | 'assisted' | Exclude<keyof PlaceCriteria, 'filter'>;
  /** What is asked, as the criteria hold it. */
  value: string;
  meets: (place: Place) => boolean | null;
}

/** Every programme that a place follows, the national list's and others. */
export const programmesOf = ({ programmes, programme }: Place): string[] =>
  programme === null ? programmes : [...programmes, programme];

/** Who keeps a place: its structure, and who runs it when it is another. */
export const partnersOf = ({ structure, operator }: Place): string[] =>
  [structure, operator].filter((name) => name !== null);

const saying = (said: readonly string[], asked: readonly string[]): boolean | null =>
  said.length === 0 ? null : said.some((one) => asked.includes(one));

/** What criteria ask, one demand each, in the order of the form. `on` is the day that freshness is counted from. */
export function demandsOf(criteria: PlaceCriteria, on: ReferenceDay): Demand[] {
  const { filter, offers, publics, programmes, partners, funders, fees, support } = criteria;
  const demands: Demand[] = [];
  const ask = (field: Demand['field'], value: string, meets: Demand['meets']): void =>
    void demands.push({ field, value, meets });
  const some = (
    field: Demand['field'],
    asked: readonly string[],
    said: (place: Place) => readonly string[],
  ): void => {
    if (asked.length > 0) ask(field, asked.join(), (place) => saying(said(place), asked));
  };
  const { kinds } = filter;
  if (kinds.length > 0) ask('kinds', kinds.join(), ({ kind }) => kinds.includes(kind));
  for (const offer of offers)
    ask('offers', offer, (place) => {
      const known = offersOf(place);
      return known.length === 0 ? null : known.includes(offer);
    });
  for (const service of filter.services)
    ask('services', service, ({ services }) => saying(services, [service]));
  for (const one of publics)
    ask('publics', one, (place) => {
      const known = fieldPublicsOf(place);
      return known.length === 0 ? null : known.includes(one);
    });
  some('fees', fees, (place) => place.fees);
  if (filter.free) ask('free', '', (place) => saying(place.fees, ['Gratuit']));
  some('support', support, (place) => place.support);
  if (filter.assisted)
    ask('assisted', '', (place) =>
      place.support.length === 0 && !place.onBehalf
        ? null
        : matchesTraits(traitsOf(place), { ...NO_FILTER, assisted: true }),
    );
  some('programmes', programmes, (place) => programmesOf(place).map(wordOf));
  some('partners', partners, (place) => partnersOf(place).map(wordOf));
  some('funders', funders, (place) => place.funders.map(wordOf));
  const { moment, freshness } = criteria;
  if (moment !== null) ask('moment', moment, ({ week }) => (week === null ? null : isOpenAt(week, moment)));
  if (freshness !== null)
    ask('freshness', String(freshness), (place) => {
      const { mark } = freshnessOf(place.updated, dayFor(on, place));
      return mark === 'fresh' || (mark === 'to-check' && freshness === 18);
    });
  return demands;
}

/** Criteria that ask one thing only, that of a demand. */
export function criteriaOf({ field, value }: Pick<Demand, 'field' | 'value'>): PlaceCriteria {
  const list = value.split(',');
  switch (field) {
    case 'kinds':
      return { ...NO_CRITERIA, filter: { ...NO_FILTER, kinds: list as PlaceFilter['kinds'] } };
    case 'services':
      return { ...NO_CRITERIA, filter: { ...NO_FILTER, services: [value] } };
    case 'free':
    case 'assisted':
      return { ...NO_CRITERIA, filter: { ...NO_FILTER, [field]: true } };
    case 'freshness':
      return { ...NO_CRITERIA, freshness: Number(value) as FreshnessMonths };
    case 'moment':
      return { ...NO_CRITERIA, moment: value as Moment };
    default:
      return { ...NO_CRITERIA, [field]: field === 'offers' || field === 'publics' ? [value] : list };
  }
}

/** Criteria that ask one thing more. */
export function withDemand(criteria: PlaceCriteria, demand: Pick<Demand, 'field' | 'value'>): PlaceCriteria {
  const more = criteriaOf(demand);
  const { filter } = criteria;
  const join = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];
  return {
    filter: {
      kinds: join(filter.kinds, more.filter.kinds),
      services: join(filter.services, more.filter.services),
      free: filter.free || more.filter.free,
      assisted: filter.assisted || more.filter.assisted,
    },
    offers: join(criteria.offers, more.offers),
    publics: join(criteria.publics, more.publics),
    programmes: join(criteria.programmes, more.programmes),
    partners: join(criteria.partners, more.partners),
    funders: join(criteria.funders, more.funders),
    fees: join(criteria.fees, more.fees),
    support: join(criteria.support, more.support),
    moment: more.moment ?? criteria.moment,
    freshness: more.freshness ?? criteria.freshness,
  };
}

/** Whether a place meets every demand: `no` when one is not met, `unsaid` when it only fails to say. */
export function answerOf(place: Place, demands: readonly Demand[]): 'yes' | 'unsaid' | 'no' {
  let unsaid = false;
  for (const { meets } of demands) {
    const met = meets(place);
    if (met === false) return 'no';
    if (met === null) unsaid = true;
  }
  return unsaid ? 'unsaid' : 'yes';
}
