import { openDatabase, type Database } from './client.ts';
import { openCluster } from './cluster/cluster.ts';
import { migrate } from './migrate.ts';

/** A database ready for a command line, and how to leave it. */
export interface Connection {
  database: Database;
  /** Closes the pool, and stops the embedded PostgreSQL when nobody else uses it. */
  release(): Promise<void>;
}

/** `DATABASE_URL` when it is set, else the embedded PostgreSQL of `DATA_DIR`, started or joined; migrated. */
export async function connect(
  env: Readonly<Record<string, string | undefined>>,
  log: (line: string) => void,
  name: string,
): Promise<Connection> {
  const cluster = env.DATABASE_URL ? null : await openCluster({ dataDir: env.DATA_DIR || 'data', log });
  const database = openDatabase(cluster?.url ?? (env.DATABASE_URL as string), { name });
  const release = async (): Promise<void> => {
    await database.close();
    await cluster?.release();
  };
  try {
    await migrate(database);
  } catch (cause) {
    await release();
    throw cause;
  }
  return { database, release };
}
