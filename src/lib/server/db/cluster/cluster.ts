import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { joinPresence, type Presence } from '../presence.ts';
import { ClusterFailure } from './failure.ts';
import { databaseUser, initialise, readPassword } from './initialise.ts';
import { locate, type Location } from './location.ts';
import { isAlive, readPidFile, removeStale } from './pid-file.ts';
import { startPostmaster, stopPostmaster, type Settings } from './postmaster.ts';

/** The database of the application inside the embedded cluster. */
export const databaseName = 'maillage';

const projectRoot = resolve(fileURLToPath(new URL('../../../../..', import.meta.url)));

/** An embedded PostgreSQL that this process uses, perhaps with others. */
export interface Cluster {
  /** Address of the application's database, password included. */
  url: string;
  /** True when PostgreSQL was already running: started by another process, or left by a killed one. */
  adopted: boolean;
  /** The folder of PostgreSQL's files, for messages. */
  pgData: string;
  /** Leaves the cluster, and stops PostgreSQL when no other process uses it. Twice is once. */
  release(): Promise<void>;
}

/** What {@link openCluster} is asked. */
export interface ClusterRequest {
  /** Data folder of the application; created when absent. */
  dataDir: string;
  /** Receives French lines for the person at the terminal. */
  log: (line: string) => void;
  /** PostgreSQL settings of a throwaway cluster (tests turn `fsync` off). */
  settings?: Settings;
  projectDir?: string;
  fallbackRoot?: string;
  accountName?: string;
  /** Milliseconds to wait for PostgreSQL, crash recovery included. Default: two minutes. */
  patience?: number;
}

/**
 * Starts the embedded PostgreSQL of `dataDir`, or joins the one that runs there already, whoever
 * started it. It is stopped by the last process that releases it; after a kill −9 it lives on and
 * the next call adopts it.
 * @throws ClusterFailure in French: what happened, what is safe, what to do
 */
export async function openCluster(request: ClusterRequest): Promise<Cluster> {
  const dataDir = resolve(request.dataDir);
  const location = await locate({
    dataDir,
    projectDir: request.projectDir ?? projectRoot,
    fallbackRoot: request.fallbackRoot ?? '/var/lib/maillage',
    accountName: request.accountName ?? 'postgres',
    log: request.log,
  });
  await initialise(location, request.settings?.fsync !== 'off');
  const password = await readPassword(location.pgData);
  const deadline = Date.now() + (request.patience ?? 120_000);
  let adopted = true;
  while (Date.now() < deadline) {
    const joined = await tryJoin(location, password);
    if (joined) return makeCluster(location, joined.presence, joined.url, adopted);
    const running = await readPidFile(location.pgData);
    if (running && (await isAlive(running, location.pgData))) {
      await sleep(50);
      continue;
    }
    if (running) await removeStale(running, location.pgData);
    const started = await startPostmaster(
      location,
      join(dataDir, 'postgres.log'),
      request.settings ?? {},
      deadline,
    );
    if (started === 'running') adopted = false;
    else await sleep(50);
  }
  throw new ClusterFailure(
    `PostgreSQL ne répond pas dans ${location.pgData}. Les données sont intactes. ` +
      `Regardez son journal (${join(dataDir, 'postgres.log')}), puis relancez.`,
  );
}

interface Joined {
  url: string;
  presence: Presence;
}

/** Joins a running PostgreSQL; null when there is none, or it is starting, stopping, or not ours. */
async function tryJoin(location: Location, password: string): Promise<Joined | null> {
  const running = await readPidFile(location.pgData);
  if (!running?.port || !(await isAlive(running, location.pgData))) return null;
  const address = (database: string) =>
    `postgres://${databaseUser}:${password}@127.0.0.1:${running.port}/${database}`;
  try {
    const presence = await joinPresence(address('postgres'));
    try {
      await ensureDatabase(address('postgres'));
      return { url: address(databaseName), presence };
    } catch (error) {
      await presence.leave(() => Promise.resolve());
      throw error;
    }
  } catch {
    return null;
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => undefined });
  try {
    const found = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (found.length === 0) await sql`create database ${sql(databaseName)}`;
  } catch (error) {
    // 42P04, 23505: another process created it in the meantime.
    const code = error instanceof postgres.PostgresError ? error.code : '';
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function makeCluster(location: Location, presence: Presence, url: string, adopted: boolean): Cluster {
  let released: Promise<void> | undefined;
  const release = async () => {
    await presence.leave(async () => void (await stopPostmaster(location)));
  };
  return { url, adopted, pgData: location.pgData, release: () => (released ??= release()) };
}
