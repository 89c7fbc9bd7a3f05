import type { RequestEvent } from '@sveltejs/kit';
import { version } from '$app/environment';
import { env } from '$env/dynamic/private';
import { hasAccounts } from './accounts/account.ts';
import { IdentityProvider } from './accounts/identity-provider.ts';
import { providerSettings } from './accounts/provider-settings.ts';
import { openDatabase, type Database } from './db/client.ts';
import { isUnreachable } from './db/unreachable.ts';
import { nameBuild } from './http/etag.ts';
import { ancestorsOf } from './http/framing.ts';
import { isSingleUser } from './http/single-user.ts';
import type { SitingResult } from './api/actions/siting-result.ts';
import { SitingDesk } from './api/jobs/siting-desk.ts';
import { Desk } from './jobs/desk.ts';
import type { JobContext } from './jobs/file-job.ts';
import type { IntakeContext, IntakeJob } from './jobs/intake-job.ts';
import type { TableJob } from './jobs/table-job.ts';
import { GEOCODER } from './places/geocoder-address.ts';
import { Snapshot } from './queries/snapshot.ts';
import { dataRevision } from './queries/versions.ts';

/** How long a snapshot serves before the server asks whether newer data was loaded. */
const CHECK_EVERY_MS = 2_000;

nameBuild(version);

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

/** Once there are accounts there always are: organisations are never taken away. */
let accountsMade = false;

/** Whether somebody made accounts here. */
export async function accountsExist(): Promise<boolean> {
  accountsMade ||= await hasAccounts(appDatabase());
  return accountsMade;
}

/** Whether a request comes from the person at this machine, where nobody made accounts. */
export async function isAlone({
  url,
  getClientAddress,
}: Pick<RequestEvent, 'url' | 'getClientAddress'>): Promise<boolean> {
  const here = { host: env.HOST, hostname: url.hostname, address: getClientAddress() };
  return isSingleUser(here) && !(await accountsExist());
}

let ancestors: string | null = null;

/** Who may frame the embedded views: `EMBED_ANCESTORS`, everybody without it. */
export const embedAncestors = (): string => (ancestors ??= ancestorsOf(env.EMBED_ANCESTORS));

let provider: IdentityProvider | null | undefined;

/** The identity provider of the environment; `null` without one. */
export function identityProvider(): IdentityProvider | null {
  if (provider === undefined) {
    const settings = providerSettings(env);
    provider = settings && new IdentityProvider(settings);
  }
  return provider;
}

/** Files of one kind on their way in at once: each may hold two million cells. */
const MOST_JOBS = 4;

/** Lists of places on their way in. */
export const intakeDesk = new Desk<IntakeJob>(MOST_JOBS);

/** Tables of people on their way in. */
export const tableDesk = new Desk<TableJob>(MOST_JOBS);

/** Searches that programs ordered. */
export const sitingDesk = new SitingDesk<SitingResult>();

/** What a file on its way in needs of the application. */
export const jobContext = (): JobContext => ({
  database: appDatabase(),
  territories: async () => (await currentData()).territories,
  changed: dataChanged,
  now: () => new Date(),
});

/** What a list of places on its way in needs of the application. */
export const intakeContext = (): IntakeContext => ({
  ...jobContext(),
  geocoder: env.GEOCODER_URL || GEOCODER,
});

/** Requests that the interface for programs takes in a minute from one address, unless told otherwise. */
const USUAL_READS = 600;

/** Requests that the interface for programs takes in a minute from one address (`API_READS_PER_MINUTE`). */
export function apiReadsPerMinute(): number {
  const told = Number(env.API_READS_PER_MINUTE);
  return Number.isInteger(told) && told > 0 ? told : USUAL_READS;
}
