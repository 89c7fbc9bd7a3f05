import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startUpkeep } from '../../scripts/platform/serve/upkeep.ts';
import type { SourceId } from '../../src/lib/domain/indicators/source.ts';
import { live } from '../../src/lib/messages/live.ts';
import type { Checked } from '../../src/lib/server/editions/check-sources.ts';
import { beginTurn, readSchedule, writeSchedule } from '../../src/lib/server/editions/schedule.ts';
import { keptFetches } from '../../src/lib/server/import/fetched.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import type { Origin } from '../../src/lib/server/import/origin.ts';
import { fetchSource, type FetchOptions } from '../../src/lib/server/live/fetch-source.ts';
import { LIVE_SOURCES, type LiveFile } from '../../src/lib/server/live/live-sources.ts';
import { bePatient } from '../../src/lib/server/live/download/patience.ts';
import { readStandIn } from '../../src/lib/server/live/reach/stand-in.ts';
import { openWire } from '../../src/lib/server/live/reach/wire.ts';
import { currentVersions } from '../../src/lib/server/queries/versions.ts';
import { startCommand } from '../support/command.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  answer,
  cutAfter,
  goSilent,
  openFaultServer,
  sendFile,
  type FaultServer,
} from '../support/fault-server.ts';
import { writeFiles, type Files } from '../support/files.ts';
import { takeFromProducers } from '../support/live.ts';

/** France services as its producer publishes it: found in the catalogue, fetched, loaded, fetched again. */
let database: TestDatabase;
let server: FaultServer;
let files: Files;
let folder: string;
let options: FetchOptions;
let origin: Origin;
let list: Buffer;
let clock = Date.parse('2026-11-26T08:00:00Z');

const SOURCE: SourceId = 'france-services';
const [FILE] = LIVE_SOURCES[SOURCE] as [LiveFile];
/** As in the mirror, and as it is kept when fetched: by the day that the catalogue says. */
const IN_MIRROR = 'liste-fs-20240801.csv';
const KEPT_AS = 'liste-fs-20261115.csv';
const ID = FILE.place.at === 'resource' ? FILE.place.id : '';
const PERMANENT = `https://www.data.gouv.fr/api/1/datasets/r/${ID}`;
const CATALOGUE = `https://www.data.gouv.fr/api/2/datasets/resources/${ID}/`;
const STATIC = 'https://static.data.gouv.fr/resources/liste/liste.csv';

beforeAll(async () => {
  [database, server, files] = await Promise.all([
    openTestDatabase('demonstration'),
    openFaultServer(),
    writeFiles(),
  ]);
  list = await readFile(files.path(IN_MIRROR));
});

beforeEach(async () => {
  server.forget();
  folder = await mkdtemp(join(tmpdir(), 'maillage-live-'));
  origin = { ...files.origin, dataDir: folder };
  options = {
    dataDir: folder,
    wire: openWire(readStandIn(server.base), { silenceMs: 1_000 }),
    patience: bePatient({ now: () => new Date((clock += 1_000)), pause: () => Promise.resolve() }),
  };
  return () => rm(folder, { recursive: true, force: true });
});

afterAll(async () => {
  await Promise.all([database.drop(), server.close(), files.remove()]);
});

/** The producer publishes a list, with its sum in the catalogue. */
function publish(bytes: Buffer, sum = createHash('sha1').update(bytes).digest('hex')): void {
  const resource = {
    url: STATIC,
    title: 'Liste',
    filetype: 'file',
    checksum: { type: 'sha1', value: sum },
    last_modified: '2026-11-15T09:00:00+00:00',
  };
  const etag = `"${sum.slice(0, 8)}"`;
  server.play(CATALOGUE, answer(200, { etag: '"c"' }, JSON.stringify({ dataset_id: 'x', resource })));
  server.play(PERMANENT, answer(302, { location: STATIC }));
  server.play(STATIC, sendFile(bytes, { etag }));
}

const withRows = (count: number): Buffer => {
  const [header = '', ...rows] = list.toString('utf8').trimEnd().split('\n');
  return Buffer.from(`${[header, ...rows.slice(count)].join('\n')}\n`);
};

async function load(): Promise<Checked | undefined> {
  return (await takeFromProducers(database.db, [SOURCE], options)).get(SOURCE);
}

const lastFetch = async () => (await keptFetches(folder, SOURCE))[0];

