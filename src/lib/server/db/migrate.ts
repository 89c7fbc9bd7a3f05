import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { Database } from './client.ts';

/** Identifies Maillage's migration lock among the advisory locks of a database. */
const MIGRATION_LOCK = 7_241_001;

/**
 * Brings the schema up to date from `folder` (the generated migrations). Two processes at once: the
 * second waits, then finds nothing to do.
 */
export async function migrate(database: Database, folder = 'drizzle'): Promise<void> {
  const connection = await database.sql.reserve();
  try {
    await connection`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(database.query, { migrationsFolder: folder });
  } finally {
    await connection`select pg_advisory_unlock(${MIGRATION_LOCK})`;
    connection.release();
  }
}
