import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openTestDatabase, type Content, type TestDatabase } from './database.ts';

/** The built application served to a test. */
export interface TestServer {
  /** Without a slash at its end. */
  url: string;
  /** Everything the server printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** A served application with a database of its own. */
export interface TestSite extends TestServer {
  database: TestDatabase;
}

/** Serves the built application on a free port over a database as it stands. */
export async function serve(databaseUrl: string, env: Record<string, string> = {}): Promise<TestServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts', '--as-is'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = await announced(child, () => output);
  return {
    url,
    output: () => output,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Serves the built application over a fresh clone; `stop` also drops the clone. */
export async function serveClone(content: Content = 'demonstration'): Promise<TestSite> {
  const database = await openTestDatabase(content);
  try {
    const server = await serve(database.url);
    return {
      ...server,
      database,
      async stop() {
        await server.stop();
        await database.drop();
      },
    };
  } catch (error) {
    await database.drop();
    throw error;
  }
}

function announced(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`The server did not start:\n${output()}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail();
    }, 60_000);
    child.once('exit', () => {
      clearTimeout(timer);
      fail();
    });
    child.stdout?.on('data', () => {
      const url = /(http:\/\/[^\s/]+)/.exec(output())?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}
