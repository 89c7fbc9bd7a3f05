import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { SOURCE_IDS, sourceNotice, type SourceId } from '../../domain/indicators/source.ts';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Database, Query } from '../db/client.ts';
import { writeInhabited } from '../places/write-inhabited.ts';
import { readTerritories } from '../queries/territories.ts';
import { currentVersions, type DatasetVersion } from '../queries/versions.ts';
import type { Adapter, ComputedAdapter, Edition } from './adapter.ts';
import { ImportError } from './import-error.ts';
import { digestOfFiles, type FetchedSource } from './fetched.ts';
import { filesInUse, wasFetched } from './files-in-use.ts';
import { oneImport } from './one-import.ts';
import type { Origin } from './origin.ts';
import { stageOutlines } from './outlines/outlines.ts';
import { presentFiles } from './present-files.ts';
import { fileDate, hashFile } from './read/read-file.ts';
import { ADAPTERS, COMPUTED } from './registry.ts';
import { remakeOwnTables } from './remake-own-tables.ts';
import { settleCommunes, settleEpci } from './settle.ts';
import { stageCog } from './sources/cog-2026.ts';
import { forgetEditions, keepEdition } from './write/keep-edition.ts';
import { removeColumns, writeCentres, writeFigures } from './write/write-columns.ts';
import { writeComputed } from './write/write-computed.ts';
import { writeOutlines } from './write/write-outlines.ts';
import { writePlaces } from './write/write-places.ts';
import { populationColumns, writeTerritories } from './write/write-territories.ts';
import { retireVersion, writeVersion, type Counts, type Provenance } from './write/write-version.ts';
import { writeZones } from './write/write-zones.ts';
import { stageZones } from './zones/stage-zones.ts';

/** Raised when the shared machinery makes something else of the same files. */
const MACHINERY_REVISION = 1;

export type LoadOutcome =
  | { source: SourceId; outcome: 'unchanged' }
  /** An optional source without a file: nothing changes, and it is no failure. */
  | { source: SourceId; outcome: 'absent' }
  | {
      source: SourceId;
      outcome: 'loaded';
      rowsRead: number;
      rowsKept: number;
      rowsRefused: number;
      ms: number;
    }
  | { source: SourceId; outcome: 'failed'; message: string };

export interface LoadOptions {
  /** Only these sources; all of them when absent. */
  only?: readonly SourceId[];
  /** Told before each source (`null`), then of its outcome, and of the steps of long ones. */
  report?: (source: SourceId, event: LoadOutcome | string | null) => void;
  now?: () => Date;
  /** Leaves the territories as they are: the files of the code officiel géographique are not read. */
  keepTerritories?: boolean;
}

/**
 * Loads sources from an origin, in the order of the catalogue. Each is staged and checked in memory,
 * then replaces its former version in one transaction; the same files again change nothing; a bad
 * file leaves the former version in place and the others still load. When the territories
 * themselves change, everything is loaded in one transaction or not at all.
 *
 * What is computed from other sources follows them: an input that changes brings it up to date inside
 * its own transaction, so that nobody ever sees an estimate beside figures that it was not made from.
 */
export const loadSources = (
  database: Database,
  origin: Origin,
  options: LoadOptions = {},
): Promise<LoadOutcome[]> => oneImport(database, () => loadWithin(database.query, origin, options));

/** The same for who already holds the imports (`oneImport`), or inside a transaction that may be undone. */
export const loadWithin = (query: Query, origin: Origin, options: LoadOptions = {}): Promise<LoadOutcome[]> =>
  new Loader(query, origin, options).load();

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('/')).digest('hex');

/** The edition of what is computed: that of the input that makes it, where its file said it. */
function editionOf(
  { editionOf: source }: ComputedAdapter,
  versions: ReadonlyMap<string, DatasetVersion>,
): Edition | undefined {
  const version = source && versions.get(source);
  return version?.year ? { label: version.edition, year: version.year } : undefined;
}

interface Fingerprint {
  sha256: string;
  fingerprint: string;
}

/** A source read and checked, ready to write inside a transaction of the caller. */
interface Staged {
  counts: Counts;
  edition?: Edition;
  write: (tx: Query, version: number) => Promise<void>;
  /** Whether it writes to the territories themselves: codes, centres, boxes. */
  movesTerritories: boolean;
}

class Loader {
  readonly #query: Query;
  readonly #origin: Origin;
  readonly #options: LoadOptions;
  readonly #now: () => Date;
  /** The version of each source in use before this load. */
  #before: ReadonlyMap<string, DatasetVersion> = new Map();
  /** Whether the places before this load were put by: once, whatever sources of places change. */
  #editionKept = false;
  /** The territories as last read; forgotten when a source writes to them. */
  #territories: Territories | null = null;
  /** Sources read as they were fetched from their producers, not from the folder. */
  #fetched: ReadonlyMap<SourceId, FetchedSource> = new Map();

