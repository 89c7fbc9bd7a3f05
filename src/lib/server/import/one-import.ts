import type { Database } from '../db/client.ts';
import { IMPORT_LOCK } from '../db/import-lock.ts';

/** Does something that no other import does meanwhile; the second waits. */
export async function oneImport<Result>(database: Database, run: () => Promise<Result>): Promise<Result> {
  const lock = await database.sql.reserve();
  try {
    await lock`select pg_advisory_lock(${IMPORT_LOCK})`;
    return await run();
  } finally {
    await lock`select pg_advisory_unlock(${IMPORT_LOCK})`;
    lock.release();
  }
}
