import { sauvegarde as words } from '../../messages/sauvegarde.ts';
import { note } from '../audit/writing.ts';
import { driverOf, type Database, type Query } from '../db/client.ts';
import { holdImports } from '../db/import-lock.ts';
import { refreshPlaces } from '../places/refresh-places.ts';
import { BackupRefusal } from './backup-refusal.ts';
import { fixSpelling, named, type Session } from './table-lines.ts';
import { FILLED_BY_ITSELF, keptTables, LEFT_OUT, type KeptTable } from './kept-tables.ts';
import { readBackup, verifyBackup, type Backup } from './read-backup.ts';
import { databaseLevel, readMigrations, type Migration } from './schema-level.ts';
import { Scratch } from './scratch.ts';

/** How long others may hold the tables before the restore gives up. */
const PATIENCE = '60s';

export interface RestoreOptions {
  now: Date;
  /** Puts the backup in place of what people made here. */
  replace?: boolean;
  /** The migrations of the application. */
  migrations?: string;
}

/**
 * Puts the content of a backup in the database: the file is checked wholly, then everything happens in one
 * transaction, or nothing. What is loaded from open data stays; sessions end; the places are made again.
 * Rejects with a `BackupRefusal` when the file is no good or newer, or the database is not empty.
 */
export async function restoreBackup(
  database: Database,
  path: string,
  { now, replace = false, migrations = 'drizzle' }: RestoreOptions,
): Promise<Backup> {
  const backup = await verifyBackup(path);
  const known = readMigrations(migrations);
  const at = known.findIndex(({ tag }) => tag === backup.level);
  if (at < 0) throw new BackupRefusal(words.newer(backup.level));
  if ((await databaseLevel(database)) > (known.at(-1)?.when ?? 0))
    throw new BackupRefusal(words.newerDatabase);
  const tables = keptTables();
  try {
    await database.query.transaction(async (tx) => {
      await lockAll(tx, tables);
      if (!replace) await requireEmpty(driverOf(tx), tables);
      await putBack(
        driverOf(tx),
        path,
        { before: known.slice(0, at + 1), after: known.slice(at + 1) },
        tables,
      );
      await refreshPlaces(tx, now);
      await note(tx, { now, owner: null, account: null }, { action: 'data.restore', object: backup.at });
    });
  } catch (cause) {
    if (isLockTimeout(cause)) throw new BackupRefusal(words.busy);
    throw cause;
  }
  return backup;
}

/** Nobody writes until the end; loads and changes of places wait as they do for one another. */
async function lockAll(tx: Query, tables: readonly KeptTable[]): Promise<void> {
  const session = driverOf(tx);
  await session.unsafe(`set local lock_timeout = '${PATIENCE}'`);
  await holdImports(tx);
  await session.unsafe(
    `lock table ${tables.map(({ name }) => `public.${named(name)}`).join(', ')} in share row exclusive mode`,
  );
}

async function requireEmpty(session: Session, tables: readonly KeptTable[]): Promise<void> {
  const held: string[] = [];
  for (const { name, rows } of tables) {
    if (FILLED_BY_ITSELF.has(name)) continue;
    const [row] = await session.unsafe(
      `select 1 from public.${named(name)} ${rows === null ? '' : `where ${rows}`} limit 1`,
    );
    if (row) held.push(name);
  }
  if (held.length > 0) throw new BackupRefusal(words.occupied(held));
}

async function putBack(
  session: Session,
  path: string,
  { before, after }: { before: readonly Migration[]; after: readonly Migration[] },
  tables: readonly KeptTable[],
): Promise<void> {
  await fixSpelling(session);
  const scratch = await Scratch.make(session, before);
  const found = new Map<string, string>();
  const { tables: announced } = await readBackup(path, async (section, rows) => {
    found.set(section.table, await scratch.take(section, rows));
  });
  for (const { table, sha256 } of announced)
    if (found.get(table) !== sha256) throw new BackupRefusal(words.differs(table));
  await scratch.migrate(after);
  for (const { name, rows } of [...tables].reverse())
    await session.unsafe(`delete from public.${named(name)} ${rows === null ? '' : `where ${rows}`}`);
  for (const [name, why] of Object.entries(LEFT_OUT))
    if (why === 'passing') await session.unsafe(`delete from public.${named(name)}`);
  for (const table of tables) await scratch.giveOver(table);
  await scratch.drop();
}

/** PostgreSQL's `lock_not_available`, itself or as the cause of what drizzle says. */
function isLockTimeout(cause: unknown): boolean {
  for (let at = cause; at instanceof Error; at = at.cause)
    if ('code' in at && at.code === '55P03') return true;
  return false;
}
