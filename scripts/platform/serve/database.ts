import postgres from 'postgres';
import { openDatabase, type Database } from '#lib/server/db/client.ts';
import { openCluster } from '#lib/server/db/cluster/cluster.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { holdServer } from '#lib/server/db/presence.ts';
import { Refusal } from '../processes.mjs';
import { say } from '../progress.mjs';
import type { Settings } from './settings.ts';

/** A server that says nothing for this long, in milliseconds, is not there. */
const patience = 4_000;

/** The database of a server. */
export interface Held {
  url: string;
  /** Gives it back; the embedded PostgreSQL stops when nobody else uses it. Twice is once. */
  release(): Promise<void>;
}

/**
 * Opens the database of a server: the one of `DATABASE_URL`, which several servers may share, or the
 * embedded one, which has one server at a time.
 * @param port the port served, told to a second server
 * @throws Refusal, ClusterFailure or ServerHeld, in French
 */
export async function holdDatabase({ databaseUrl, dataDir }: Settings, port: number): Promise<Held> {
  if (databaseUrl) {
    await requireAnswer(databaseUrl);
    return { url: databaseUrl, release: () => Promise.resolve() };
  }
  const start = performance.now();
  const cluster = await openCluster({ dataDir, log: say });
  const seconds = ((performance.now() - start) / 1000).toFixed(1).replace('.', ',');
  say(
    cluster.adopted
      ? 'PostgreSQL tournait déjà : rejoint.'
      : `PostgreSQL démarré en ${seconds} s (${cluster.pgData}).`,
  );
  try {
    const hold = await holdServer(cluster.url, port, dataDir);
    let released: Promise<void> | undefined;
    const release = async () => {
      await hold.release();
      await cluster.release();
    };
    return { url: cluster.url, release: () => (released ??= release()) };
  } catch (error) {
    await cluster.release();
    throw error;
  }
}

/**
 * Brings the schema up to date.
 * @throws Refusal in French: a migration that fails is undone whole
 */
export async function updateSchema(db: Database): Promise<void> {
  try {
    await migrate(db);
  } catch (error) {
    throw new Refusal(
      'La base de données n’a pas pu être mise à la version de cette application. Elle est restée comme avant. ' +
        `Ce que dit PostgreSQL : ${causeOf(error)}`,
    );
  }
}

async function requireAnswer(url: string): Promise<void> {
  let db: Database | undefined;
  try {
    db = openDatabase(url, { max: 1, name: 'maillage-check' });
    await within(patience, db.sql`select 1`);
  } catch (error) {
    throw new Refusal(
      `Le serveur PostgreSQL de DATABASE_URL (${withoutPassword(url)}) ne répond pas : ${reasonOf(error)}. ` +
        'Aucune donnée n’a été modifiée. Vérifiez l’adresse et que ce serveur tourne, ou retirez DATABASE_URL ' +
        'pour utiliser la base intégrée.',
    );
  } finally {
    void db?.close().catch(() => undefined);
  }
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(Object.assign(new Error('timeout'), { code: 'CONNECT_TIMEOUT' }));
    const timer = setTimeout(late, milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The refusals a person can act on, in words; else those of the driver. */
function reasonOf(error: unknown): string {
  const known: Record<string, string> = {
    CONNECT_TIMEOUT: 'pas de réponse en 4 secondes',
    ECONNREFUSED: 'connexion refusée',
    ECONNRESET: 'connexion coupée',
    EHOSTUNREACH: 'machine injoignable',
    ENETUNREACH: 'réseau injoignable',
    ENOTFOUND: 'nom de machine inconnu',
    EAI_AGAIN: 'nom de machine introuvable',
    ERR_INVALID_URL: 'l’adresse est mal écrite (attendu : postgres://compte:motdepasse@machine:5432/base)',
    '28P01': 'compte ou mot de passe refusé',
    '28000': 'compte refusé',
    '3D000': 'la base de données n’existe pas sur ce serveur',
    '53300': 'ce serveur n’accepte plus de connexions',
    '57P03': 'ce serveur est en train de démarrer ou de s’arrêter',
  };
  return known[codeOf(error)] ?? causeOf(error);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof postgres.PostgresError) return cause.message;
  return cause instanceof Error ? cause.message : String(cause);
}

function withoutPassword(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return host + pathname;
  } catch {
    return 'adresse illisible';
  }
}
