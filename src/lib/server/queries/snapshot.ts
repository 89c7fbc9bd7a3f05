import type { Column } from '../../domain/indicators/column.ts';
import { decodeColumn } from '../../domain/indicators/column-file.ts';
import type { Place } from '../../domain/places/place.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Database } from '../db/client.ts';
import { readColumnFile, type StoredColumn } from './columns.ts';
import { readPlaces } from './places.ts';
import { readTerritories } from './territories.ts';
import {
  columnSummaries,
  currentTileset,
  currentVersions,
  dataRevision,
  type ColumnSummary,
  type DatasetVersion,
} from './versions.ts';

/** What is loaded, as one immutable view of one revision; columns are read on first use and kept; a failed read is tried again. */
export class Snapshot {
  readonly revision: number;
  readonly versions: ReadonlyMap<string, DatasetVersion>;
  readonly territories: Territories;
  readonly places: readonly Place[];
  readonly columns: readonly ColumnSummary[];
  /** Name of the tiles in use; `null` before the outlines are loaded. */
  readonly tileset: { hash: string; minZoom: number; maxZoom: number } | null;
  readonly #database: Database;
  readonly #files = new Map<string, Promise<StoredColumn | null>>();
  readonly #decoded = new Map<string, Promise<Column | null>>();

  private constructor(
    database: Database,
    fields: Omit<Snapshot, 'file' | 'column' | 'demonstration' | 'version'>,
  ) {
    this.#database = database;
    this.revision = fields.revision;
    this.versions = fields.versions;
    this.territories = fields.territories;
    this.places = fields.places;
    this.columns = fields.columns;
    this.tileset = fields.tileset;
  }

  static async read(database: Database): Promise<Snapshot> {
    const [revision, versions, territories, places, columns, tileset] = await Promise.all([
      dataRevision(database),
      currentVersions(database),
      readTerritories(database),
      readPlaces(database),
      columnSummaries(database),
      currentTileset(database),
    ]);
    return new Snapshot(database, {
      revision,
      versions: new Map(versions.map((version) => [version.source, version])),
      territories,
      places,
      columns,
      tileset,
    });
  }

  /** Whether the figures are those of the fictional demonstration territory. */
  get demonstration(): boolean {
    return [...this.versions.values()].some((version) => version.demonstration);
  }

  /** The column file of an indicator at a level, as stored; `null` when there is none. */
  file(indicator: string, level: Level): Promise<StoredColumn | null> {
    const key = `${indicator}/${level}`;
    let file = this.#files.get(key);
    if (!file) {
      file = readColumnFile(this.#database, indicator, level);
      this.#files.set(key, file);
      file.catch(() => this.#files.delete(key));
    }
    return file;
  }

  /** The figures of an indicator at a level; `null` when there are none. */
  column(indicator: string, level: Level): Promise<Column | null> {
    const key = `${indicator}/${level}`;
    let column = this.#decoded.get(key);
    if (!column) {
      column = this.file(indicator, level).then((file) => file && decodeColumn(file.bytes));
      this.#decoded.set(key, column);
      column.catch(() => this.#decoded.delete(key));
    }
    return column;
  }
}
