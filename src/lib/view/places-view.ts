import { FIELD_PUBLICS, type FieldPublic } from '../domain/places/field-public.ts';
import { NO_FILTER, type PlaceFilter } from '../domain/places/filter.ts';
import { OFFERS, type Offer } from '../domain/places/offer.ts';
import { MOMENTS, type Moment } from '../domain/places/opening-week.ts';
import { PARAMETERS } from './map-view.ts';
import { LIST_SEPARATOR } from './separator.ts';
import { wordOf } from './service-words.ts';

/** Around a point: degrees WGS 84, kilometres. */
export interface Near {
  lon: number;
  lat: number;
  km: number;
}

/** Months after which a record is no longer counted as fresh. */
export const FRESHNESS_MONTHS = [12, 18] as const;

export type FreshnessMonths = (typeof FRESHNESS_MONTHS)[number];

/** What the directory of places shows. Everything in it stands in the address; nothing else does. */
export interface PlacesView {
  query: string;
  /** Kinds, services, free, assisted: as on the map. */
  filter: PlaceFilter;
  offers: readonly Offer[];
  publics: readonly FieldPublic[];
  /** Programmes, as words of an address. */
  programmes: readonly string[];
  /** Labels of the national schema. */
  fees: readonly string[];
  support: readonly string[];
  moment: Moment | 'now' | null;
  freshness: FreshnessMonths | null;
  /** The day from which freshness is counted: today, that of each source's edition, or an ISO day. */
  reference: string;
  /** Slug of a territory. */
  within: string | null;
  near: Near | null;
  /** From 1. */
  page: number;
  /** Id of the place opened on the map. */
  selected: string | null;
  map: boolean;
}

export const TODAY = 'today';
export const EDITION = 'edition';

export const DEFAULT_PLACES_VIEW: PlacesView = {
  query: '',
  filter: NO_FILTER,
  offers: [],
  publics: [],
  programmes: [],
  fees: [],
  support: [],
  moment: null,
  freshness: null,
  reference: TODAY,
  within: null,
  near: null,
  page: 1,
  selected: null,
  map: true,
};

/** Names of the parameters in the address; `docs/url.md` is their grammar. Those of the map keep theirs. */
export const PLACES_PARAMETERS = {
  query: PARAMETERS.query,
  services: PARAMETERS.services,
  free: PARAMETERS.free,
  assisted: PARAMETERS.assisted,
  kinds: PARAMETERS.kinds,
  offers: 'o',
  publics: 'pu',
  programmes: 'pr',
  fees: 'cout',
  support: 'aide',
  moment: 'quand',
  freshness: 'frais',
  reference: 'ref',
  within: PARAMETERS.within,
  near: 'pres',
  page: PARAMETERS.page,
  selected: 'sel',
  map: 'carte',
} as const;

/** Words of an address for each offer. */
export const OFFER_WORDS: Readonly<Record<Offer, string>> = {
  wifi: 'wifi',
  'free-access': 'acces-libre',
  'assisted-access': 'acces-accompagne',
  training: 'formation',
  equipment: 'materiel',
  rights: 'droits',
  'social-action': 'action-sociale',
  'worker-training': 'formation-travailleurs-sociaux',
};

/** Words of an address for each public of the field. */
export const PUBLIC_WORDS: Readonly<Record<FieldPublic, string>> = {
  'low-skilled': 'peu-qualifies',
  'single-parents': 'familles-monoparentales',
  'young-jobseekers': 'jeunes-en-recherche-d-emploi',
  seniors: 'seniors',
  'no-papers-or-language': 'sans-papiers-ou-sans-francais',
};

/** Words of an address for each moment. */
export const MOMENT_WORDS: Readonly<Record<Moment | 'now', string>> = {
  now: 'maintenant',
  'wednesday-afternoon': 'mercredi-apres-midi',
  saturday: 'samedi',
  evening: 'soir',
};

export const offerOfWord = (word: string): Offer | undefined =>
  OFFERS.find((offer) => OFFER_WORDS[offer] === word);

export const publicOfWord = (word: string): FieldPublic | undefined =>
  FIELD_PUBLICS.find((one) => PUBLIC_WORDS[one] === word);

export const momentOfWord = (word: string): Moment | 'now' | undefined =>
  (['now', ...MOMENTS] as const).find((moment) => MOMENT_WORDS[moment] === word);

/** « 5.7245_45.1885_5 »: five decimals are a metre. */
export const writeNear = ({ lon, lat, km }: Near): string =>
  [Number(lon.toFixed(5)), Number(lat.toFixed(5)), km].join(LIST_SEPARATOR);

/** The parameters of a view, without the leading `?`; empty for the default view. Defaults never appear. */
export function writePlacesView(view: PlacesView): string {
  const parameters = new URLSearchParams();
  const put = (name: keyof typeof PLACES_PARAMETERS, value: string): void => {
    if (value !== '') parameters.set(PLACES_PARAMETERS[name], value);
  };
  const { filter, reference } = view;
  put('query', view.query);
  put('services', filter.services.map(wordOf).join(LIST_SEPARATOR));
  put('free', filter.free ? '1' : '');
  put('assisted', filter.assisted ? '1' : '');
  put('kinds', filter.kinds.join(LIST_SEPARATOR));
  put('offers', view.offers.map((offer) => OFFER_WORDS[offer]).join(LIST_SEPARATOR));
  put('publics', view.publics.map((one) => PUBLIC_WORDS[one]).join(LIST_SEPARATOR));
  put('programmes', view.programmes.join(LIST_SEPARATOR));
  put('fees', view.fees.map(wordOf).join(LIST_SEPARATOR));
  put('support', view.support.map(wordOf).join(LIST_SEPARATOR));
  put('moment', view.moment === null ? '' : MOMENT_WORDS[view.moment]);
  put('freshness', view.freshness === null ? '' : String(view.freshness));
  put('reference', reference === TODAY ? '' : reference);
  put('within', view.within ?? '');
  put('near', view.near === null ? '' : writeNear(view.near));
  put('page', view.page === 1 ? '' : String(view.page));
  put('selected', view.selected ?? '');
  put('map', view.map ? '' : '0');
  return parameters.toString();
}

/** The address of the directory: `/lieux`, or `/lieux?…`. */
export function placesAddress(view: PlacesView): string {
  const query = writePlacesView(view);
  return query === '' ? '/lieux' : `/lieux?${query}`;
}
