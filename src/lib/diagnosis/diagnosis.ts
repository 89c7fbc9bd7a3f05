import type { MapFigure, MapLayout } from '../charts/map-figure.ts';
import type { PlaceKind } from '../domain/places/place.ts';
import type { Level } from '../domain/territory/level.ts';

/** A diagnosis as it is read, printed and kept: every number is already written in French. */
export interface Diagnosis {
  header: TerritoryHeader;
  /** « 26 novembre 2026 ». */
  date: string;
  /** Which places are counted, in a sentence. */
  counted: string;
  /** What a commune is set among; `null` for a territory that is its own. */
  context: string | null;
  findings: Sentence[];
  need: ComparisonTable;
  connection: ComparisonTable;
  /** Indicators of tables that people brought; absent without any. */
  own?: ComparisonTable;
  fibre: FibreClasses | null;
  /** The end of copper in a group; absent from diagnoses kept before it was told, of a commune, and without a calendar. */
  copper?: CopperTable;
  places: DiagnosisPlaces;
  /** Absent from diagnoses kept before priority neighbourhoods were known. */
  neighbourhoods?: Neighbourhoods;
  gap: GapTables;
  gaps: GapLines | null;
  ownDistance: string | null;
  priorities: PrioritySection;
  method: MethodSection;
  maps: DiagnosisMaps;
}

/** The names, codes and parents of a territory. */
export interface TerritoryHeader {
  name: string;
  slug: string;
  level: Level;
  /** « Commune », « Métropole ». */
  levelLabel: string;
  /** « code officiel 38185 »; empty for the country. */
  code: string;
  population: string;
  postcodes: string[];
  crumbs: { label: string; href?: string }[];
  parents: { level: string; name: string; slug: string }[];
  /** What must be said before any figure. */
  notices: string[];
}

/** A sentence with its sources named and linked. */
export interface Sentence {
  id: string;
  text: string;
  sources: { label: string; href: string }[];
}

export interface ComparisonTable {
  caption: string;
  /** The territory first, then what it is part of. */
  headings: string[];
  rows: { id: string; label: string; detail: string; cells: { text: string; known: boolean }[] }[];
  notes: string[];
}

export interface FibreClasses {
  caption: string;
  rows: { label: string; communes: number; people: number; unknown?: boolean }[];
}

/** Communes and premises by what is left before copper closes. */
export interface CopperTable {
  caption: string;
  rows: { label: string; communes: string; premises: string; without: string; share: string }[];
  notes: string[];
}

/** A place as lists show it. */
export interface PlaceEntry {
  id: string;
  kind: PlaceKind;
  kindLabel: string;
  name: string;
  address: string;
  services: string[];
  hours: string | null;
  phone: string | null;
  /** « Gratuit » and the like, as the source says it. */
  fees: string[];
  updated: string | null;
  approximate: boolean;
  distance: string | null;
}

export interface DiagnosisPlaces {
  count: number;
  total: string;
  kinds: string;
  services: { label: string; count: string }[];
  entries: PlaceEntry[];
  nearest: PlaceEntry[];
}

/** The priority neighbourhoods of a territory, and the places of help around them. */
export interface Neighbourhoods {
  /** Whether a file of them is loaded: else the one sentence says that none is. */
  loaded: boolean;
  sentences: string[];
  rows: NeighbourhoodRow[];
  notes: string[];
}

export interface NeighbourhoodRow {
  code: string;
  name: string;
  communes: string;
  /** `null` where the file does not say. */
  population: string | null;
  /** Places in it, then within two distances of its border. */
  inside: string;
  near: string;
  walk: string;
  /** Whether no place is within the shorter distance. */
  lacking: boolean;
}

/** A count with its share of the first line. */
export interface CountCell {
  count: string;
  share: string;
}

export interface GapTables {
  people: { label: string; communes: string; people: CountCell; elders: CountCell }[];
  /** Names of the classes, the unknown one last. */
  classes: string[];
  byClass: { label: string; cells: CountCell[] }[];
  notes: string[];
}

/** Who is out of reach of what, a line a question. */
export interface GapLines {
  limit: string;
  lines: { label: string; href: string; people: string; share: string; inhabitants: string }[];
  /** The zones where most people are. */
  zones: { name: string; text: string }[];
  offer: OfferLine[];
  /** What changed since the edition before, in a sentence. */
  change: string | null;
  href: string;
}

/** What a territory has for its inhabitants. */
export interface OfferLine {
  slug: string;
  name: string;
  places: string;
  per10000: string;
  hours: string;
}

export interface PriorityRow {
  rank: string;
  name: string;
  slug: string;
  population: string;
  reasons: string[];
  /** The commune of the page. */
  own: boolean;
}

export interface PrioritySection {
  title: string;
  rows: PriorityRow[];
  notes: string[];
}

export interface MethodSection {
  formulas: string[];
  sources: { title: string; producer: string; edition: string; licence: string; loaded: string }[];
}

/** A map with the words that must stand around it on paper. */
export interface PrintedMap {
  layout: MapLayout;
  figure: MapFigure;
  title: string;
  label: string;
  legend: string;
  counted: string;
  notes: string[];
}

export interface DiagnosisMaps {
  need: PrintedMap | null;
  connection: PrintedMap | null;
  gap: PrintedMap | null;
}
