import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCommand } from '../support/command.ts';
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts';

const script = ['--import', 'tsx', 'scripts/serve.ts'];
let dataDir: string;
let taken: Server;
let port: string;

beforeEach(async () => {
  dataDir = await makeDataFolder();
  taken = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
  await once(taken, 'listening');
  port = String((taken.address() as AddressInfo).port);
});

afterEach(async () => {
  taken.close();
  await removeDataFolder(dataDir);
});

/** What a start that is refused prints, and how long it took in milliseconds. */
async function refusal(env: Record<string, string>): Promise<{ words: string; took: number }> {
  const start = performance.now();
  const command = startCommand(script, { DATA_DIR: dataDir, PORT: '0', ...env });
  expect(await command.ended).toBe(1);
  const words = command.output();
  expect(words).not.toMatch(/\bat .*:\d+:\d+/);
  return { words, took: performance.now() - start };
}

test('a port that is taken is said, with another to try, before any data is loaded', async () => {
  const { words } = await refusal({ PORT: port });
  expect(words).toContain(`Le port ${port} est déjà pris`);
  expect(words).toContain(`PORT=${Number(port) + 1} npm start`);
  expect(words).not.toContain('Chargement');
  expect(existsSync(join(dataDir, 'pg', 'postmaster.pid'))).toBe(false);
});

test('a port that is no port is said', async () => {
  const { words } = await refusal({ PORT: 'trois' });
  expect(words).toContain('PORT vaut « trois »');
});

test('an address this machine does not have is said', async () => {
  const { words } = await refusal({ HOST: '192.0.2.1' });
  expect(words).toContain('HOST=192.0.2.1 n’existe pas sur cette machine');
});

test('no database at DATABASE_URL is said, without its password', async () => {
  const { words } = await refusal({ DATABASE_URL: 'postgres://maillage:secret@127.0.0.1:41999/maillage' });
  expect(words).toContain('127.0.0.1:41999/maillage) ne répond pas : connexion refusée');
  expect(words).toContain('Aucune donnée n’a été modifiée');
  expect(words).not.toContain('secret');
});

test('a database server that says nothing is given up', async () => {
  const { words, took } = await refusal({
    DATABASE_URL: `postgres://maillage:secret@127.0.0.1:${port}/maillage`,
  });
  expect(words).toContain('pas de réponse en 4 secondes');
  expect(took).toBeLessThan(20_000);
});

test('an address that is none is said', async () => {
  const { words } = await refusal({ DATABASE_URL: 'nimporte' });
  expect(words).toContain('l’adresse est mal écrite');
});

test('a data folder that is a file is said', async () => {
  const { words } = await refusal({ DATA_DIR: join(process.cwd(), 'package.json') });
  expect(words).toContain('ne peut pas être utilisé');
});

test('a mirror that does not exist is said', async () => {
  const { words } = await refusal({ MAILLAGE_MIRROR: '/nowhere/open-data' });
  expect(words).toContain('MAILLAGE_MIRROR');
  expect(existsSync(join(dataDir, 'pg', 'postmaster.pid'))).toBe(false);
});
