import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verify } from '../../src/lib/server/import/verify.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles, type Files } from '../support/files.ts';

/** A long run takes 300 (`KILLS=300`). */
const KILLS = Number(process.env.KILLS ?? 5);

let database: TestDatabase;
let files: Files;

beforeAll(async () => {
  [database, files] = await Promise.all([openTestDatabase('demonstration'), writeFiles()]);
});

afterAll(async () => {
  await database.drop();
  await files.remove();
});

/** The versions in use and what stands under them; every figure must belong to a version in use. */
async function state(): Promise<string> {
  const rows = await database.db.sql`
    select v.source, v.sha256, c.indicator, c.level, c.hash
    from indicator_column c join dataset_version v on v.id = c.version order by 1, 3, 4`;
  const stray = await database.db.sql`
    select 1 from indicator_column c join dataset_version v on v.id = c.version where not v.current`;
  expect(stray).toHaveLength(0);
  return JSON.stringify(rows);
}

async function killedLoad(afterMs: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/data.ts', 'load', 'filosofi-2021', 'rp-2022'],
    {
      env: { ...process.env, DATABASE_URL: database.url, MAILLAGE_MIRROR: files.origin.folder },
      stdio: 'ignore',
    },
  );
  const done = once(child, 'exit');
  await Promise.race([sleep(afterMs), done]);
  child.kill('SIGKILL');
  await done;
}

it(`${KILLS} loads killed −9 at any moment leave the previous version or the next, never a mix`, async () => {
  for (let kill = 0; kill < KILLS; kill++) {
    const before = await state();
    // Poorer by a euro in every row: each round is a new file with new figures.
    await files.change('cc_filosofi_2021_COM.csv', (bytes) =>
      bytes
        .toString('utf8')
        .replace(
          /^(\d[^;]*;\d+;\d+;)(\d+)/gm,
          (_, head: string, median: string) => head + (Number(median) - 1),
        ),
    );
    await killedLoad(600 + ((kill * 379) % 1500));
    const killed = await state();
    await loadSources(database.db, files.origin, { only: ['filosofi-2021', 'rp-2022'] });
    const next = await state();
    expect([before, next]).toContain(killed);
    expect(next).not.toBe(before);
  }
  expect((await verify(database.db, files.origin)).filter(({ ok }) => !ok)).toEqual([]);
}, 600_000);
