import { DEFAULT_INDICATOR } from '../domain/indicators/catalogue.ts';
import { DEFAULT_CLASSES, type ClassMethod } from '../domain/classify/method.ts';
import { NO_FILTER, type PlaceFilter } from '../domain/places/filter.ts';
import { NO_FINER, type FinerCriteria } from '../domain/places/criteria.ts';
import type { MapLevel } from '../domain/territory/level.ts';
import type { ZoneKind } from '../domain/zones/zone.ts';
import { EMPTY_PERIMETER, type PerimeterView } from './perimeter-view.ts';
import { TODAY } from './reference-day.ts';
import { DEFAULT_INDEX, type IndexView } from './index-view.ts';

/** Where the map looks: degrees WGS 84 and Web Mercator zoom. */
export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
}

export const SORT_KEYS = ['nom', 'valeur', 'population', 'surete'] as const;

export type SortKey = (typeof SORT_KEYS)[number];

export interface TableSort {
  key: SortKey;
  descending: boolean;
}

/** The table of the view: one page of the whole level. */
export interface TableView {
  open: boolean;
  /** `null`: the most fragile end first. */
  sort: TableSort | null;
  /** From 1. */
  page: number;
  query: string;
}

/** The measures that a map can show. */
export type Layer = 'indicator' | 'index' | 'distance';

/** The second measure that is no indicator. */
export const DISTANCE_MEASURE = 'distance';

/** « The first ten »: what an elected member remembers. */
export const DEFAULT_TOP = 10;
export const MAX_TOP = 1000;

/** More people than this and no commune is left. */
export const MAX_LEAST = 999_999;

/** What the map page shows. Everything in it stands in the address; nothing else does. */
export interface MapView {
  indicator: string;
  /** `auto`: by zoom. */
  level: MapLevel | 'auto';
  method: ClassMethod;
  classes: number;
  /** Limits of the `manual` method, ascending; empty for the others. */
  breaks: readonly number[];
  /** `null`: the selected territory, else the whole country. */
  camera: Camera | null;
  /** Slug of the selected territory. */
  territory: string | null;
  /** The figures of the indicator, an index of several, or the distance to the nearest place that matches the filter. */
  layer: Layer;
  /** What the `index` layer is made of; the default index under another layer. */
  index: IndexView;
  /** A second measure, crossed with the layer: id of an indicator, or `distance`; `null` without. */
  second: string | null;
  /** Whether the two measures are also drawn as a cloud of points. */
  cloud: boolean;
  /** Whether the map of an index shows how sure its first ranks are. */
  confidence: boolean;
  /** How many territories « the first ones » are. */
  top: number;
  /** Slug of the territory within which one ranks; `null`: the whole country. */
  within: string | null;
  /** Fewest inhabitants of those one ranks; 0: no limit. */
  least: number;
  /** Communes of one's own choice: whom one ranks, and a reference set. */
  perimeter: PerimeterView;
  /** Whether estimated figures count and show. */
  estimates: boolean;
  places: boolean;
  filter: PlaceFilter;
  /** What is asked of places beyond the filter, and the day that their freshness is counted from. */
  finer: FinerCriteria & { reference: string };
  /** Kinds of neighbourhoods drawn over the figures. */
  zones: readonly ZoneKind[];
  /** Whether the Plan IGN is drawn beneath when it can be reached. */
  basemap: boolean;
  table: TableView;
}

export const DEFAULT_TABLE: TableView = { open: false, sort: null, page: 1, query: '' };

export const DEFAULT_VIEW: MapView = {
  indicator: DEFAULT_INDICATOR,
  level: 'auto',
  method: 'quantile',
  classes: DEFAULT_CLASSES,
  breaks: [],
  camera: null,
  territory: null,
  layer: 'indicator',
  index: DEFAULT_INDEX,
  second: null,
  cloud: false,
  confidence: false,
  top: DEFAULT_TOP,
  within: null,
  least: 0,
  perimeter: EMPTY_PERIMETER,
  estimates: true,
  places: false,
  filter: NO_FILTER,
  finer: { ...NO_FINER, reference: TODAY },
  zones: [],
  basemap: true,
  table: DEFAULT_TABLE,
};

/** Names of the parameters in the address; `docs/url.md` is their grammar. */
export const PARAMETERS = {
  indicator: 'i',
  level: 'n',
  method: 'm',
  classes: 'k',
  breaks: 's',
  camera: 'c',
  territory: 't',
  distance: 'd',
  index: 'x',
  indexName: 'xn',
  normalisation: 'xm',
  reference: 'xr',
  threshold: 'xs',
  second: 'y',
  cloud: 'nuage',
  confidence: 'conf',
  top: 'top',
  within: 'dans',
  least: 'hab',
  perimeter: 'per',
  perimeterName: 'pn',
  estimates: 'e',
  places: 'l',
  kinds: 'lt',
  services: 'ls',
  free: 'lg',
  assisted: 'la',
  zones: 'z',
  basemap: 'f',
  table: 'tab',
  sort: 'tri',
  page: 'p',
  query: 'q',
} as const;

/** Methods in the address; `manual` is implied by its limits. */
export const METHOD_WORDS: Record<Exclude<ClassMethod, 'manual'>, string> = {
  quantile: 'quantiles',
  equal: 'egaux',
  jenks: 'jenks',
  deviation: 'ecarts-types',
  geometric: 'geometrique',
  'head-tail': 'tete-queue',
};

/** Zooms the map allows: the widest tiles are of zoom 4. */
export const ZOOMS = { min: 4, max: 14 } as const;