  constructor(query: Query, origin: Origin, options: LoadOptions) {
    this.#query = query;
    this.#origin = origin;
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  async load(): Promise<LoadOutcome[]> {
    const versions = new Map(
      (await currentVersions({ query: this.#query })).map((version) => [version.source, version]),
    );
    this.#before = versions;
    this.#fetched = await filesInUse(this.#origin, versions, this.#options.only ?? []);
    if (this.#options.keepTerritories) return this.#eachOver(versions);
    const cogAdapter = ADAPTERS['cog-2026'];
    const cog = await this.#print(cogAdapter, this.#paths(cogAdapter) ?? [], '').catch((cause: unknown) => {
      if (cause instanceof ImportError) return cause;
      throw cause;
    });
    if (cog instanceof ImportError)
      return [this.#told({ source: 'cog-2026', outcome: 'failed', message: cog.message })];
    const changesTerritories = versions.get('cog-2026')?.fingerprint !== cog.fingerprint;
    if (!changesTerritories || versions.size === 0) {
      const sources = SOURCE_IDS.filter((id) => id === 'cog-2026' || this.#isAsked(id, versions));
      const outcomes = await this.#each(this.#query, sources, versions, cog.fingerprint);
      await this.#query.transaction((tx) => remakeOwnTables(tx, this.#now()));
      return outcomes;
    }
    // New territories under existing figures: all or nothing.
    return this.#query.transaction(async (tx) => {
      const outcomes = await this.#each(tx, SOURCE_IDS, new Map(), cog.fingerprint, true);
      await remakeOwnTables(tx, this.#now());
      return outcomes;
    });
  }

  /** Loads what is asked over the territories in use. */
  async #eachOver(versions: ReadonlyMap<string, DatasetVersion>): Promise<LoadOutcome[]> {
    const cog = versions.get('cog-2026');
    const asked = SOURCE_IDS.filter((id) => id !== 'cog-2026' && this.#isAsked(id, versions));
    if (cog) return this.#each(this.#query, asked, versions, cog.fingerprint);
    const message = 'Aucun territoire n’est chargé. Lancez d’abord « npm run data -- load ».';
    return asked.map((source) => this.#told({ source, outcome: 'failed', message }));
  }

  /** Named, or everything is; what is computed also follows its inputs, once all of them are there. */
  #isAsked(id: SourceId, versions: ReadonlyMap<string, DatasetVersion>): boolean {
    const { only } = this.#options;
    if (!only || only.includes(id)) return true;
    const adapter = ADAPTERS[id];
    if (adapter.kind !== 'computed') return false;
    const { inputs, inputsIfLoaded = [] } = adapter;
    return (
      [...inputs, ...inputsIfLoaded].some((input) => only.includes(input)) &&
      inputs.every((input) => only.includes(input) || versions.has(input))
    );
  }

  async #each(
    query: Query,
    sources: readonly SourceId[],
    versions: ReadonlyMap<string, DatasetVersion>,
    cogFingerprint: string,
    allOrNothing = false,
  ): Promise<LoadOutcome[]> {
    const outcomes: LoadOutcome[] = [];
    for (const source of sources) {
      this.#options.report?.(source, null);
      try {
        const outcome = await this.#one(query, source, versions.get(source), cogFingerprint);
        // Its figures stood in the order of territories that are no more: they went with them.
        if (outcome.outcome === 'absent' && allOrNothing) await retireVersion(query, source);
        outcomes.push(this.#told(outcome));
      } catch (cause) {
        if (!(cause instanceof ImportError) || allOrNothing) throw cause;
        this.#territories = null;
        outcomes.push(this.#told({ source, outcome: 'failed', message: cause.message }));
        if (source === 'cog-2026') break;
      }
    }
    return outcomes;
  }

  #told(outcome: LoadOutcome): LoadOutcome {
    this.#options.report?.(outcome.source, outcome);
    return outcome;
  }

  async #one(
    query: Query,
    source: SourceId,
    current: DatasetVersion | undefined,
    cogFingerprint: string,
  ): Promise<LoadOutcome> {
    const adapter = ADAPTERS[source];
    if (adapter.kind === 'computed') return this.#compute(query, adapter);
    if (current && this.#keepsLive(source, current)) return { source, outcome: 'unchanged' };
    const paths = this.#paths(adapter);
    if (paths === null) return { source, outcome: 'absent' };
    const print = await this.#print(adapter, paths, adapter.kind === 'cog' ? '' : cogFingerprint);
    if (current?.fingerprint === print.fingerprint) return { source, outcome: 'unchanged' };
    const startedAt = this.#now();
    const fetched = this.#fetched.get(source);
    const [first = ''] = paths;
    const fetchedAt = fetched?.fetchedAt ?? (await fileDate(first));
    const staged = await this.#stage(query, adapter, paths, print.fingerprint);
    const { counts, write, movesTerritories } = staged;
    const provenance: Provenance = {
      source,
      origin: fetched?.files[0]?.url ?? basename(first),
      ...print,
      demonstration: this.#origin.kind === 'demonstration',
      fetchedAt,
      edition: staged.edition,
    };
    await query.transaction(async (tx) => {
      if (adapter.kind === 'places' && this.#isNewEdition(source, print)) await this.#keepEdition(tx);
      await write(tx, await writeVersion(tx, provenance, counts, startedAt, this.#now()));
      if (movesTerritories) this.#territories = null;
      if (current) await this.#follow(tx, source);
    });
    this.#editionKept ||= adapter.kind === 'places' && this.#isNewEdition(source, print);
    return {
      source,
      outcome: 'loaded',
      rowsRead: counts.rowsRead,
      rowsKept: counts.rowsKept,
      rowsRefused: counts.refused.length,
      ms: this.#now().getTime() - startedAt.getTime(),
    };
  }

  /** Whether what a producer gave stays, its files no longer at hand, rather than what the folder has. */
  #keepsLive(source: SourceId, current: DatasetVersion): boolean {
    const isNamed = this.#options.only?.includes(source) ?? false;
    return !isNamed && wasFetched(current) && !this.#fetched.has(source);
  }

  /** Whether other files of a source of places come in than those in use before this load. */
  #isNewEdition(source: SourceId, { sha256 }: Fingerprint): boolean {
    const before = this.#before.get(source);
    return before !== undefined && before.sha256 !== sha256;
  }

  /** Puts the places by as they were before this load, once; invented places are no edition of real ones. */
  async #keepEdition(tx: Query): Promise<void> {
    if (this.#editionKept) return;
    const before = PLACE_SOURCES.flatMap((id) => this.#before.get(id) ?? []);
    const invented = this.#origin.kind === 'demonstration';
    if (before.some(({ demonstration }) => demonstration !== invented)) return forgetEditions(tx);
    const editions = Object.fromEntries(before.map(({ source, edition }) => [source, edition]));
    await keepEdition(tx, editions, this.#now());
  }

  /** Brings what was computed from a source up to date with its new version, in the same transaction. */
  async #follow(tx: Query, source: SourceId): Promise<void> {
    const inUse = new Set((await currentVersions({ query: tx })).map((version) => version.source));
    for (const adapter of COMPUTED) {
      const inputs = [...adapter.inputs, ...(adapter.inputsIfLoaded ?? [])];
      if (!inputs.includes(source) || !inUse.has(adapter.id)) continue;
      this.#options.report?.(source, `${sourceNotice(adapter.id).title} : mise à jour`);
      await this.#compute(tx, adapter);
    }
  }

  /** Computes a source from the others as they now stand; they say whether anything changed. */
  async #compute(query: Query, adapter: ComputedAdapter): Promise<LoadOutcome> {
    const { id: source, inputs, inputsIfLoaded = [] } = adapter;
    const startedAt = this.#now();
    const versions = new Map((await currentVersions({ query })).map((version) => [version.source, version]));
    const missing = inputs.filter((input) => !versions.has(input));
    if (missing.length > 0 && adapter.optional) return { source, outcome: 'absent' };
    if (missing.length > 0)
      throw new ImportError('des sources dont il dépend ne sont pas chargées', {
        file: sourceNotice(source).title,
        expected: missing.map((input) => sourceNotice(input).title).join(', '),
      });
    const read = [...inputs, ...inputsIfLoaded].flatMap((input) => versions.get(input) ?? []);
    const sha256 = digest(read.map((version) => version.sha256));
    const fingerprint = digest([
      ...read.map((version) => version.fingerprint),
      String(adapter.revision),
      String(MACHINERY_REVISION),
    ]);
    if (versions.get(source)?.fingerprint === fingerprint) return { source, outcome: 'unchanged' };
    const territories = (this.#territories ??= await readTerritories({ query }));
    const computed = await adapter.compute(query, territories);
    const provenance: Provenance = {
      source,
      origin: 'calculé par Maillage',
      sha256,
      fingerprint,
      demonstration: read.some((version) => version.demonstration),
      fetchedAt: new Date(Math.max(...read.map((version) => version.fetchedAt.getTime()))),
      edition: editionOf(adapter, versions),
    };
    const counts = { rowsRead: computed.communes, rowsKept: computed.communes, refused: [] };
    await query.transaction(async (tx) => {
      const version = await writeVersion(tx, provenance, counts, startedAt, this.#now());
      await writeComputed(tx, version, adapter, computed, territories);
    });
    return {
      source,
      outcome: 'loaded',
      rowsRead: counts.rowsRead,
      rowsKept: counts.rowsKept,
      rowsRefused: 0,
      ms: this.#now().getTime() - startedAt.getTime(),
    };
  }

  /** Reads and checks everything a source brings, before anything is written. */
  async #stage(
    query: Query,
    adapter: Exclude<Adapter, ComputedAdapter>,
    paths: readonly string[],
    fingerprint: string,
  ): Promise<Staged> {
    if (adapter.kind === 'cog') {
      const staged = await stageCog(this.#origin.cogFolder);
      return {
        counts: { rowsRead: staged.rowsRead, rowsKept: staged.rowsRead, refused: [] },
        write: async (tx, version) => {
          const territories = await writeTerritories(tx, staged);
          await writeFigures(tx, version, populationColumns(territories), territories);
        },
        movesTerritories: true,
      };
    }
    const territories = (this.#territories ??= await readTerritories({ query }));
    if (adapter.kind === 'outlines') {
      const [communes = '', coarse = null] = paths;
      const staged = await stageOutlines({ communes, coarse }, territories, (step) =>
        this.#options.report?.(adapter.id, step),
      );
      return {
        counts: staged,
        write: (tx, version) => writeOutlines(tx, version, fingerprint, staged),
        movesTerritories: true,
      };
    }
    if (adapter.kind === 'places') {
      const { places, rowsRead, refused, edition } = await adapter.read(paths, territories);
      return {
        edition,
        counts: { rowsRead, rowsKept: rowsRead - refused.length, refused },
        write: (tx) => writePlaces(tx, adapter.id, places, this.#now()),
        movesTerritories: false,
      };
    }
    if (adapter.kind === 'inhabited') {
      const { name, points, rowsRead, refused, edition } = await adapter.read(paths, territories);
      return {
        edition,
        counts: { rowsRead, rowsKept: rowsRead - refused.length, refused },
        write: (tx) => writeInhabited(tx, name, points, this.#now()),
        movesTerritories: false,
      };
    }
    if (adapter.kind === 'zones') {
      const { zones, rowsRead, refused } = await stageZones(paths[0] ?? '', adapter.zone, territories);
      return {
        counts: { rowsRead, rowsKept: zones.length, refused },
        write: (tx, version) => writeZones(tx, version, adapter.zone, zones),
        movesTerritories: false,
      };
    }
    return this.#stageFigures(adapter, paths, territories);
  }

  async #stageFigures(
    adapter: Extract<Adapter, { kind: 'values' }>,
    paths: readonly string[],
    territories: Territories,
  ): Promise<Staged> {
    const { rows, refused, edition, brought = adapter.indicators } = await adapter.read(paths, territories);
    const settle = adapter.level === 'epci' ? settleEpci : settleCommunes;
    const settled = settle(rows, brought, territories);
    const gone = adapter.indicators.filter((id) => !brought.includes(id));
    const lines = rows.reduce((sum, row) => sum + row.lines, 0);
    return {
      counts: {
        rowsRead: lines + refused.length,
        rowsKept: settled.kept,
        refused: [...refused, ...settled.refused],
      },
      edition,
      write: async (tx, version) => {
        if (gone.length > 0) await removeColumns(tx, gone);
        await writeFigures(tx, version, settled.columns, territories);
        await writeCentres(tx, settled.centres);
      },
      movesTerritories: settled.centres.size > 0,
    };
  }

  /** Files of a source, as fetched or in the origin; `null` for an optional one that has none. */
  #paths(adapter: Adapter): string[] | null {
    const { cogFolder, folder: given } = this.#origin;
    const folder = adapter.kind === 'cog' ? cogFolder : (this.#fetched.get(adapter.id)?.folder ?? given);
    return presentFiles(adapter, folder);
  }

  async #print(adapter: Adapter, paths: readonly string[], upstream: string): Promise<Fingerprint> {
    const hashes: string[] = [];
    for (const path of paths) hashes.push(await hashFile(path));
    const sha256 = digestOfFiles(hashes);
    const fingerprint = createHash('sha256')
      .update([sha256, adapter.revision, MACHINERY_REVISION, upstream].join('/'))
      .digest('hex');
    return { sha256, fingerprint };
  }
}
