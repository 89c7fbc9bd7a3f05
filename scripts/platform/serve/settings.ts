import { resolve } from 'node:path';
import { Refusal } from '../processes.mjs';

/** What the environment and the command line ask of a server. */
export interface Settings {
  dataDir: string;
  /** Null for the embedded database. */
  databaseUrl: string | null;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Serve through Vite, rebuilt as the sources change. */
  dev: boolean;
  /** Serve the database as it stands: load nothing. */
  asIs: boolean;
}

/**
 * Reads the settings.
 * @throws Refusal in French when one makes no sense
 */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const port = Number(env.PORT || '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Refusal(
      `PORT vaut « ${env.PORT} », qui n’est pas un numéro de port (1 à 65535). Rien n’a été démarré. ` +
        'Corrigez-le, par exemple : PORT=3001 npm start',
    );
  }
  return {
    dataDir: resolve(env.DATA_DIR || 'data'),
    databaseUrl: env.DATABASE_URL || null,
    host: env.HOST || '127.0.0.1',
    port,
    dev: args.includes('--dev'),
    asIs: args.includes('--as-is'),
  };
}
