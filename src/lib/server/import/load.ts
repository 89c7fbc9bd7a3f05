import { basename } from 'node:path';
import { SOURCE_IDS, sourceNotice, type SourceId } from '../../domain/indicators/source.ts';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Database, Query } from '../db/client.ts';
import { readTerritories } from '../queries/territories.ts';
import { currentVersions, type DatasetVersion } from '../queries/versions.ts';
import type { Adapter } from './adapter.ts';
import type { FetchedSource } from './fetched.ts';
import { filesInUse, wasFetched } from './files-in-use.ts';
import { ImportError } from './import-error.ts';
import { oneImport } from './one-import.ts';
import type { Origin } from './origin.ts';
import { presentFiles } from './present-files.ts';
import { fileDate } from './read/read-file.ts';
import { ADAPTERS, COMPUTED } from './registry.ts';
import { remakeOwnTables } from './remake-own-tables.ts';
import { computeSource, type Computing } from './steps/compute-source.ts';
import { fingerprintOfFiles, type Fingerprint } from './steps/fingerprint.ts';
import { loadedOutcome, type LoadOutcome } from './steps/load-outcome.ts';
import { stageSource } from './steps/stage-source.ts';
import { forgetEditions, keepEdition } from './write/keep-edition.ts';
import { retireVersion, writeVersion, type Provenance } from './write/write-version.ts';

/** What is asked of a load, and who is told. */
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
    const cog = await fingerprintOfFiles(cogAdapter, this.#paths(cogAdapter) ?? [], '').catch(
      (cause: unknown) => {
        if (cause instanceof ImportError) return cause;
        throw cause;
      },
    );
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
    if (adapter.kind === 'computed') return computeSource(query, adapter, this.#reading(query));
    if (current && this.#keepsLive(source, current)) return { source, outcome: 'unchanged' };
    const paths = this.#paths(adapter);
    if (paths === null) return { source, outcome: 'absent' };
    const print = await fingerprintOfFiles(adapter, paths, adapter.kind === 'cog' ? '' : cogFingerprint);
    if (current?.fingerprint === print.fingerprint) return { source, outcome: 'unchanged' };
    const startedAt = this.#now();
    const fetched = this.#fetched.get(source);
    const [first = ''] = paths;
    const fetchedAt = fetched?.fetchedAt ?? (await fileDate(first));
    const { counts, edition, write, movesTerritories } = await stageSource(adapter, paths, {
      ...this.#reading(query),
      cogFolder: this.#origin.cogFolder,
      fingerprint: print.fingerprint,
      report: (step) => this.#options.report?.(source, step),
    });
    const provenance: Provenance = {
      source,
      origin: fetched?.files[0]?.url ?? basename(first),
      ...print,
      demonstration: this.#origin.kind === 'demonstration',
      fetchedAt,
      edition,
    };
    await query.transaction(async (tx) => {
      if (adapter.kind === 'places' && this.#isNewEdition(source, print)) await this.#keepEdition(tx);
      await write(tx, await writeVersion(tx, provenance, counts, startedAt, this.#now()));
      if (movesTerritories) this.#territories = null;
      if (current) await this.#follow(tx, source);
    });
    this.#editionKept ||= adapter.kind === 'places' && this.#isNewEdition(source, print);
    return loadedOutcome(source, counts, startedAt, this.#now());
  }

  /** How the territories are read once for all that a load does. */
  #reading(query: Query): Computing {
    return {
      territories: async () => (this.#territories ??= await readTerritories({ query })),
      now: this.#now,
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
      await computeSource(tx, adapter, this.#reading(tx));
    }
  }

  /** Files of a source, as fetched or in the origin; `null` for an optional one that has none. */
  #paths(adapter: Adapter): string[] | null {
    const { cogFolder, folder: given } = this.#origin;
    const folder = adapter.kind === 'cog' ? cogFolder : (this.#fetched.get(adapter.id)?.folder ?? given);
    return presentFiles(adapter, folder);
  }
}
