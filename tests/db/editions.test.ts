import { dirname } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { zip } from '../../src/lib/server/demo/files/zip.ts';
import { acceptEdition, askAcceptance, refuseEdition } from '../../src/lib/server/editions/accept.ts';
import type { Offer } from '../../src/lib/server/editions/offer.ts';
import { proposalOf, readPending } from '../../src/lib/server/editions/pending.ts';
import { proposeEdition } from '../../src/lib/server/editions/propose.ts';
import { tellChanges } from '../../src/lib/server/editions/tell-changes.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import { readZipEntry } from '../../src/lib/server/import/read/read-zip.ts';
import { readTerritories } from '../../src/lib/server/queries/territories.ts';
import type { SourceId } from '../../src/lib/domain/indicators/source.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles, type Files } from '../support/files.ts';

/** New editions over the demonstration territory: proposed, accepted, refused, cut short, moved underneath. */
const FILOSOFI = 'cc_filosofi_2021_COM.csv';
const PLACES = 'lieux-mediation-numerique-data-inclusion_2023-02.json';
let database: TestDatabase;
let files: Files;

beforeAll(async () => {
  [database, files] = await Promise.all([openTestDatabase('demonstration'), writeFiles()]);
});

afterAll(async () => {
  await database.drop();
  await files.remove();
});

const offer = (source: SourceId): Offer => ({
  source,
  kind: files.origin.kind,
  folder: files.origin.folder,
  files: [{ name: 'fichier', url: 'https://exemple.fr/fichier', sha256: '0'.repeat(64), bytes: 1 }],
  fetchedAt: new Date('2026-11-20T08:00:00Z'),
});

const options = (account: string | null = null) => ({
  dataDir: dirname(files.origin.folder),
  hand: { now: new Date(), owner: null, account },
});

const propose = (source: SourceId) => proposeEdition(database.db, offer(source), options());
const accept = (source: SourceId) => acceptEdition(database.db, source, options());

/** Everything in use: hashes of columns, and the places. */
const inUse = async (): Promise<string> =>
  JSON.stringify([
    await database.db.sql`select indicator, level, version, hash from indicator_column order by 1, 2`,
    await database.db.sql`select id, md5(record::text) as record from place order by 1`,
    await database.db.sql`select id, source from dataset_version where current order by 1`,
  ]);

/** Raises the median income of some communes by 700 €. */
const raise = (one: number) =>
  files.change(FILOSOFI, (bytes) => {
    let row = 0;
    return bytes
      .toString('utf8')
      .replace(/^(\d[^;]*;\d+;\d+;)(\d+)/gm, (line, head: string, median: string) =>
        row++ % 7 === one ? `${head}${Number(median) + 700}` : line,
      );
  });

const journal = async (): Promise<string[]> =>
  (await database.db.sql<{ action: string }[]>`select action from audit_entry order by id`).map(
    ({ action }) => action,
  );

it('the edition in use is no new one', async () => {
  expect(await propose('filosofi-2021')).toEqual({ outcome: 'unchanged' });
  expect(await readPending(database.db, 'filosofi-2021')).toBeNull();
});

it('a new edition is told and changes nothing until it is accepted; twice is once', async () => {
  const before = await inUse();
  await raise(0);
  const proposal = await propose('filosofi-2021');
  expect(await inUse()).toBe(before);
  if (proposal.outcome !== 'proposed') throw new Error(proposal.outcome);
  const median = proposal.changes.columns.find(({ indicator }) => indicator === 'niveau-de-vie-median');
  expect(median?.changed).toBeGreaterThan(2);
  expect(median).toMatchObject({ appeared: 0, vanished: { secret: 0, absent: 0, incomplete: 0 }, falls: [] });
  for (const move of median?.rises ?? []) expect(move.after - move.before).toBe(700);
  expect(median?.ranksInCountry.moved).toBeGreaterThan(0);
  // The estimate is computed again from it: its change is told too.
  expect(proposal.changes.columns.map(({ indicator }) => indicator)).toContain('taux-de-pauvrete-estime');
  expect(proposal.changes.alarms).toEqual([]);
  expect((await readPending(database.db, 'filosofi-2021'))?.changes).toEqual(proposal.changes);

  const both = await Promise.all([accept('filosofi-2021'), accept('filosofi-2021')]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['loaded', 'none']);
  expect(await inUse()).not.toBe(before);
  expect(await propose('filosofi-2021')).toEqual({ outcome: 'unchanged' });
  expect((await journal()).slice(-4)).toEqual(['data.propose', 'data.accept', 'data.load', 'data.load']);
});

