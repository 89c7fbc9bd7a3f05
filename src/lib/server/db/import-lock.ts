import { sql } from 'drizzle-orm';
import type { Query } from './client.ts';

/** The advisory lock of whoever loads sources or changes what loads write: one at a time, the second waits. */
export const IMPORT_LOCK = 7_241_002;

/** Waits for whoever loads or changes data, and holds them off until the transaction ends. */
export const holdImports = (tx: Query) => tx.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
