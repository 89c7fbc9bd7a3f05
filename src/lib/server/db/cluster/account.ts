import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { ClusterFailure } from './failure.ts';

/** The operating system account PostgreSQL runs under; no ids means ours. */
export interface Account {
  uid?: number;
  gid?: number;
}

/** How a program ended. `code` is null when it could not be started at all. */
export interface Outcome {
  code: number | null;
  output: string;
}

/** True where the system would let us become another account, which PostgreSQL then demands. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Runs one program to its end under `account`, from `/` and with a bare environment: `PGPORT` and
 * its like would redirect PostgreSQL, and `LC_ALL=C` keeps its messages readable by us.
 */
export function run(program: string, args: string[], account: Account): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...account,
      cwd: '/',
      env: bareEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString('utf8'));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: null, output: `${output}${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The environment given to PostgreSQL's programs. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH };
  for (const name of ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LD_LIBRARY_PATH']) {
    if (process.env[name] !== undefined) kept[name] = process.env[name];
  }
  return kept;
}

/** Whether `account` can enter `folder`, asked by doing it (ACLs and every parent count). */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  const outcome = await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], account);
  return outcome.code === 0;
}

/** The account that owns `folder`: data already written keeps its owner. */
export async function ownerOf(folder: string): Promise<Account> {
  const { uid, gid } = await stat(folder);
  return { uid, gid };
}

/**
 * The account named `name`, created when absent. Only root calls this.
 * @throws ClusterFailure when the system lets us neither find nor create it
 */
export async function accountNamed(name: string): Promise<Account> {
  const found = await findAccount(name);
  if (found) return found;
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name]],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', name]],
    ['adduser', ['--system', '--group', '--no-create-home', '--disabled-login', name]],
  ];
  const refusals: string[] = [];
  for (const [program, args] of attempts) {
    const outcome = await run(program, args, {});
    const created = await findAccount(name);
    if (created) return created;
    refusals.push(`${program} : ${outcome.output.trim() || `code ${outcome.code}`}`);
  }
  throw new ClusterFailure(
    'PostgreSQL refuse de fonctionner en tant que root, et le compte « ' +
      `${name} » n’existe pas et n’a pas pu être créé (${refusals.join(' ; ')}). ` +
      'Aucune donnée n’est touchée. Lancez Maillage sous un compte ordinaire, créez ce compte, ' +
      'ou donnez l’adresse d’un serveur PostgreSQL dans DATABASE_URL.',
  );
}

async function findAccount(name: string): Promise<Account | null> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name], {}), run('id', ['-g', name], {})]);
  if (uid.code !== 0 || gid.code !== 0) return null;
  return { uid: Number.parseInt(uid.output, 10), gid: Number.parseInt(gid.output, 10) };
}