it('two proposals at once are one', async () => {
  await raise(1);
  const both = await Promise.all([propose('filosofi-2021'), propose('filosofi-2021')]);
  expect(both.map(({ outcome }) => outcome)).toEqual(['proposed', 'proposed']);
  const rows = await database.db.sql`select 1 from pending_edition`;
  expect(rows).toHaveLength(1);
});

it('one that is kept out is proposed no more, and may still be accepted', async () => {
  const before = await inUse();
  const hand = { now: new Date(), owner: null, account: null };
  expect(await refuseEdition(database.db, hand, 'filosofi-2021')).toBe(true);
  expect(await refuseEdition(database.db, hand, 'filosofi-2021')).toBe(false);
  expect(await propose('filosofi-2021')).toMatchObject({ outcome: 'refused' });
  expect(await inUse()).toBe(before);
  await raise(2);
  expect(await propose('filosofi-2021')).toMatchObject({ outcome: 'proposed' });
});

it('what was compared with other data is compared again, and waits', async () => {
  // Somebody loads the census meanwhile: it is the denominator of some of the figures.
  const pending = await readPending(database.db, 'filosofi-2021');
  expect(Object.keys(pending?.basis ?? {})).toContain('filosofi-2021');
  await database.db.sql`update pending_edition set basis = jsonb_set(basis, '{cog-2026}', '0')`;
  const before = await inUse();
  expect(await accept('filosofi-2021')).toMatchObject({ outcome: 'moved' });
  expect(await inUse()).toBe(before);
  const again = await readPending(database.db, 'filosofi-2021');
  expect(again?.acceptedAt).toBeNull();
  expect(again?.basis).toEqual(pending?.basis);
});

it('files that are no longer those compared are compared again', async () => {
  await raise(3);
  const before = await inUse();
  expect(await accept('filosofi-2021')).toMatchObject({ outcome: 'moved' });
  expect(await inUse()).toBe(before);
});

/** What waits of a source, as somebody reads it. */
async function read(source: SourceId): Promise<string> {
  const pending = await readPending(database.db, source);
  if (!pending) throw new Error(`nothing waits of ${source}`);
  return proposalOf(pending);
}

it('who read one edition neither accepts nor keeps out the one that took its place', async () => {
  const { hand } = options();
  const first = await read('filosofi-2021');
  await raise(5);
  // The same proposed again is the same; other files are another, and so are the same ones told over other data.
  await propose('filosofi-2021');
  const second = await read('filosofi-2021');
  await propose('filosofi-2021');
  expect(await read('filosofi-2021')).toBe(second);
  await database.db.sql`update pending_edition set basis = jsonb_set(basis, '{cog-2026}', '0')`;
  expect(new Set([first, second, await read('filosofi-2021')]).size).toBe(3);
  await propose('filosofi-2021');

  const before = await inUse();
  const written = await journal();
  expect(await askAcceptance(database.db, hand, 'filosofi-2021', first)).toBe(false);
  expect(await refuseEdition(database.db, hand, 'filosofi-2021', first)).toBe(false);
  const accepted = await acceptEdition(database.db, 'filosofi-2021', { ...options(), proposal: first });
  expect(accepted).toEqual({ outcome: 'replaced' });
  expect(await journal()).toEqual(written);
  expect(await inUse()).toBe(before);
  expect(await readPending(database.db, 'filosofi-2021')).toMatchObject({
    acceptedAt: null,
    refusedAt: null,
  });
});

it('one that is kept out while it is put in use is not in use', async () => {
  const { hand } = options();
  const proposal = await read('filosofi-2021');
  const before = await inUse();
  expect(await askAcceptance(database.db, hand, 'filosofi-2021', proposal)).toBe(true);
  const { accepting } = await database.db.query.transaction(async (tx) => {
    expect(await refuseEdition({ query: tx }, hand, 'filosofi-2021', proposal)).toBe(true);
    const accepting = acceptEdition(database.db, 'filosofi-2021', { ...options(), proposal });
    // All is loaded, and waits for who keeps it out.
    await vi.waitUntil(async () => {
      const waiting = await database.db.sql`
        select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like 'delete from "pending%'`;
      return waiting.length > 0;
    }, 30_000);
    return { accepting };
  });
  expect(await accepting).toEqual({ outcome: 'refused' });
  expect(await inUse()).toBe(before);
  expect((await journal()).slice(-2)).toEqual(['data.accept', 'data.refuse']);
  const kept = await readPending(database.db, 'filosofi-2021');
  expect(kept).toMatchObject({ acceptedAt: null, refusedAt: hand.now });
});

