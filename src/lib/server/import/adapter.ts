import type { InhabitedPoint } from '../../domain/access/demand/inhabited-rows.ts';
import type { SourceId } from '../../domain/indicators/source.ts';
import type { Cell } from '../../domain/indicators/value.ts';
import type { Place } from '../../domain/places/place.ts';
import type { ZoneKind } from '../../domain/zones/zone.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Query } from '../db/client.ts';
import type { SettledColumn } from './settle.ts';

/** A row that was not kept, and why, in French. */
export interface Refusal {
  line: number | null;
  code: string | null;
  reason: string;
}

/** One figure as a row of a source gives it, with the denominator that rolls it up, if known. */
export interface RowCell extends Cell {
  weight: number | null;
}

/** What one row of a source says of one territory, under the code of the source's own edition. */
export interface ValueRow {
  line: number;
  code: string;
  /** How many lines of the file it stands for. */
  lines: number;
  cells: ReadonlyMap<string, RowCell>;
  /** Published centre and area, from the one source that has them. */
  centre?: { lat: number; lon: number; surfaceKm2: number | null };
}

/** The edition that a file says it is of. */
export interface Edition {
  /** As written after the title of the source: « 31 mars 2026 ». */
  label: string;
  /** As written beside a figure: « 2026 ». */
  year: string;
}

interface AdapterBase {
  id: SourceId;
  /** Files it reads, by their name in the mirror; the first one names the load. */
  files: readonly string[];
  /** Other names that the first file comes under; of several, the last in alphabetical order is read. */
  namedLike?: RegExp;
  /** Another whole set of files, as published since: read in their place when all of it is there. */
  otherFiles?: readonly string[];
  /** None of its files may be there: it is then absent, which is no failure. It reads those that are. */
  optional?: true;
  /** Raised when what the adapter makes of the same file changes. */
  revision: number;
}

/** Figures of communes (or, for `level: 'epci'`, of EPCI as published). */
export interface ValueAdapter extends AdapterBase {
  kind: 'values';
  level: 'commune' | 'epci';
  indicators: readonly string[];
  read(paths: readonly string[], territories: Territories): Promise<ReadValues>;
}

export interface ReadValues {
  rows: ValueRow[];
  refused: Refusal[];
  /** As the file says it; that of the catalogue when it does not. */
  edition?: Edition;
  /** The indicators that the files bring, where they do not bring all of the adapter's. */
  brought?: readonly string[];
}

/** Places, each with its own id. */
export interface PlaceAdapter extends AdapterBase {
  kind: 'places';
  read(
    paths: readonly string[],
    territories: Territories,
  ): Promise<{ places: Place[]; rowsRead: number; refused: Refusal[]; edition?: Edition }>;
}

/** Points where people live, which take the place of those before. */
export interface InhabitedAdapter extends AdapterBase {
  kind: 'inhabited';
  read(paths: readonly string[], territories: Territories): Promise<ReadInhabited>;
}

export interface ReadInhabited {
  /** As the pages call them. */
  name: string;
  points: InhabitedPoint[];
  rowsRead: number;
  refused: Refusal[];
  edition?: Edition;
}

/** Neighbourhoods with their outlines, which take the place of those of their kind. */
export interface ZoneAdapter extends AdapterBase {
  kind: 'zones';
  zone: ZoneKind;
}

/** The code officiel géographique: reads the folder of its JSON files. */
export interface CogAdapter extends AdapterBase {
  kind: 'cog';
}

export interface OutlineAdapter extends AdapterBase {
  kind: 'outlines';
}

/** Figures that Maillage computes from other sources: no file, its own figures of every level. */
export interface ComputedAdapter extends AdapterBase {
  kind: 'computed';
  /** Sources whose columns it reads; a new version of one of them makes it compute again. */
  inputs: readonly SourceId[];
  /** Sources that it reads when they are loaded, and does without otherwise. */
  inputsIfLoaded?: readonly SourceId[];
  /** The input whose edition and year it bears, where a new edition of it makes it one. */
  editionOf?: SourceId;
  indicators: readonly string[];
  /** Reads the columns in use through `query`, which may be the transaction that writes an input. */
  compute(query: Query, territories: Territories): Promise<Computed>;
}

export interface Computed {
  /** None when too little is known to compute: the former ones then go. */
  columns: SettledColumn[];
  /** Communes that have a figure. */
  communes: number;
  /** What the model says of itself, kept beside its figures. */
  report?: { model: string; content: unknown };
}

export type Adapter =
  | ValueAdapter
  | PlaceAdapter
  | InhabitedAdapter
  | ZoneAdapter
  | CogAdapter
  | OutlineAdapter
  | ComputedAdapter;