const inUse = async () => {
  const versions = await currentVersions(database.db);
  return versions.find(({ source }) => source === SOURCE);
};

const placesThere = async (): Promise<string> =>
  JSON.stringify(await database.db.sql`select md5(string_agg(p::text, '|' order by id)) as all from place p`);

it('a source is fetched, checked against the published sum, and loaded with its address and date', async () => {
  const bytes = withRows(1);
  publish(bytes);
  expect((await load())?.outcome).toBe('accepted');
  const fetched = await lastFetch();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await inUse()).toMatchObject({
    origin: PERMANENT,
    sha256,
    fetchedAt: fetched?.fetchedAt,
    edition: '15 novembre 2026',
  });
  expect(await readFile(join(fetched?.folder ?? '', KEPT_AS))).toEqual(bytes);

  // The same again: nothing is sent, nothing is loaded.
  expect((await load())?.outcome).toBe('unchanged');
  const again = await lastFetch();
  expect(again).toMatchObject({ hash: fetched?.hash, fetchedAt: fetched?.fetchedAt });
  expect(again?.checkedAt.getTime()).toBeGreaterThan(fetched?.checkedAt.getTime() ?? 0);
  expect(server.asked.at(-1)?.headers['if-none-match']).toBeDefined();

  // A load of the folder does not take the older file back, unless it is asked for by name.
  expect((await inUse())?.origin).toBe(PERMANENT);
  await loadSources(database.db, origin);
  expect((await inUse())?.origin).toBe(PERMANENT);
  await rm(join(folder, 'live'), { recursive: true });
  await loadSources(database.db, origin);
  expect((await inUse())?.origin).toBe(PERMANENT);
  await loadSources(database.db, origin, { only: [SOURCE] });
  expect((await inUse())?.origin).toBe(IN_MIRROR);
});

it('a new edition takes its place; the two last ones are kept, and the one in use', async () => {
  publish(withRows(1));
  await load();
  const first = await lastFetch();
  for (const rows of [2, 3, 4]) {
    publish(withRows(rows));
    await fetchSource(SOURCE, { ...options, keep: [first?.hash ?? ''] });
  }
  const kept = await keptFetches(folder, SOURCE);
  expect(kept).toHaveLength(3);
  expect(kept.map(({ hash }) => hash)).toContain(first?.hash);
  expect((await readdir(join(folder, 'live', SOURCE))).sort()).toEqual(kept.map(({ hash }) => hash).sort());
});

it.each<[string, () => void, RegExp]>([
  [
    'a changed layout',
    () => publish(Buffer.from(list.toString().replace('id_fs', 'identifiant'))),
    /colonne « id_fs » : cette colonne manque/,
  ],
  ['another encoding', () => publish(Buffer.concat([list, Buffer.from('é', 'latin1')])), /pas en UTF-8/],
  ['a wrong sum', () => publish(list, '0'.repeat(40)), /ne répond pas à l’empreinte/],
  ['a cut file', () => server.play(STATIC, cutAfter(list, 100, {})), /coupée avant la fin/],
  ['a page', () => server.play(STATIC, answer(200, {}, '<html>')), /une page web/],
  [
    'elsewhere',
    () => server.play(PERMANENT, answer(302, { location: 'https://example.com/' })),
    /renvoie ailleurs/,
  ],
  ['gone', () => server.play(PERMANENT, answer(404)), /n’est plus à l’adresse connue/],
])('%s is said, and what was there stays', async (_name, spoil, message) => {
  const before = await placesThere();
  const version = (await inUse())?.id;
  publish(list);
  spoil();
  expect(await load()).toMatchObject({
    outcome: 'failed',
    message: expect.stringMatching(message) as string,
  });
  expect((await inUse())?.id).toBe(version);
  expect(await placesThere()).toBe(before);
  // Nothing half stays on the disk.
  const left = await readdir(join(folder, 'live', SOURCE));
  expect(left.every((name) => /^[0-9a-f]{16}$/.test(name))).toBe(true);
});

it('a catalogue that does not describe the file leaves its permanent address, without a sum', async () => {
  publish(withRows(5));
  server.play(CATALOGUE, answer(404));
  expect((await fetchSource(SOURCE, options)).files).toHaveLength(1);
  server.play(CATALOGUE, answer(200, {}, '{"other":true}'));
  expect((await fetchSource(SOURCE, options)).unchanged).toBe(true);
});