it('an acceptance that fails is over: the next one is written in the journal again', async () => {
  const before = await inUse();
  const { hand } = options();
  await files.change(FILOSOFI, (bytes) => Buffer.concat([Buffer.from('<html>'), bytes]));
  const failed = { outcome: 'failed', message: expect.stringContaining('colonne') as string };
  expect(await accept('filosofi-2021')).toMatchObject(failed);
  expect((await readPending(database.db, 'filosofi-2021'))?.acceptedAt).toBeNull();
  // Compared again, and unreadable.
  await database.db.sql`update pending_edition set basis = jsonb_set(basis, '{cog-2026}', '0')`;
  expect(await accept('filosofi-2021')).toMatchObject(failed);
  expect((await readPending(database.db, 'filosofi-2021'))?.acceptedAt).toBeNull();
  expect((await journal()).slice(-2)).toEqual(['data.accept', 'data.accept']);
  expect(await inUse()).toBe(before);
  await files.change(FILOSOFI, (bytes) => bytes.subarray('<html>'.length));
  await propose('filosofi-2021');
  expect(await askAcceptance(database.db, hand, 'filosofi-2021', await read('filosofi-2021'))).toBe(true);
});

it('an acceptance cut short is done again, and loads once', async () => {
  // Killed once it was asked, before the load; a folder brought the same meanwhile.
  expect((await readPending(database.db, 'filosofi-2021'))?.acceptedAt).not.toBeNull();
  await loadSources(database.db, files.origin, { only: ['filosofi-2021'] });
  expect(await accept('filosofi-2021')).toEqual({ outcome: 'loaded' });
  expect(await accept('filosofi-2021')).toEqual({ outcome: 'none' });
});

it('new places are told with who they leave out of reach, and ring when many are gone', async () => {
  const before = await inUse();
  await files.change(PLACES, (bytes) => {
    const places = JSON.parse(bytes.toString('utf8')) as { nom: string; horaires?: string }[];
    return JSON.stringify(places.slice(Math.ceil(places.length / 2)));
  });
  const proposal = await propose('lieux-data-inclusion');
  if (proposal.outcome !== 'proposed') throw new Error(proposal.outcome);
  const { mesh, gaps, alarms } = proposal.changes;
  expect(mesh?.lost).toBeGreaterThan(10);
  expect(mesh?.places.after).toBe((mesh?.places.before ?? 0) - (mesh?.lost ?? 0) + (mesh?.gained ?? 0));
  expect(gaps?.country.after).toBeGreaterThan(gaps?.country.before ?? Infinity);
  expect(alarms.map(({ kind }) => kind)).toContain('rows');
  expect(await inUse()).toBe(before);
});

interface Area {
  properties: { code_qp: string; lib_qp: string };
  geometry: { coordinates: [number, number][][] };
}

/** Rewrites the neighbourhoods, as their producer zips them. */
async function redrawNeighbourhoods(edit: (features: Area[]) => Area[]): Promise<void> {
  const name = 'QP2024_WGS84.geojson';
  const read = await readZipEntry(files.path('qpv-2024.zip'), name, 1_000_000);
  const collection = JSON.parse(read.toString('utf8')) as { features: Area[] };
  const data = Buffer.from(JSON.stringify({ ...collection, features: edit(collection.features) }));
  const archive = await zip([{ name, data }]);
  await files.change('qpv-2024.zip', () => archive);
}

async function told(source: SourceId): Promise<string> {
  const proposal = await propose(source);
  if (proposal.outcome !== 'proposed') throw new Error(proposal.outcome);
  const { summary } = tellChanges(proposal.changes, await readTerritories(database.db));
  return summary.join(' ').replace(/[\u00a0\u202f]/g, ' ');
}

const NOTHING = 'Aucun chiffre, aucun lieu et aucun contour ne change : seul le fichier est autre.';

