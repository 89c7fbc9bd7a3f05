import type { Column } from '../../domain/indicators/column.ts';
import { decodeColumn } from '../../domain/indicators/column-file.ts';
import type { ModelReport } from '../../domain/need/estimate/report.ts';
import type { Place } from '../../domain/places/place.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Database, Query } from '../db/client.ts';
import { readColumnFiles, type StoredColumn } from './columns.ts';
import { readPovertyReport } from './model-report.ts';
import { readListNotices, type PlaceListNotice } from './place-lists.ts';
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

interface Loaded {
  /** Id of the latest load. */
  revision: number;
  /** The version in use of each source. */
  versions: ReadonlyMap<string, DatasetVersion>;
  territories: Territories;
  /** Those that help today. */
  places: readonly Place[];
  /** Lists that people imported, by the source of their records. */
  lists: ReadonlyMap<string, PlaceListNotice>;
  columns: readonly ColumnSummary[];
  /** Name of the tiles in use; `null` before the outlines are loaded. */
  tileset: { hash: string; minZoom: number; maxZoom: number } | null;
  /** What the estimate of the poverty rate says of itself; `null` before it was computed. */
  povertyReport: ModelReport | null;
}

/** Whether people are helped there: it is not closed, and not premises that wait for somebody. */
const helpsToday = ({ closed, candidate }: Place): boolean => closed === null && !candidate;

/**
 * What is loaded, as one immutable view of one revision: about 10 MB of columns and 40,000
 * territories and places, all read in one transaction, so that a load under way is never half seen.
 */
export class Snapshot implements Loaded {
  readonly revision: number;
  readonly versions: ReadonlyMap<string, DatasetVersion>;
  readonly territories: Territories;
  readonly places: readonly Place[];
  readonly lists: Loaded['lists'];
  readonly columns: readonly ColumnSummary[];
  readonly tileset: Loaded['tileset'];
  readonly povertyReport: ModelReport | null;
  readonly #files: ReadonlyMap<string, StoredColumn>;
  readonly #decoded = new Map<string, Column>();

  private constructor(loaded: Loaded, files: ReadonlyMap<string, StoredColumn>) {
    this.revision = loaded.revision;
    this.versions = loaded.versions;
    this.territories = loaded.territories;
    this.places = loaded.places;
    this.lists = loaded.lists;
    this.columns = loaded.columns;
    this.tileset = loaded.tileset;
    this.povertyReport = loaded.povertyReport;
    this.#files = files;
  }

  static async read(database: Pick<Database, 'query'>): Promise<Snapshot> {
    return database.query.transaction((tx) => Snapshot.#within({ query: tx }), {
      isolationLevel: 'repeatable read',
      accessMode: 'read only',
    });
  }

  static async #within(database: { query: Query }): Promise<Snapshot> {
    const versions = await currentVersions(database);
    const loaded = {
      revision: await dataRevision(database),
      versions: new Map(versions.map((version) => [version.source, version])),
      territories: await readTerritories(database),
      places: (await readPlaces(database)).filter(helpsToday),
      lists: await readListNotices(database),
      columns: await columnSummaries(database),
      tileset: await currentTileset(database),
      povertyReport: await readPovertyReport(database),
    };
    return new Snapshot(loaded, await readColumnFiles(database));
  }

  /** Whether the figures are those of the fictional demonstration territory. */
  get demonstration(): boolean {
    return [...this.versions.values()].some((version) => version.demonstration);
  }

  /** The column file of an indicator at a level, as stored; `null` when there is none. */
  file(indicator: string, level: Level): StoredColumn | null {
    return this.#files.get(`${indicator}/${level}`) ?? null;
  }

  /** The figures of an indicator at a level, decoded on first use; `null` when there are none. */
  column(indicator: string, level: Level): Column | null {
    const key = `${indicator}/${level}`;
    const file = this.#files.get(key);
    if (!file) return null;
    const column = this.#decoded.get(key) ?? decodeColumn(file.bytes);
    this.#decoded.set(key, column);
    return column;
  }
}
