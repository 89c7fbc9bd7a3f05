import type { Figure, NearestPlace, PlaceCounts, Reference } from '#lib/domain/report/portrait.ts';
import type { LoadedNames } from '#lib/live/loaded-names.ts';
import type { ZoneKind } from '#lib/domain/zones/zone.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import type { SortKey, TableSort } from '#lib/view/map-view.ts';

/** West, south, east, north, degrees. */
export type Bounds = readonly [number, number, number, number];

/** Names of what is loaded, all that the page needs to fetch the rest. */
export interface MapData extends LoadedNames {
  /** Edition of everything below. */
  revision: number;
  /** Whether everything is fictional. */
  demonstration: boolean;
  tiles: { hash: string; minZoom: number; maxZoom: number } | null;
  /** The whole of the main territory, then the places far from it. */
  quickViews: { label: string; bounds: Bounds }[];
  places: number;
  /** Kinds of neighbourhoods that are loaded: their tiles, how many they are, and whose they are. */
  zones: Partial<Record<ZoneKind, DrawnZones>>;
  /** The most populous communes: their names are there with the first map, before any index. */
  towns: { name: string; lon: number; lat: number; population: number }[];
}

/** Neighbourhoods that can be drawn. */
export interface DrawnZones {
  /** Address of their tiles, with `{z}`, `{x}`, `{y}`, from the root of the site. */
  tiles: string;
  minZoom: number;
  maxZoom: number;
  /** First zoom where they have an outline. */
  outlines: number;
  count: number;
  attribution: string;
}

/** The priority neighbourhoods of the selected territory, to be read and gone to. */
export interface ListedZones {
  /** « 3 quartiers prioritaires ». */
  total: string;
  zones: {
    code: string;
    name: string;
    communes: string;
    commune: string;
    population: number | null;
    lon: number;
    lat: number;
  }[];
  /** « 12 quartiers », those that are not listed; empty for none. */
  more: string;
}

/** What is asked of places beyond their traits. */
export interface FinerSupply {
  /** « lieu d’aide au numérique ouvert le samedi ». */
  text: string;
  /** The places that answer, by rank. */
  bits: string;
  /** Places that do not say enough to answer. */
  unsaid: number;
}

/** Whom one ranks, when it is not everybody. */
export interface ScopeData {
  /** « Isère » ; `null` for a perimeter alone. */
  name: string | null;
  /** Communes of the perimeter; `null` without one. */
  perimeter: readonly number[] | null;
  /** Those ranked, by level. */
  members: Record<MapLevel, readonly number[]>;
  unknown: readonly string[];
}

/** The selected territory, with what its panel says. */
export interface Selected {
  slug: string;
  level: MapLevel;
  ordinal: number;
  /** « Grenoble (38) ». */
  name: string;
  population: number | null;
  bounds: Bounds | null;
  /** Place of its département in the columns; `null` above it. */
  departement: number | null;
  parents: Reference[];
  /** Member communes; 1 for a commune. */
  communes: number;
  /** The figure of the shown indicator, then the key ones. */
  figures: Figure[];
  places: PlaceCounts;
  nearest: NearestPlace | null;
  /** Metres from its centre to the nearest place of the filter, for a commune. */
  distance: number | null;
}

export interface TableRow {
  slug: string;
  code: string;
  name: string;
  population: number | null;
  /** The figure, its class when it is restricted, or the word for its state. */
  text: string;
  known: boolean;
  /** Its class on the map; `null` without a figure. */
  class: number | null;
}

/** One page of the table of the view. */
export interface TablePage {
  level: MapLevel;
  rows: TableRow[];
  /** Of the classes. */
  colours: string[];
  page: number;
  pages: number;
  pageSize: number;
  /** Territories that match the query. */
  total: number;
  sort: TableSort;
  sortable: readonly SortKey[];
}
