import type postgres from 'postgres';
import { openSession } from './lock-session.ts';

/**
 * The advisory locks of Maillage share one class number (« MA » in ASCII); the second number says
 * which. PostgreSQL frees them when their session ends, so a kill −9 leaves none behind.
 */
const lockClass = 0x4d41;
const presenceLock = 1;
const serverLock = 2;

/** One session that holds an advisory lock for as long as it is open. */
export interface Presence {
  /**
   * Ends the session. When nobody else is present, `whenAlone` runs first, under a lock that makes
   * newcomers wait.
   */
  leave(whenAlone: () => Promise<void>): Promise<void>;
}

/** The right to be the one server of a data folder. */
export interface ServerHold {
  release(): Promise<void>;
}

/** Who serves a data folder already. */
export interface Holder {
  pid: number | null;
  port: number | null;
}

/** Refused: another server holds the data folder. The message is French and names it. */
export class ServerHeld extends Error {
  override name = 'ServerHeld';
  constructor(
    readonly holder: Holder,
    dataDir: string,
  ) {
    const who =
      holder.pid === null ? 'Un autre serveur Maillage' : `Le serveur Maillage du processus ${holder.pid}`;
    const where = holder.port === null ? '' : `, sur le port ${holder.port}`;
    super(
      `${who} utilise déjà ce dossier de données (${dataDir})${where}. Rien n’a été modifié. ` +
        'Arrêtez-le d’abord, ou donnez un autre dossier à celui-ci avec DATA_DIR. ' +
        'Les commandes « npm run data » fonctionnent pendant qu’il tourne.',
    );
  }
}

/**
 * Says that this process uses the cluster at `url`, with a shared lock. Waits while another process
 * is stopping it (the session is then cut: the error is the caller's to retry).
 */
export async function joinPresence(url: string): Promise<Presence> {
  const session = await openSession(url, `maillage presence ${process.pid}`, (sql) => takeShared(sql));
  return {
    async leave(whenAlone) {
      session.settle();
      // Unlock before asking: of two processes leaving at once, the last one gets the lock.
      const alone = await session
        .ask(async (sql) => {
          await sql`select pg_advisory_unlock_shared(${lockClass}::int, ${presenceLock}::int)`;
          return tryExclusive(sql, presenceLock);
        })
        .catch(() => false);
      try {
        if (alone) await whenAlone();
      } finally {
        await session.close();
      }
    },
  };
}

/**
 * Becomes the one server of the embedded cluster at `url`.
 * @param port the port served, told to whoever is refused
 * @throws ServerHeld naming the process that serves already
 */
export async function holdServer(url: string, port: number, dataDir: string): Promise<ServerHold> {
  const name = `maillage server pid=${process.pid} port=${port}`;
  const session = await openSession(url, name, async (sql) => {
    if (!(await tryExclusive(sql, serverLock))) throw new ServerHeld(await findHolder(sql), dataDir);
  });
  return { release: () => session.close() };
}

async function findHolder(sql: postgres.Sql): Promise<Holder> {
  const rows = await sql<{ name: string }[]>`
    select activity.application_name as name
    from pg_locks as locks join pg_stat_activity as activity using (pid)
    where locks.locktype = 'advisory' and locks.granted
      and locks.classid = ${lockClass}::int::oid and locks.objid = ${serverLock}::int::oid`;
  const match = /pid=(\d+) port=(\d+)/.exec(rows[0]?.name ?? '');
  return { pid: match?.[1] ? Number(match[1]) : null, port: match?.[2] ? Number(match[2]) : null };
}

async function takeShared(sql: postgres.Sql): Promise<void> {
  await sql`select pg_advisory_lock_shared(${lockClass}::int, ${presenceLock}::int)`;
}

async function tryExclusive(sql: postgres.Sql, lock: number): Promise<boolean> {
  const rows = await sql<
    { held: boolean }[]
  >`select pg_try_advisory_lock(${lockClass}::int, ${lock}::int) as held`;
  return rows[0]?.held === true;
}
