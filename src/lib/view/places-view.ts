import { NO_CRITERIA, type PlaceCriteria } from '../domain/places/criteria.ts';
import type { Moment } from '../domain/places/opening-week.ts';
import { PARAMETERS } from './map-view.ts';
import { CRITERIA_PARAMETERS, writeCriteria } from './place-criteria.ts';
import { TODAY } from './reference-day.ts';
import { LIST_SEPARATOR } from './separator.ts';

/** Around a point: degrees WGS 84, kilometres. */
export interface Near {
  lon: number;
  lat: number;
  km: number;
}

/** What the directory of places shows. Everything in it stands in the address; nothing else does. */
export interface PlacesView extends Omit<PlaceCriteria, 'moment'> {
  query: string;
  moment: Moment | 'now' | null;
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

export const DEFAULT_PLACES_VIEW: PlacesView = {
  ...NO_CRITERIA,
  query: '',
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
  ...CRITERIA_PARAMETERS,
  reference: 'ref',
  within: PARAMETERS.within,
  near: 'pres',
  page: PARAMETERS.page,
  selected: 'sel',
  map: 'carte',
} as const;

/** « 5.7245_45.1885_5 »: five decimals are a metre. */
export const writeNear = ({ lon, lat, km }: Near): string =>
  [Number(lon.toFixed(5)), Number(lat.toFixed(5)), km].join(LIST_SEPARATOR);

/** The parameters of a view, without the leading `?`; empty for the default view. Defaults never appear. */
export function writePlacesView(view: PlacesView): string {
  const parameters = new URLSearchParams();
  const put = (name: keyof typeof PLACES_PARAMETERS, value: string): void => {
    if (value !== '') parameters.set(PLACES_PARAMETERS[name], value);
  };
  const { reference } = view;
  put('query', view.query);
  writeCriteria(view, put);
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
