import { existsSync } from 'node:fs';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCluster, type Cluster } from '../../src/lib/server/db/cluster/cluster.ts';
import { readPidFile } from '../../src/lib/server/db/cluster/pid-file.ts';
import { openElsewhere } from '../support/cluster-process.ts';
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts';

let dataDir: string;
/** A killed process loses nothing that the system holds: only a power cut needs `fsync`. */
const settings = { fsync: 'off' };
const open = (): Promise<Cluster> =>
  openCluster({ dataDir, settings, log: () => undefined, patience: 30_000 });
const isRunning = (): boolean => existsSync(join(dataDir, 'pg', 'postmaster.pid'));

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await question(sql);
  } finally {
    await sql.end();
  }
}

beforeEach(async () => {
  dataDir = await makeDataFolder();
});

afterEach(async () => {
  await removeDataFolder(dataDir);
});

describe('a cluster', () => {
  test('starts, keeps what it was told, and stops with its only user', async () => {
    const first = await open();
    expect(first.adopted).toBe(false);
    await ask(first.url, (sql) => sql`create table kept as select 42 as n`);
    await first.release();
    await first.release();
    expect(isRunning()).toBe(false);

    const second = await open();
    expect(await ask(second.url, (sql) => sql`select n from kept`)).toEqual([{ n: 42 }]);
    await second.release();
  });

  test('listens on the loopback only, behind a password in a file of its owner', async () => {
    const cluster = await open();
    const [row] = await ask(
      cluster.url,
      (sql) => sql`
      select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    );
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '' });
    const url = new URL(cluster.url);
    url.password = 'guess';
    await expect(ask(url.href, (sql) => sql`select 1`)).rejects.toThrow(/password authentication failed/);
    const { mode } = await stat(join(cluster.pgData, 'maillage.password'));
    expect(mode & 0o777).toBe(0o600);
    await cluster.release();
  });

  test('is joined by another process, and outlives whoever started it while one remains', async () => {
    const starter = await openElsewhere({ dataDir, settings });
    const joiner = await open();
    expect(joiner.adopted).toBe(true);
    expect(joiner.url).toBe(starter.found.url);
    await starter.leave();
    expect(await ask(joiner.url, (sql) => sql`select 1 as n`)).toEqual([{ n: 1 }]);
    await joiner.release();
    expect(isRunning()).toBe(false);
  });

  test('is made once when four processes start at the same moment', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => openElsewhere({ dataDir, settings })));
    expect(new Set(all.map(({ found }) => found.url)).size).toBe(1);
    await Promise.all(all.map((one) => one.leave()));
    expect(isRunning()).toBe(false);
    expect((await readdir(dataDir)).sort()).toEqual(['pg', 'postgres.log']);
  });

  test('can be opened while another process is stopping it', async () => {
    for (let trial = 0; trial < 5; trial++) {
      const leaving = await openElsewhere({ dataDir, settings });
      const left = leaving.leave();
      const next = await open();
      expect(await ask(next.url, (sql) => sql`select 1 as n`)).toEqual([{ n: 1 }]);
      await left;
      await next.release();
    }
  });
});

describe('after a crash, a cluster', () => {
  test('whose owner was killed is adopted, and nothing acknowledged is lost', async () => {
    for (let trial = 1; trial <= 3; trial++) {
      const owner = await openElsewhere({ dataDir, settings });
      await ask(owner.found.url, (sql) => sql`create table if not exists acknowledged (n integer)`);
      await ask(owner.found.url, (sql) => sql`insert into acknowledged values (${trial})`);
      await owner.kill();
      expect(isRunning()).toBe(true);
      const adopter = await open();
      expect(adopter.adopted).toBe(true);
      expect(await ask(adopter.url, (sql) => sql`select count(*)::int as n from acknowledged`)).toEqual([
        { n: trial },
      ]);
      await adopter.release();
      expect(isRunning()).toBe(false);
    }
  });

  test('whose PostgreSQL itself was killed starts again with its data', async () => {
    const owner = await openElsewhere({ dataDir, settings });
    await ask(owner.found.url, (sql) => sql`create table kept as select 7 as n`);
    const postmaster = await readPidFile(owner.found.pgData);
    process.kill(postmaster?.pid ?? 0, 'SIGKILL');
    await owner.kill();
    const next = await open();
    expect(await ask(next.url, (sql) => sql`select n from kept`)).toEqual([{ n: 7 }]);
    await next.release();
  });

  test('with a stale postmaster.pid starts', async () => {
    const first = await open();
    const { text = '' } = (await readPidFile(first.pgData)) ?? {};
    await first.release();
    await writeFile(join(first.pgData, 'postmaster.pid'), text.replace(/^\d+/, '4194303'));
    const second = await open();
    expect(second.adopted).toBe(false);
    await second.release();
  });

  test('whose process number was given to another program starts', async () => {
    const first = await open();
    const { text = '' } = (await readPidFile(first.pgData)) ?? {};
    await first.release();
    const { uid, gid } = await stat(first.pgData);
    const impostor = spawn('sleep', ['60'], { uid, gid, cwd: '/', stdio: 'ignore' });
    try {
      await writeFile(join(first.pgData, 'postmaster.pid'), text.replace(/^\d+/, String(impostor.pid)));
      const second = await open();
      expect(second.adopted).toBe(false);
      await second.release();
    } finally {
      impostor.kill('SIGKILL');
    }
  });
});

describe('a data folder', () => {
  test('has one server: the second is refused and told who holds it', async () => {
    const server = await openElsewhere({ dataDir, settings }, { serverPort: 41_123 });
    const second = await openElsewhere({ dataDir, settings }, { serverPort: 41_124 });
    expect(second.found.error).toContain(`processus ${server.pid}`);
    expect(second.found.error).toContain('port 41123');
    expect(second.found.error).toContain(dataDir);
    const commandLine = await openElsewhere({ dataDir, settings });
    expect(commandLine.found.error).toBeUndefined();
    await commandLine.leave();
    expect(isRunning()).toBe(true);
    await server.leave();
  });

  test('is free again as soon as its server is killed', async () => {
    const server = await openElsewhere({ dataDir, settings }, { serverPort: 41_125 });
    await server.kill();
    const next = await openElsewhere({ dataDir, settings }, { serverPort: 41_126 });
    expect(next.found.error).toBeUndefined();
    await next.leave();
  });

  test('keeps its server when PostgreSQL restarts its sessions', async () => {
    const server = await openElsewhere({ dataDir, settings }, { serverPort: 41_127 });
    await ask(
      server.found.url,
      (sql) => sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name like 'maillage%' and pid <> pg_backend_pid()`,
    );
    await sleep(1_000);
    const second = await openElsewhere({ dataDir, settings }, { serverPort: 41_128 });
    expect(second.found.error).toContain('port 41127');
    await server.leave();
    expect(isRunning()).toBe(false);
  });

  test('of another version of PostgreSQL is refused in words, untouched', async () => {
    const first = await open();
    await first.release();
    const version = join(first.pgData, 'PG_VERSION');
    await writeFile(version, '12\n');
    await expect(open()).rejects.toThrow(/autre version de PostgreSQL.*n’ont pas été touchées/s);
    expect(await readFile(version, 'utf8')).toBe('12\n');
  });

  test('that is a file is refused in words', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    await expect(openCluster({ dataDir: file, log: () => undefined })).rejects.toThrow(
      /ne peut pas être utilisé.*DATA_DIR/s,
    );
  });
});
