import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readInvitation } from '../../src/lib/server/accounts/invitations.ts';
import { entrustData, readKeepers } from '../../src/lib/server/accounts/keepers.ts';
import { signIn } from '../../src/lib/server/accounts/sign-in.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 180_000 });

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase('empty');
});

afterAll(() => database.drop());

/** Runs `npm run admin -- …` with a standard input. */
async function admin(args: readonly string[], input = ''): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/admin.ts', ...args], {
    env: { ...process.env, DATABASE_URL: database.url, ORIGIN: 'https://maillage.exemple.fr' },
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, text };
}

const PASSWORD = 'huit chats gris dorment sous la pluie';
const ADA = ['create-user', '--email', 'ada@ville.fr', '--name', 'Ada'];
const TOWN = ['--organisation', 'Ville de Grenoble', '--kind', 'authority'];

const enter = (email: string, password: string) =>
  signIn(database.db, { email, password }, { address: '203.0.113.1', agent: '' }, new Date());

it('says how it is used, and refuses in a sentence what makes no sense', async () => {
  expect(await admin([])).toMatchObject({ code: 2, text: expect.stringContaining('create-user') as string });
  expect((await admin([...ADA.slice(0, 2), 'ada', '--name', 'Ada'])).text).toContain('--email');
  expect((await admin(ADA)).text).toContain('--organisation');
  expect((await admin([...ADA, ...TOWN.slice(0, 2)])).text).toContain('--kind');
  const weak = await admin([...ADA, ...TOWN, '--password-stdin'], 'azerty\n');
  expect(weak).toMatchObject({ code: 1, text: expect.stringContaining('Rien n’a été changé') as string });
  expect((await admin(['list-users'])).text).toContain('mode mono-utilisateur');
});

it('makes the first account with its organisation, then others by a link, and never shows a password', async () => {
  const first = await admin([...ADA, ...TOWN, '--password-stdin'], `${PASSWORD}\n`);
  expect(first).toMatchObject({
    code: 0,
    text: expect.stringContaining('mono-utilisateur est terminé') as string,
  });
  expect(first.text).not.toContain(PASSWORD);
  expect((await enter('ada@ville.fr', PASSWORD)).outcome).toBe('in');
  expect((await admin(ADA)).text).toContain('existe déjà');
  const bob = await admin(['create-user', '--email', 'bob@ville.fr', '--name', 'Bob', '--role', 'reader']);
  const token = /https:\/\/maillage\.exemple\.fr\/invitation\/([\w-]{43})/.exec(bob.text)?.[1] ?? '';
  expect(await readInvitation(database.db, token, new Date())).toMatchObject({
    email: 'bob@ville.fr',
    purpose: 'recover',
  });
  await admin(['create-organisation', '--name', 'Emmaüs', '--kind', 'association']);
  const where = await admin(['create-user', '--email', 'eve@emmaus.fr', '--name', 'Eve']);
  expect(where).toMatchObject({
    code: 1,
    text: expect.stringContaining('Emmaüs, Ville de Grenoble') as string,
  });
  const users = JSON.parse((await admin(['list-users', '--json'])).text) as { email: string; role: string }[];
  expect(users.map(({ email, role }) => [email, role])).toEqual([
    ['ada@ville.fr', 'administrator'],
    ['bob@ville.fr', 'reader'],
  ]);
});

it('changes a password, and ends every session', async () => {
  const other = 'une autre longue phrase à retenir';
  expect((await admin(['reset-password', '--email', 'ada@ville.fr', '--password-stdin'], other)).code).toBe(
    0,
  );
  expect((await enter('ada@ville.fr', PASSWORD)).outcome).toBe('wrong');
  expect((await enter('ada@ville.fr', other)).outcome).toBe('in');
  expect((await admin(['reset-password', '--email', 'x@ville.fr'])).text).toContain('Aucun compte');
});

it('gives the data of all to another organisation to keep, takes them back, and says who keeps them', async () => {
  const host = ['--name', 'Isère', '--kind', 'authority', '--keeps-data'];
  expect((await admin(['create-organisation', ...host])).text).toContain('Elle tient les données');
  expect(await admin(['keep-data', '--organisation', ' emmaüs '])).toMatchObject({
    code: 0,
    text: expect.stringContaining('données du site : Emmaüs, Isère, Ville de Grenoble.') as string,
  });
  expect(await admin(['keep-data', '--organisation', 'Personne'])).toMatchObject({
    code: 1,
    text: expect.stringContaining('Emmaüs, Isère, Ville de Grenoble') as string,
  });
  expect((await admin(['keep-data', '--stop'])).code).toBe(1);
  const [emmaus, isere] = await readKeepers(database.db);
  for (const one of [emmaus, isere]) await entrustData(database.db, one?.id ?? '', false, new Date());
  const last = ['keep-data', '--organisation', 'Ville de Grenoble', '--stop'];
  expect(await admin(last)).toMatchObject({
    code: 0,
    text: expect.stringContaining('Aucune organisation ne tient') as string,
  });
  expect((await admin(last)).text).toContain('déjà le cas');
});
