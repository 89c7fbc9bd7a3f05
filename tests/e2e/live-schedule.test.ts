import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readChecks } from '../../src/lib/server/editions/checks.ts';
import { readAllPending } from '../../src/lib/server/editions/pending.ts';
import { readSchedule, writeSchedule } from '../../src/lib/server/editions/schedule.ts';
import { liveSourceIds } from '../../src/lib/server/live/live-sources.ts';
import { currentVersions } from '../../src/lib/server/queries/versions.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openFaultServer, type FaultServer } from '../support/fault-server.ts';
import { publish, publishedFiles } from '../support/producers.ts';
import { serve, type TestServer } from '../support/server.ts';

/** The schedule as it runs: a server that finds its hour gone by asks the producers, in a process of its own. */
const DAY_MS = 86_400_000;
let database: TestDatabase;
let producers: FaultServer;
let folder: string;
let server: TestServer | undefined;

beforeAll(async () => {
  [database, producers, folder] = await Promise.all([
    openTestDatabase('demonstration'),
    openFaultServer(),
    mkdtemp(join(tmpdir(), 'maillage-schedule-')),
  ]);
});

afterAll(async () => {
  await server?.stop();
  await Promise.all([database.drop(), producers.close(), rm(folder, { recursive: true, force: true })]);
});

const editions = async () =>
  new Map((await currentVersions(database.db)).map(({ source, id }) => [source, id]));

it('what is to be accepted unasked replaces the edition in use unless an alarm rings; the rest waits', async () => {
  const few = ['france-services', 'cuivre', 'mci-technologies'] as const;
  const files = (await publishedFiles()).filter(({ source }) => few.some((one) => one === source));
  publish(
    producers,
    files.map((file) => (file.source === 'cuivre' ? { ...file, bytes: firstHalf(file.bytes) } : file)),
  );
  const before = await editions();
  const set = { now: new Date(Date.now() - 3 * DAY_MS), owner: null, account: null };
  const unasked = ['france-services', 'cuivre'] as const;
  await writeSchedule(database.db, set, { every: 'night', hour: 3, unasked: [...unasked] });

  server = await serve(database.url, { MAILLAGE_LIVE_BASE: producers.base, DATA_DIR: folder });
  await vi.waitUntil(
    async () => {
      const checks = await readChecks(database.db);
      return checks.length === liveSourceIds().length && checks.every(({ endedAt }) => endedAt !== null);
    },
    { timeout: 80_000, interval: 250 },
  );

  const checks = new Map((await readChecks(database.db)).map((check) => [check.source, check]));
  expect(few.map((source) => checks.get(source)?.outcome)).toEqual(['loaded', 'proposed', 'proposed']);
  const after = await editions();
  expect(after.get('france-services')).toBeGreaterThan(before.get('france-services') ?? Infinity);
  // It may replace the one in use unasked, and half of its rows are gone.
  const waiting = new Map((await readAllPending(database.db)).map((one) => [one.source, one.changes.alarms]));
  expect([...waiting.keys()]).toEqual(['cuivre', 'mci-technologies']);
  expect(waiting.get('cuivre')?.map(({ kind }) => kind)).toContain('rows');
  // Nothing is wrong with it, and nobody said that it may.
  expect(waiting.get('mci-technologies')).toEqual([]);
  for (const source of ['cuivre', 'mci-technologies', 'contours'])
    expect(after.get(source)).toBe(before.get(source));
  // A producer that fails stops none, and is told.
  expect(checks.get('contours')).toMatchObject({
    outcome: 'failed',
    message: expect.stringContaining('n’est plus à l’adresse connue') as string,
  });
  // The turn is spent: the next one comes at night.
  await vi.waitUntil(
    async () => Date.now() - ((await readSchedule(database.db))?.last.getTime() ?? 0) < DAY_MS,
    { timeout: 20_000, interval: 250 },
  );
});

/** The header and half of the rows of a table. */
function firstHalf(bytes: Buffer): Buffer {
  const lines = bytes.toString('utf8').trimEnd().split('\n');
  return Buffer.from(`${lines.slice(0, Math.ceil(lines.length / 2)).join('\n')}\n`);
}
