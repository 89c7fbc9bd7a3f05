import type { Column } from '../../domain/indicators/column.ts';
import { decodeColumn } from '../../domain/indicators/column-file.ts';
import type { ModelReport } from '../../domain/need/estimate/report.ts';
import type { Place } from '../../domain/places/place.ts';
import type { Contiguity } from '../../domain/spatial/contiguity.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Database, Query } from '../db/client.ts';
import { readColumnFiles, type StoredColumn } from './columns.ts';
import { readContiguity } from './access/contiguity.ts';
import { readPovertyReport } from './model-report.ts';
import { readInhabited, type Inhabited } from './access/inhabited.ts';
import { readListNotices, type PlaceListNotice } from './places/place-lists.ts';
import { readFormerEdition, type PlaceEdition } from './places/place-edition.ts';
import { readPlaces } from './places/places.ts';
import { readTerritories } from './territories.ts';
import { readTablesInUse, type TableInUse } from './tables-in-use.ts';
import { readTravel, type Travel } from './access/travel.ts';
import {
  columnSummaries,
  currentTileset,
  currentVersions,
  dataRevision,
  type ColumnSummary,
  type DataRevision,
  type DatasetVersion,
} from './versions.ts';

/** What loads made: it stands from one change of places to the next. */
interface Loaded {
  /** The version in use of each source. */
  versions: ReadonlyMap<string, DatasetVersion>;
  territories: Territories;
  columns: readonly ColumnSummary[];
  /** Name of the tiles in use; `null` before the outlines are loaded. */
  tileset: { hash: string; minZoom: number; maxZoom: number } | null;
  /** What the estimate of the poverty rate says of itself; `null` before it was computed. */
  povertyReport: ModelReport | null;
  /** Which communes share a border; `null` before the outlines are loaded. */
  contiguity: Contiguity | null;
  /** The places before the last new files of their sources; `null` when there was only one edition. */
  edition: PlaceEdition | null;
  files: ReadonlyMap<string, StoredColumn>;
  /** Filled as columns are first used. */
  decoded: Map<string, Column>;
}

/** What people change too. */
interface Mesh {
  /** Those that help today. */
  places: readonly Place[];
  /** Lists that people imported, by the source of their records. */
  lists: ReadonlyMap<string, PlaceListNotice>;
  /** Travel times, when a source was brought in. */
  travel: Travel | null;
  /** Where people live in large communes, when it was brought in. */
  inhabited: Inhabited | null;
  /** Tables that people brought, whoever may see them. */
  tables: readonly TableInUse[];
}

/** Whether people are helped there: it is not closed, and not premises that wait for somebody. */
export const helpsToday = ({ closed, candidate }: Place): boolean => closed === null && !candidate;

/**
 * What is loaded, as one immutable view of one revision: about 10 MB of columns and 40,000
 * territories and places, all read in one transaction, so that a load under way is never half seen.
 */
export class Snapshot {
  /** Rises with each load and each change of places. */
  readonly revision: number;
  readonly versions: Loaded['versions'];
  readonly territories: Territories;
  readonly places: readonly Place[];
  readonly lists: Mesh['lists'];
  readonly travel: Travel | null;
  readonly inhabited: Inhabited | null;
  readonly tables: Mesh['tables'];
  readonly columns: readonly ColumnSummary[];
  readonly tileset: Loaded['tileset'];
  readonly povertyReport: ModelReport | null;
  readonly contiguity: Contiguity | null;
  readonly #loaded: Loaded;
  #former: Snapshot | null = null;
  readonly #standing: DataRevision;

  private constructor(revision: DataRevision, loaded: Loaded, mesh: Mesh) {
    this.revision = revision.loads + revision.changes;
    this.#standing = revision;
    this.versions = loaded.versions;
    this.territories = loaded.territories;
    this.places = mesh.places;
    this.lists = mesh.lists;
    this.travel = mesh.travel;
    this.inhabited = mesh.inhabited;
    this.tables = mesh.tables;
    this.columns = loaded.columns;
    this.tileset = loaded.tileset;
    this.povertyReport = loaded.povertyReport;
    this.contiguity = loaded.contiguity;
    this.#loaded = loaded;
  }

  /** Reads what is loaded; what no load changed since `held` is taken from it. */
  static async read(database: Pick<Database, 'query'>, held: Snapshot | null = null): Promise<Snapshot> {
    return database.query.transaction(
      async (tx) => {
        const revision = await dataRevision({ query: tx });
        const stands = held !== null && held.#standing.loads === revision.loads;
        const loaded = stands ? held.#loaded : await readLoaded({ query: tx });
        return new Snapshot(
          revision,
          loaded,
          await readMesh({ query: tx }, loaded.territories, stands ? held : null),
        );
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
  }

  /** Whether this is what a revision holds. */
  isOf({ loads, changes }: DataRevision): boolean {
    return this.#standing.loads === loads && this.#standing.changes === changes;
  }

  /** Whether the figures are those of the fictional demonstration territory. */
  get demonstration(): boolean {
    return [...this.versions.values()].some((version) => version.demonstration);
  }

  /** The edition of the places before this one; `null` when there was only one. */
  get edition(): PlaceEdition | null {
    return this.#loaded.edition;
  }

  /**
   * The same figures over the places of the edition before: what is asked of one can be asked of the
   * other. It has no travel times, which speak of the places in use; `null` when there was only one edition.
   */
  get former(): Snapshot | null {
    const { edition } = this.#loaded;
    if (!edition) return null;
    return (this.#former ??= new Snapshot(
      this.#standing,
      { ...this.#loaded, edition: null },
      {
        places: edition.places.filter(helpsToday),
        lists: this.lists,
        travel: null,
        inhabited: this.inhabited,
        tables: this.tables,
      },
    ));
  }

  /** The column file of an indicator at a level, as stored; `null` when there is none. */
  file(indicator: string, level: Level): StoredColumn | null {
    return this.#loaded.files.get(`${indicator}/${level}`) ?? null;
  }

  /** The figures of an indicator at a level, decoded on first use; `null` when there are none. */
  column(indicator: string, level: Level): Column | null {
    const key = `${indicator}/${level}`;
    const { files, decoded } = this.#loaded;
    const file = files.get(key);
    if (!file) return null;
    const column = decoded.get(key) ?? decodeColumn(file.bytes);
    decoded.set(key, column);
    return column;
  }
}

async function readLoaded(database: { query: Query }): Promise<Loaded> {
  const versions = await currentVersions(database);
  const territories = await readTerritories(database);
  return {
    versions: new Map(versions.map((version) => [version.source, version])),
    territories,
    columns: await columnSummaries(database),
    tileset: await currentTileset(database),
    povertyReport: await readPovertyReport(database),
    contiguity: await readContiguity(database, 'commune', territories.all('commune').length),
    edition: await readFormerEdition(database),
    files: await readColumnFiles(database),
    decoded: new Map(),
  };
}

async function readMesh(
  database: { query: Query },
  territories: Territories,
  held: Snapshot | null,
): Promise<Mesh> {
  const places = (await readPlaces(database)).filter(helpsToday);
  return {
    places,
    lists: await readListNotices(database),
    travel: await readTravel(database, territories, places, held?.travel),
    inhabited: await readInhabited(database, territories),
    tables: await readTablesInUse(database),
  };
}
