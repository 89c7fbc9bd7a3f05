import { connect, type Connection } from '#lib/server/db/connect.ts';
import { loadSources } from '#lib/server/import/load.ts';
import { loadIsNeeded } from '#lib/server/import/needed.ts';
import { resolveOrigin } from '#lib/server/import/resolve-origin.ts';

/** The database of the command lines, with its data loaded first when it is not. */
export async function connectLoaded(): Promise<Connection> {
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const connection = await connect(process.env, log, `maillage-bench-${process.pid}`);
  const origin = await resolveOrigin(process.env, process.cwd(), process.env.DATA_DIR || 'data');
  if (await loadIsNeeded(connection.database, origin)) await loadSources(connection.database, origin);
  return connection;
}
