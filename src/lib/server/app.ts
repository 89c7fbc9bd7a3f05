import type { RequestEvent } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { openDatabase, type Database } from './db/client.ts';
import { isUnreachable } from './db/unreachable.ts';
import { isSingleUser } from './http/single-user.ts';
import { IntakeDesk } from './jobs/intake-desk.ts';
import type { IntakeContext } from './jobs/intake-job.ts';
import { GEOCODER } from './places/geocoder-address.ts';
import { Snapshot } from './queries/snapshot.ts';
import { dataRevision } from './queries/versions.ts';

/** How long a snapshot serves before the server asks whether newer data was loaded. */
const CHECK_EVERY_MS = 2_000;

let database: Database | null = null;
let snapshot: Promise<Snapshot> | null = null;
/** What this process changed, being read again. */
let renewal: Promise<Snapshot> | null = null;
let checkedAt = 0;

/** The application's database: `DATABASE_URL`, which `npm start` sets to the embedded one. */
export function appDatabase(): Database {
  if (database) return database;
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set: start the application with npm start');
  const opened = openDatabase(env.DATABASE_URL, { name: `maillage-app-${process.pid}` });
  database = opened;
  process.once('sveltekit:shutdown', () => void opened.close());
  return opened;
}

/** What is loaded now. Readers of one request should take it once and keep it. */
export async function currentData(now = Date.now()): Promise<Snapshot> {
  if (snapshot && (renewal || now - checkedAt < CHECK_EVERY_MS)) return snapshot;
  checkedAt = now;
  const held = snapshot;
  if (held && (await held).isOf(await dataRevision(appDatabase()))) return held;
  const next = readAgain(held);
  snapshot = next;
  next.catch(() => {
    if (snapshot === next) snapshot = held;
  });
  return next;
}

const readAgain = async (held: Promise<Snapshot> | null): Promise<Snapshot> =>
  Snapshot.read(appDatabase(), await held?.catch(() => null));

/**
 * Reads what this very process changed, so that who changed it sees it next; others are served what
 * stood until then, without waiting. A reading that fails is left to the next reader.
 */
export async function dataChanged(): Promise<void> {
  const next = readAgain(snapshot);
  renewal = next;
  try {
    await next;
    if (renewal === next) snapshot = next;
  } catch {
    checkedAt = 0;
  } finally {
    if (renewal === next) renewal = null;
  }
}

/** What is loaded now; `null` when the database does not answer, for pages that say something without it. */
export async function reachableData(): Promise<Snapshot | null> {
  try {
    return await currentData();
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return null;
  }
}

/** Whether a request may write: until accounts exist, only the person at this machine. */
export function mayWrite({ url, getClientAddress }: Pick<RequestEvent, 'url' | 'getClientAddress'>): boolean {
  return isSingleUser({ host: env.HOST, hostname: url.hostname, address: getClientAddress() });
}

/** Imports of lists under way. */
export const intakeDesk = new IntakeDesk();

/** What an import needs of the application. */
export const intakeContext = (): IntakeContext => ({
  database: appDatabase(),
  territories: async () => (await currentData()).territories,
  changed: dataChanged,
  now: () => new Date(),
  geocoder: env.GEOCODER_URL || GEOCODER,
});
