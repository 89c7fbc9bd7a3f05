import type { SourceId } from '../../domain/indicators/source.ts';
import type { Cell } from '../../domain/indicators/value.ts';
import type { Place } from '../../domain/places/place.ts';
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

interface AdapterBase {
  id: SourceId;
  /** Files it reads, by their name in the mirror; the first one names the load. */
  files: readonly string[];
  /** Raised when what the adapter makes of the same file changes. */
  revision: number;
}

/** Figures of communes (or, for `level: 'epci'`, of EPCI as published). */
export interface ValueAdapter extends AdapterBase {
  kind: 'values';
  level: 'commune' | 'epci';
  indicators: readonly string[];
  read(paths: readonly string[]): Promise<{ rows: ValueRow[]; refused: Refusal[] }>;
}

/** Places, each with its own id. */
export interface PlaceAdapter extends AdapterBase {
  kind: 'places';
  read(
    paths: readonly string[],
    territories: Territories,
  ): Promise<{ places: Place[]; rowsRead: number; refused: Refusal[] }>;
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
  report: { model: string; content: unknown };
}

export type Adapter = ValueAdapter | PlaceAdapter | CogAdapter | OutlineAdapter | ComputedAdapter;
