import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoDay } from '../../src/lib/format/date.ts';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import type { SourceId } from '../../src/lib/domain/indicators/source.ts';
import { acceptNoted, checkSources, type CheckOptions } from '../../src/lib/server/editions/check-sources.ts';
import { aloneToCheck, isChecking, isUnderWay, readChecks } from '../../src/lib/server/editions/checks.ts';
import { findCited } from '../../src/lib/server/editions/find-cited.ts';
import { readCited, readCitedFigures, readVersions } from '../../src/lib/server/editions/former.ts';
import type { Offer } from '../../src/lib/server/editions/offer.ts';
import { readPending } from '../../src/lib/server/editions/pending.ts';
import { beginTurn, endTurn, readSchedule, writeSchedule } from '../../src/lib/server/editions/schedule.ts';
import { tellChanges } from '../../src/lib/server/editions/tell-changes.ts';
import { readColumn } from '../../src/lib/server/queries/columns.ts';
import { currentVersions } from '../../src/lib/server/queries/versions.ts';
import { readTerritories } from '../../src/lib/server/queries/territories.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles, type Files } from '../support/files.ts';

/** Sources asked one after the other, the schedule, and what is left of former versions. */
let database: TestDatabase;
let files: Files;

beforeAll(async () => {
  [database, files] = await Promise.all([openTestDatabase('demonstration'), writeFiles()]);
});

afterAll(async () => {
  await database.drop();
  await files.remove();
});

const hand = () => ({ now: new Date(), owner: null, account: null });

class Unreachable extends Error {}

const options = (rest: Partial<CheckOptions> = {}): CheckOptions => ({
  dataDir: dirname(files.origin.folder),
  hand: hand(),
  isExpected: (cause): cause is Error => cause instanceof Unreachable,
  fetch: (source): Promise<Offer> => {
    if (source === 'rp-2022') return Promise.reject(new Unreachable('Le producteur ne répond pas.'));
    return Promise.resolve({
      source,
      kind: 'demonstration',
      folder: files.origin.folder,
      files: [{ name: 'f', url: 'https://exemple.fr/f', sha256: '0'.repeat(64), bytes: 1 }],
      fetchedAt: new Date(),
    });
  },
  ...rest,
});

const versionOf = async (source: SourceId) => {
  const found = (await currentVersions(database.db)).find((version) => version.source === source);
  if (!found) throw new Error(`no version of ${source}`);
  return found;
};

/** Raises the median income of every commune. */
const raise = (euros: number) =>
  files.change('cc_filosofi_2021_COM.csv', (bytes) =>
    bytes
      .toString('utf8')
      .replace(
        /^(\d[^;]*;\d+;\d+;)(\d+)/gm,
        (_, head: string, median: string) => `${head}${Number(median) + euros}`,
      ),
  );

it('each source is asked, and what came of it is noted; one that fails stops none', async () => {
  await raise(100);
  const results = await checkSources(database.db, ['rp-2022', 'filosofi-2021', 'densite'], options());
  expect([...(results ?? [])].map(([source, { outcome }]) => [source, outcome])).toEqual([
    ['rp-2022', 'failed'],
    ['filosofi-2021', 'proposed'],
    ['densite', 'unchanged'],
  ]);
  const checks = await readChecks(database.db);
  expect(checks.map(({ source, outcome, message }) => [source, outcome, message])).toEqual([
    ['densite', 'unchanged', null],
    ['filosofi-2021', 'proposed', null],
    ['rp-2022', 'failed', 'Le producteur ne répond pas.'],
  ]);
  expect(checks.every((check) => check.endedAt && !isUnderWay(check, true, new Date()))).toBe(true);
});

it('what changes is told in sentences, with names and units', async () => {
  const pending = await readPending(database.db, 'filosofi-2021');
  if (!pending) throw new Error('nothing waits');
  const told = tellChanges(pending.changes, await readTerritories(database.db));
  const plain = JSON.stringify(told).replace(/[\u00a0\u202f]/g, ' ');
  expect(plain).toContain('Niveau de vie médian (2021)');
  expect(plain).toContain('Plus fortes hausses');
  expect(plain).toMatch(/Médiane : [\d ]+ € par an avant, [\d ]+ € par an après\./);
  const [first] = told.columns.find(({ id }) => id === 'niveau-de-vie-median')?.moves[0]?.rows ?? [];
  expect(first?.href).toMatch(/^\/territoires\/99\d{3}$/);
});

it('nobody asks twice at once; a check cut short is seen as such', async () => {
  await aloneToCheck(database.db, async () => {
    expect(await isChecking(database.db)).toBe(true);
    expect(await checkSources(database.db, ['densite'], options())).toBeNull();
    expect(
      await acceptNoted(database.db, 'filosofi-2021', { dataDir: options().dataDir, hand: options().hand }),
    ).toBeNull();
  });
  expect(await isChecking(database.db)).toBe(false);
  const cut = {
    source: 'x',
    startedAt: new Date(0),
    endedAt: null,
    step: 'lecture',
    outcome: null,
    message: null,
  };
  expect([true, false].map((busy) => isUnderWay(cut, busy, new Date()))).toEqual([true, false]);
});

