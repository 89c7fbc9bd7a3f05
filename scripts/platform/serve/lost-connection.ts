import { isUnreachable } from '#lib/server/db/unreachable.ts';

/** Where the driver of PostgreSQL writes to a connection. */
const DRIVER = /node_modules[\\/]postgres[\\/].*connection\.js/;

/**
 * Whether an error that nothing could catch says that a connection to the database was lost. The driver throws
 * it from a timer of its own when PostgreSQL closes a connection in the middle of a transaction, and leaves that
 * connection unusable (porsager/postgres, issue 1208): only a new process has a sound one.
 */
export const isLostConnection = (error: unknown): boolean =>
  isUnreachable(error) || (error instanceof TypeError && DRIVER.test(error.stack ?? ''));
