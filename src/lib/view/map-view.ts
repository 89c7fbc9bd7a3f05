import { DEFAULT_INDICATOR } from '../domain/indicators/catalogue.ts';
import { DEFAULT_CLASSES, type ClassMethod } from '../domain/classify/method.ts';
import { NO_FILTER, type PlaceFilter } from '../domain/places/filter.ts';
import type { MapLevel } from '../domain/territory/level.ts';

/** Where the map looks: degrees WGS 84 and Web Mercator zoom. */
export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
}

export const SORT_KEYS = ['nom', 'valeur', 'population'] as const;

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
  /** The figures, or the distance to the nearest place that matches the filter. */
  layer: 'indicator' | 'distance';
  places: boolean;
  filter: PlaceFilter;
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
  places: false,
  filter: NO_FILTER,
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
  places: 'l',
  kinds: 'lt',
  services: 'ls',
  free: 'lg',
  assisted: 'la',
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

/** Separates the items of a list: needs no escape in an address, and stands in no code or number. */
export const LIST_SEPARATOR = '_';

/** Zooms the map allows: the widest tiles are of zoom 4. */
export const ZOOMS = { min: 4, max: 14 } as const;