it('neighbourhoods that come, go, move or change their name are told, and nothing else is said of them', async () => {
  const before = await inUse();
  await redrawNeighbourhoods((features) => features.toReversed());
  expect(await told('qpv-2024')).toMatch(
    new RegExp(`3 quartiers prioritaires avec cette édition, 3 sans elle : aucun ne change\\. ${NOTHING}$`),
  );
  await redrawNeighbourhoods((features) => {
    const [first, second, third] = features.toReversed() as [Area, Area, Area];
    // One corner, ten metres away.
    const [ring] = first.geometry.coordinates as [[number, number][]];
    const [lon, lat] = ring[1] as [number, number];
    ring[1] = [lon - 0.0001, lat - 0.0001];
    second.properties.lib_qp = 'Un autre nom';
    const added = { ...third, properties: { ...third.properties, code_qp: 'QN99909M' } };
    return [first, second, added, { ...added, properties: { ...added.properties, code_qp: 'QN99908M' } }];
  });
  const said = await told('qpv-2024');
  expect(said).toContain(
    '4 quartiers prioritaires avec cette édition, 3 sans elle : 2 de plus, 1 de moins, 1 change de contour, 1 change de nom, de communes ou de population.',
  );
  expect(said).not.toContain(NOTHING);
  expect(await inUse()).toBe(before);
});

it('a commune is told to be drawn otherwise though its box is the same', async () => {
  const name = 'communes-50m.geojson.gz';
  await files.change(name, (bytes) => {
    const text = gunzipSync(bytes).toString('utf8');
    const { features } = JSON.parse(text) as { features: { geometry: { coordinates: unknown } }[] };
    const corners = features.map(({ geometry }) => (geometry.coordinates as unknown[]).flat(9) as number[]);
    const ends = new Set(corners.flatMap((flat) => boxOf(flat)));
    const [flat = []] = corners;
    const at = flat.findIndex(
      (lon, rank) => rank % 2 === 0 && rank > 4 && !ends.has(lon) && !ends.has(flat[rank + 1] as number),
    );
    const [lon, lat] = [flat[at] as number, flat[at + 1] as number];
    return gzipSync(text.replaceAll(`[${lon},${lat}]`, `[${(lon + 0.0004).toFixed(5)},${lat}]`));
  });
  const proposal = await propose('contours');
  if (proposal.outcome !== 'proposed') throw new Error(proposal.outcome);
  const { outlines } = proposal.changes;
  expect(outlines?.changed).toBeGreaterThan(0);
  expect(outlines?.changed).toBeLessThan(5);
  expect(await told('contours')).not.toContain(NOTHING);
});

/** The four ends of a list of longitudes and latitudes. */
function boxOf(flat: readonly number[]): number[] {
  const lons = flat.filter((_, at) => at % 2 === 0);
  const lats = flat.filter((_, at) => at % 2 === 1);
  return [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
}

it('a file that cannot be read is a sentence, and changes nothing', async () => {
  const before = await inUse();
  await files.change('rp_2022_commune.csv', () => '<html>Service interrompu</html>');
  const proposal = await propose('rp-2022');
  expect(proposal).toMatchObject({
    outcome: 'failed',
    message: expect.stringContaining('colonne') as string,
  });
  expect(await inUse()).toBe(before);
});

it('a first edition replaces nothing, and is loaded', async () => {
  await database.db
    .sql`delete from indicator_column where version in (select id from dataset_version where source = 'densite')`;
  await database.db.sql`update dataset_version set current = false where source = 'densite'`;
  expect(await propose('densite')).toEqual({ outcome: 'loaded' });
});

it('an edition of a producer does not enter an invented territory', async () => {
  const real: Offer = { ...offer('densite'), kind: 'mirror' };
  expect(await proposeEdition(database.db, real, options())).toMatchObject({
    outcome: 'failed',
    message: expect.stringContaining('fictif') as string,
  });
});

it('the last three former versions of a source keep their figures', async () => {
  const kept = await database.db.sql<{ version: number }[]>`
    select distinct version from former_column join dataset_version on id = version
    where source = 'filosofi-2021' order by 1`;
  expect(kept.length).toBeGreaterThan(1);
  for (const one of [4, 5, 6]) {
    await raise(one);
    await loadSources(database.db, files.origin, { only: ['filosofi-2021'] });
  }
  const former = await database.db.sql<{ id: number; columns: number }[]>`
    select id, (select count(*)::int from former_column where version = id) as columns
    from dataset_version where source = 'filosofi-2021' and not current order by id desc`;
  expect(former.map(({ columns }) => columns > 0)).toEqual([
    true,
    true,
    true,
    ...former.slice(3).map(() => false),
  ]);
});
