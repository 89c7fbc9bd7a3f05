import { spawn } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { bareEnvironment, run } from './account.ts';
import { ClusterFailure, describeSystemError, failureFromOutput } from './failure.ts';
import type { Location } from './location.ts';
import { isAlive, readPidFile } from './pid-file.ts';

/** A shutdown writes what is in memory to disk; past this it goes on without us. */
const stopPatience = 60_000;

/** Server settings by name, as PostgreSQL spells them. */
export type Settings = Record<string, string>;

const settings: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Parallel queries live in /dev/shm, 64 MB in most containers, where a large sort then fails.
  // One server process a request is also fairer when many people ask at once.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  // Not every platform's package carries LLVM.
  jit: 'off',
  // A session left by a killed program is noticed in seconds, so that its locks go with it.
  client_connection_check_interval: '2s',
};

/** How an attempt to start ended: running, or another process was faster (or is not quite gone). */
export type Started = 'running' | 'contended';

/**
 * Starts PostgreSQL on a random port of the loopback, detached: a Ctrl C in the terminal reaches
 * Node only, which then stops it in order.
 * @param logFile where it writes; the file is opened by us, so its account needs no right to it
 * @throws ClusterFailure in French when it will not start
 */
export async function startPostmaster(
  location: Location,
  logFile: string,
  overrides: Settings,
  deadline: number,
): Promise<Started> {
  const port = await freePort();
  const all = { ...settings, ...overrides, port: String(port) };
  const args = [
    '-D',
    location.pgData,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const log = openLog(logFile);
  const offset = statSync(logFile).size;
  let exited = false;
  let refused = '';
  const child = spawn(location.binaries.postgres, args, {
    ...location.account,
    cwd: '/',
    env: bareEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.once('error', (error) => {
    exited = true;
    refused = error.message;
  });
  child.once('exit', () => (exited = true));
  child.unref();
  while (Date.now() < deadline) {
    const found = await readPidFile(location.pgData);
    if (found && found.pid === child.pid && found.text.includes('ready')) return 'running';
    if (exited) {
      const output = refused || (await tail(logFile, offset));
      if (isContention(output)) return 'contended';
      throw failureFromOutput('PostgreSQL n’a pas pu démarrer', output, location.pgData);
    }
    await sleep(20);
  }
  throw new ClusterFailure(
    `PostgreSQL n’est pas prêt à temps (il répare peut-être ses données après un arrêt brutal). ` +
      `Les données sont intactes. Son journal : ${logFile}. Attendez un peu, puis relancez.`,
  );
}

/**
 * Stops PostgreSQL: open sessions are cut, what was acknowledged is on disk. Ends when its process
 * does: `pg_ctl stop` would wait on a successor that another process starts at once.
 */
export async function stopPostmaster(location: Location): Promise<void> {
  const running = await readPidFile(location.pgData);
  if (!running || !(await isAlive(running, location.pgData))) return;
  if (process.platform === 'win32') {
    await run(location.binaries.pgCtl, ['stop', '-D', location.pgData, '-m', 'fast', '-w'], location.account);
    return;
  }
  process.kill(running.pid, 'SIGINT');
  const deadline = Date.now() + stopPatience;
  while (Date.now() < deadline && (await isAlive(running, location.pgData))) await sleep(20);
}

function isContention(output: string): boolean {
  return /lock file "postmaster\.pid" already exists|pre-existing shared memory block|could not bind|Address already in use|bogus data in lock file|lock file .* is empty/i.test(
    output,
  );
}

function openLog(logFile: string): number {
  try {
    return openSync(logFile, 'a', 0o600);
  } catch (error) {
    throw new ClusterFailure(
      `Le journal de PostgreSQL, ${logFile}, ne peut pas être écrit : ${describeSystemError(error)}. ` +
        'Les données sont intactes. Rendez ce fichier inscriptible, ou choisissez un autre dossier avec DATA_DIR.',
    );
  }
}

async function tail(logFile: string, offset: number): Promise<string> {
  const bytes = await readFile(logFile).catch(() => Buffer.alloc(0));
  return bytes.subarray(offset).toString('utf8');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('port')),
      );
    });
  });
}