it('a bug of a fetch is noted and thrown, and leaves nobody waiting', async () => {
  const fetch = () => Promise.reject(new TypeError('bug'));
  await expect(checkSources(database.db, ['densite'], options({ fetch }))).rejects.toThrow('bug');
  const density = (await readChecks(database.db)).find(({ source }) => source === 'densite');
  expect(density?.outcome).toBe('failed');
  expect(await isChecking(database.db)).toBe(false);
});

it('former figures are those that were in use', async () => {
  const before = await versionOf('filosofi-2021');
  const column = await readColumn(database.db, 'niveau-de-vie-median', 'commune');
  const { codes } = (await readCitedFigures(database.db, before, 'commune')) ?? { codes: [] };
  const accepts = () => true;
  await raise(100);
  const results = await checkSources(database.db, ['filosofi-2021'], options({ accepts }));
  expect(results?.get('filosofi-2021')?.outcome).toBe('accepted');
  const cited = await readCited(database.db, before.id);
  expect(cited?.version).toMatchObject({ current: false, sha256: before.sha256 });
  expect(cited?.columns.length).toBeGreaterThan(3);
  const figures = await readCitedFigures(database.db, { ...before, current: false }, 'commune');
  expect(figures?.codes).toEqual(codes);
  const former = figures?.columns.get('niveau-de-vie-median');
  if (!column || !former) throw new Error('no column');
  expect(codes.map((_, at) => cellAt(former, at))).toEqual(codes.map((_, at) => cellAt(column, at)));
  const listed = (await readVersions(database.db)).filter(({ source }) => source === 'filosofi-2021');
  expect(listed.map(({ current, columns }) => [current, columns > 0])).toEqual([
    [true, true],
    [false, true],
  ]);
  const citation = { source: 'filosofi-2021', title: 'Filosofi', edition: before.edition };
  const loaded = isoDay(before.loadedAt);
  // Both were loaded the same day here: the later one is taken for the one cited.
  const found = await findCited(database.db, [
    { ...citation, loaded },
    { ...citation, loaded: '2020-01-01' },
  ]);
  expect(found.map(({ version }) => version)).toEqual([listed[0]?.id]);
  expect(await readCited(database.db, 1_000_000)).toBeNull();
});

it('of several servers, one begins the turn of the schedule; its first one is not an hour gone by', async () => {
  const now = new Date('2026-11-26T12:00:00Z');
  expect([await readSchedule(database.db), await beginTurn(database.db, now)]).toEqual([null, false]);
  await writeSchedule(database.db, { ...hand(), now }, { every: 'night', hour: 3, unasked: ['densite'] });
  expect(await beginTurn(database.db, new Date('2026-11-26T13:00:00Z'))).toBe(false);
  const night = new Date('2026-11-27T02:00:30Z');
  const turns = await Promise.all([1, 2, 3].map(() => beginTurn(database.db, night)));
  expect(turns.filter(Boolean)).toHaveLength(1);
  await endTurn(database.db);
  const set = { every: 'night', hour: 3, unasked: ['densite'] };
  expect(await readSchedule(database.db)).toEqual({ ...set, last: night });
  expect(await beginTurn(database.db, new Date('2026-11-27T12:00:00Z'))).toBe(false);
});

it('a turn waits for who asks the producers, and is spent once every source was asked', async () => {
  const last = (await readSchedule(database.db))?.last;
  const night = new Date('2026-11-28T02:00:00Z');
  const later = new Date('2026-11-28T02:30:00Z');
  await aloneToCheck(database.db, async () => expect(await beginTurn(database.db, night)).toBe(false));
  expect(await beginTurn(database.db, night)).toBe(true);
  const ended = () => endTurn(database.db);
  // The process finds somebody at it, is stopped, or has a bug: the turn is not spent.
  await aloneToCheck(database.db, async () =>
    expect(await checkSources(database.db, ['densite'], options({ ended }))).toBeNull(),
  );
  const signal = AbortSignal.abort();
  expect(await checkSources(database.db, ['densite'], options({ ended, signal }))).toEqual(new Map());
  const fetch = () => Promise.reject(new TypeError('bug'));
  await expect(checkSources(database.db, ['densite'], options({ ended, fetch }))).rejects.toThrow('bug');
  expect((await readSchedule(database.db))?.last).toEqual(last);

  expect(await beginTurn(database.db, later)).toBe(true);
  // A source that fails is told; the turn went to its end.
  await checkSources(database.db, ['rp-2022'], options({ ended }));
  expect((await readSchedule(database.db))?.last).toEqual(later);
  expect(await beginTurn(database.db, new Date('2026-11-28T04:00:00Z'))).toBe(false);
});

it('the end of a turn changes nothing of a schedule that was set meanwhile', async () => {
  expect(await beginTurn(database.db, new Date('2026-11-29T02:00:00Z'))).toBe(true);
  const now = new Date('2026-11-29T02:10:00Z');
  await writeSchedule(database.db, { ...hand(), now }, { every: 'week', hour: 5, unasked: [] });
  await endTurn(database.db);
  expect(await readSchedule(database.db)).toEqual({ every: 'week', hour: 5, unasked: [], last: now });
  await writeSchedule(database.db, hand(), null);
  expect(await readSchedule(database.db)).toBeNull();
});
