import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { writeBackup } from '../../src/lib/server/backup/write-backup.ts';
import { organisation } from '../../src/lib/server/db/schema/accounts.ts';
import { startCommand } from '../support/command.ts';
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { peopleDatabase } from '../support/peopled.ts';

// Each command is a process of its own, and two of them start a PostgreSQL.
vi.setConfig({ testTimeout: 240_000 });

const KILLS = process.env.MAILLAGE_TEST_SIZE === 'long' ? 60 : 3;

const now = new Date('2026-11-26T02:45:00Z');
let folder = '';
let database: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-command-'));
  await chmod(folder, 0o755);
  database = await openTestDatabase('empty');
  await peopleDatabase(database.db);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function admin(args: readonly string[], env: Record<string, string>) {
  const command = startCommand(['--import', 'tsx', 'scripts/admin.ts', ...args], env);
  return { code: await command.ended, text: command.output() };
}

const tables = (text: string) => {
  const { tables: all } = JSON.parse(text.slice(text.indexOf('{'))) as { tables: { table: string }[] };
  return all.filter(({ table }) => table !== 'audit_entry');
};

it('goes from a database server to the embedded one and back, row for row', async () => {
  const server = { DATABASE_URL: database.url };
  const wrote = await admin(['backup', folder], server);
  expect(wrote).toMatchObject({ code: 0, text: expect.stringContaining('Sauvegarde écrite') as string });
  const [name = ''] = await readdir(folder);
  expect(name).toMatch(/^maillage-\d{4}-\d{2}-\d{2}-\d{6}\.backup\.gz$/);
  const file = join(folder, name);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const checked = await admin(['verify', file], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  expect(checked).toMatchObject({ code: 0, text: expect.stringMatching(/account : 2\slignes/) as string });
  const dataDir = await makeDataFolder();
  try {
    const embedded = { DATA_DIR: dataDir };
    const restored = await admin(['restore', file, '--json'], embedded);
    expect(restored.code, restored.text).toBe(0);
    const again = await admin(['restore', file], embedded);
    expect(again).toMatchObject({ code: 1, text: expect.stringContaining('--replace') as string });
    const back = await admin(['backup', join(folder, 'back.gz'), '--json'], embedded);
    expect(tables(back.text)).toEqual(tables(restored.text));
  } finally {
    await removeDataFolder(dataDir);
  }
});

it('refuses in a sentence, with an exit code, what it is asked wrongly', async () => {
  const server = { DATABASE_URL: database.url };
  expect((await admin(['restore'], server)).code).toBe(2);
  const torn = join(folder, 'torn.gz');
  await writeBackup(database.db, join(folder, 'whole.gz'), { now });
  await writeFile(torn, (await readFile(join(folder, 'whole.gz'))).subarray(0, 900));
  for (const command of ['verify', 'restore'])
    expect(await admin([command, torn], server)).toEqual({
      code: 1,
      text: expect.stringMatching(/^La sauvegarde « .* » est incomplète.*Rien n’a été changé\.\n$/) as string,
    });
});

it(`leaves all that was there, or all that was saved, when killed −9 (${KILLS} times)`, async () => {
  const file = join(folder, 'kill.gz');
  await writeBackup(database.db, file, { now });
  const target = await openTestDatabase('empty');
  const names = async () =>
    (await target.db.query.select().from(organisation)).map(({ name }) => name).sort();
  const saved = ['Emmaüs', 'Ville de Grenoble'];
  for (let kill = 0; kill < KILLS; kill++) {
    await target.db.query.delete(organisation);
    await target.db.query
      .insert(organisation)
      .values({ id: 'before', name: 'Avant', kind: 'funder', createdAt: now });
    const command = startCommand(['--import', 'tsx', 'scripts/admin.ts', 'restore', file, '--replace'], {
      DATABASE_URL: target.url,
    });
    await Promise.race([sleep(1200 + ((kill * 977) % 3000)), command.ended]);
    command.kill('SIGKILL');
    await command.ended;
    // The server notices a lost client when it next speaks to it.
    await expect
      .poll(
        async () =>
          (
            await target.db
              .sql`select 1 from pg_stat_activity where application_name like 'maillage-admin-%' and datname = current_database()`
          ).length,
      )
      .toBe(0);
    expect([['Avant'], saved]).toContainEqual(await names());
  }
  await target.drop();
});