it('a fetch takes away what is no fetch, and drafts that nobody writes in any more', async () => {
  publish(list);
  const home = join(folder, 'live', SOURCE);
  const old = join(home, '.1-old');
  await mkdir(old, { recursive: true });
  await mkdir(join(home, '.2-new'));
  await mkdir(join(home, '0123456789abcdef'));
  await writeFile(join(home, '0123456789abcdef', 'fetched.json'), '{"source":');
  await utimes(old, new Date(0), new Date(0));
  const { hash } = await fetchSource(SOURCE, options);
  expect((await readdir(home)).sort()).toEqual(['.2-new', hash].sort());
});

it('a command killed while a file comes leaves nothing that is read, nor that a server keeps; the next one brings it whole', async () => {
  publish(list);
  server.play(STATIC, goSilent(list.subarray(0, 1_000)));
  const before = await placesThere();
  const env = { DATABASE_URL: database.url, DATA_DIR: folder, MAILLAGE_LIVE_BASE: server.base };
  const args = ['--import', 'tsx', 'scripts/data.ts', 'load', '--live', SOURCE, '--yes', '--json'];
  const killed = startCommand(args, env);
  await vi.waitUntil(() => server.asked.some(({ address }) => STATIC.endsWith(address)), { timeout: 60_000 });
  killed.kill('SIGKILL');
  await killed.ended;
  const left = await readdir(join(folder, 'live', SOURCE));
  expect(left).toHaveLength(1);
  expect(left.every((name) => name.startsWith('.'))).toBe(true);
  expect(await placesThere()).toBe(before);
  const stopUpkeep = startUpkeep(database.url, folder);
  await vi.waitUntil(async () => (await readdir(join(folder, 'live', SOURCE))).length === 0);
  stopUpkeep();

  publish(Buffer.from(list.toString('utf8').replace('France services', 'France services ter')));
  const next = startCommand(args, env);
  expect(await next.ended, next.output()).toBe(0);
  expect(next.output()).toContain('"outcome": "accepted"');
  expect((await inUse())?.sha256).toBe((await lastFetch())?.files[0]?.sha256);
});

it('a turn of the schedule stopped while a file comes takes what came away, and is not spent', async () => {
  publish(list);
  server.play(STATIC, goSilent(list.subarray(0, 1_000)));
  const set = { now: new Date('2026-11-20T08:00:00Z'), owner: null, account: null };
  await writeSchedule(database.db, set, { every: 'night', hour: 3, unasked: [] });
  const begun = new Date();
  expect(await beginTurn(database.db, begun)).toBe(true);
  const env = { DATABASE_URL: database.url, DATA_DIR: folder, MAILLAGE_LIVE_BASE: server.base };
  const args = ['--import', 'tsx', 'scripts/data.ts', 'load', '--live', '--scheduled', SOURCE];
  const stopped = startCommand(args, env);
  const home = join(folder, 'live', SOURCE);
  await vi.waitUntil(
    async () => {
      const [draft = ''] = await readdir(home).catch(() => []);
      return (await readdir(join(home, draft)).catch((): string[] => [])).includes('part');
    },
    { timeout: 60_000 },
  );
  stopped.kill('SIGTERM');
  expect(await stopped.ended, stopped.output()).toBe(1);
  expect(stopped.output()).toContain(live.stopped);
  expect(await readdir(home)).toEqual([]);
  expect((await readSchedule(database.db))?.last).toEqual(set.now);

  publish(list);
  const next = startCommand(args, env);
  expect(await next.ended, next.output()).toBe(0);
  expect((await readSchedule(database.db))?.last).toEqual(begun);
});

it('two fetches at once end with one folder, whole', async () => {
  publish(list);
  const [one, two] = await Promise.all([fetchSource(SOURCE, options), fetchSource(SOURCE, options)]);
  expect(one.folder).toBe(two.folder);
  expect(await readFile(join(one.folder, KEPT_AS))).toEqual(list);
});

it('a source without an address, and real figures for invented communes, are refused in a sentence', async () => {
  await expect(fetchSource('rp-2018', options)).rejects.toThrow(/ne se télécharge pas/);
  const { wire: _wire, ...real } = options;
  const found = await takeFromProducers(database.db, [SOURCE], real);
  expect(found.get(SOURCE)).toMatchObject({ outcome: 'failed', message: live.demonstration });
  expect(server.asked).toHaveLength(0);
});
