import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { processExists, readPidFile } from '../../src/lib/server/db/cluster/pid-file.ts';
import { startCommand, type Command } from '../support/command.ts';
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts';

let dataDir: string;
const pidFile = () => join(dataDir, 'pg', 'postmaster.pid');
const opened = /Maillage est ouvert : (http:\S+)/;

beforeEach(async () => {
  dataDir = await makeDataFolder();
});

afterEach(async () => {
  await removeDataFolder(dataDir);
});

async function start(): Promise<{ command: Command; url: string }> {
  const command = startCommand(['scripts/start.mjs', '--as-is'], { DATA_DIR: dataDir, PORT: '0' });
  await command.says(opened);
  return { command, url: opened.exec(command.output())?.[1] ?? '' };
}

test('npm start serves, and Ctrl C stops everything it started', async () => {
  const { command, url } = await start();
  const response = await fetch(`${url}/health/live`);
  expect(response.status).toBe(200);
  const postmaster = await readPidFile(join(dataDir, 'pg'));
  command.kill('SIGINT');
  expect(await command.ended).toBe(0);
  expect(command.output()).toContain('Maillage est arrêté.');
  expect(processExists(postmaster?.pid ?? 0)).toBe(false);
  await expect(fetch(url)).rejects.toThrow();
});

test('SIGTERM lets a request under way end', async () => {
  const { command, url } = await start();
  const body = new Promise<number>((resolve, reject) => {
    const slow = request(`${url}/health/live`, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    slow.once('error', reject);
    slow.setHeader('content-length', '1');
    slow.flushHeaders();
    void sleep(600).then(() => slow.end('x'));
  });
  await sleep(200);
  command.kill('SIGTERM');
  expect(await body).toBeGreaterThan(0);
  expect(await command.ended).toBe(0);
});

test('a kill −9 of npm start leaves no server and no PostgreSQL behind', async () => {
  const { command, url } = await start();
  command.kill('SIGKILL');
  await expect.poll(() => existsSync(pidFile()), { timeout: 20_000 }).toBe(false);
  await expect(fetch(url)).rejects.toThrow();
});

test('a second start on the same data is refused, names the first, and disturbs nothing', async () => {
  const { command, url } = await start();
  const second = startCommand(['scripts/start.mjs', '--as-is'], {
    DATA_DIR: dataDir,
    PORT: new URL(url).port,
  });
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/Le serveur Maillage du processus \d+ utilise déjà ce dossier de données/);
  expect(second.output()).toContain(`port ${new URL(url).port}`);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  command.kill('SIGTERM');
  expect(await command.ended).toBe(0);
});

test('a form of a plain http page is accepted, a foreign one is not', async () => {
  const { command, url } = await start();
  const post = (origin: string) =>
    fetch(`${url}/health/live`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded', 'x-maillage-proto': 'https' },
      body: 'a=1',
    });
  expect((await post(url)).status).not.toBe(403);
  expect((await post('http://elsewhere.example')).status).toBe(403);
  command.kill('SIGTERM');
  await command.ended;
});
