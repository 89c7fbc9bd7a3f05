import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { greatCircle } from '../../src/lib/domain/access/sphere.ts';
import { SITE_KINDS, type SitingFrame } from '../../src/lib/domain/siting/frame/siting-frame.ts';
import { runsOf } from '../../src/lib/domain/siting/frame/siting-times.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { placeRevision } from '../../src/lib/server/db/schema/places.ts';
import { importMatrix } from '../../src/lib/server/jobs/travel-times.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { sitingFrame } from '../../src/lib/server/siting/frame.ts';
import { siteSheet, siteSheets } from '../../src/lib/server/siting/sheets.ts';
import { countWays, timesTold, toldTimes } from '../../src/lib/server/siting/times.ts';
import { DEFAULT_SITING_VIEW, type SitingView } from '../../src/lib/view/siting-view.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/** The frame of a siting question in minutes, over an intercommunality of the demonstration and a matrix. */
let database: TestDatabase;
let data: Snapshot;
let city: Territory;
let own: readonly Territory[];
const told = new Map<string, number>();

const TODAY = '2026-11-25';
const LIMIT = 12;

interface Spot {
  lon: number | null;
  lat: number | null;
}

/** Different there and back: one is never taken for the other. */
const minutesOf = (from: Spot, to: Spot): number =>
  Math.round(greatCircle(from.lon ?? 0, from.lat ?? 0, to.lon ?? 0, to.lat ?? 0) / 500) +
  ((from.lon ?? 0) > (to.lon ?? 0) ? 3 : 0);

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  const before = await Snapshot.read(database.db);
  city = before.territories.get('epci', '299000011') as Territory;
  own = before.territories.communes(city).filter(({ lat }) => lat !== null);
  const lines = own.flatMap((commune) =>
    [
      ...before.places
        .filter(({ lat }, rank) => lat !== null && rank % 3 !== 0)
        .map((place) => [place.id, minutesOf(commune, place)] as const),
      ...own.filter((_, at) => at % 4 !== 0).map((to) => [to.code, minutesOf(commune, to)] as const),
    ].map(([to, minutes]) => {
      told.set(`${commune.code}/${to}`, minutes);
      return `${commune.code};${to};${minutes}`;
    }),
  );
  const folder = await mkdtemp(join(tmpdir(), 'matrice-'));
  const path = join(folder, 'matrice.csv');
  await writeFile(path, ['commune;lieu;minutes', ...lines].join('\n'));
  await importMatrix(database.db, path, { most: null, now: new Date('2026-11-25T08:00:00Z') });
  await rm(folder, { recursive: true, force: true });
  data = await Snapshot.read(database.db);
});

afterAll(() => database.drop());

const frameOf = (change: Partial<SitingView>): SitingFrame =>
  sitingFrame(data, { ...DEFAULT_SITING_VIEW, unit: 'min', limit: LIMIT, ...change }, city, TODAY);

interface Site {
  /** As a matrix writes it. */
  id: string;
  kind: string;
  commune: string | null;
}

const sitesOf = ({ sites }: SitingFrame): Site[] =>
  Array.from(sites.kinds, (kind, at) => {
    const reference = sites.references[at] ?? -1;
    if (SITE_KINDS[kind] !== 'commune') {
      const place = data.places[reference];
      return { id: place?.id ?? '', kind: SITE_KINDS[kind] ?? '', commune: place?.commune ?? null };
    }
    const code = data.territories.all('commune')[reference]?.code ?? '';
    return { id: code, kind: 'commune', commune: code };
  });

it('takes every way of the matrix within the limit to its places, premises and communes, and no other', () => {
  const frame = frameOf({ candidates: 'both', moment: 'saturday' });
  const sites = sitesOf(frame);
  expect(new Set(sites.map(({ kind }) => kind))).toEqual(new Set(SITE_KINDS));
  const runs = runsOf(frame.demand.communes);
  const found: string[] = [];
  own.forEach((commune, run) => {
    expect(frame.demand.communes[runs[run] ?? -1]).toBe(commune.ordinal);
    const { starts, sites: numbers, minutes } = frame.times ?? { starts: [], sites: [], minutes: [] };
    for (let at = starts[run] ?? 0; at < (starts[run + 1] ?? 0); at++)
      found.push(`${commune.code}/${sites[numbers[at] ?? -1]?.id}=${minutes[at]}`);
  });
  const expected = own.flatMap(({ code }) =>
    sites.flatMap(({ id, commune }) => {
      const minutes = commune === code ? 0 : told.get(`${code}/${id}`);
      return minutes !== undefined && minutes <= LIMIT ? [`${code}/${id}=${minutes}`] : [];
    }),
  );
  expect(found.sort()).toEqual(expected.sort());
});

it('counts places outside that are told to be within the limit, and only them', () => {
  const neighbours = sitesOf(frameOf({}))
    .filter(({ kind }) => kind === 'neighbour')
    .map(({ id }) => id);
  const codes = new Set<string | null>(own.map(({ code }) => code));
  const expected = data.places.filter(
    ({ id, commune }) =>
      !codes.has(commune) && own.some(({ code }) => (told.get(`${code}/${id}`) ?? Infinity) <= LIMIT),
  );
  expect(expected.length).toBeGreaterThan(0);
  expect(neighbours.sort()).toEqual(expected.map(({ id }) => id).sort());
});

it('knows what it holds, what is not told, and tells what is near in minutes', () => {
  const frame = frameOf({});
  const times = toldTimes(data, 'min');
  if (!times) throw new Error('the matrix was not read');
  const within = [...told.values()].filter((minutes) => minutes <= LIMIT).length;
  expect(countWays(data, times, own, LIMIT)).toBe(within);
  const count = timesTold(data, frame, times, LIMIT);
  expect(count.told).toBeLessThan(count.near);
  expect(count.silent.communes).toBe(0);
  // One commune in four is no destination of the matrix.
  expect(count.silentCandidates).toBe(own.filter((_, at) => at % 4 === 0).length);
  const [sheet] = siteSheets(data, frame, [sitesOf(frame).findIndex(({ kind }) => kind === 'commune')]);
  expect(sheet?.alone).toBe('aucun à moins de 15\u00a0minutes');
  expect(sheet?.partners.length).toBeGreaterThan(0);
  // Of a commune that the matrix does not speak of, nothing is said to be near or far.
  const outside = data.territories
    .all('commune')
    .find(({ code, epci }) => epci !== city.code && data.places.every(({ commune }) => commune !== code));
  expect(siteSheet(data, 'commune', outside?.ordinal ?? -1, 'minutes')).toMatchObject({
    partners: [],
    alone: 'trajets non connus',
  });
  for (const { distance } of sheet?.partners ?? []) expect(distance).toMatch(/minute|dans la commune/);
});

it('is read again with places and not with ways between communes, which they do not change', async () => {
  await database.db.query.insert(placeRevision).values({ at: new Date('2026-11-25T09:00:00Z') });
  const later = await Snapshot.read(database.db, data);
  expect(later.revision).toBe(data.revision + 1);
  expect(later.travel?.toCommunes).toBe(data.travel?.toCommunes);
  const anew = await Snapshot.read(database.db);
  expect(anew.travel).toEqual(later.travel);
});

it('is in kilometres when they are asked', () => {
  expect(frameOf({ unit: 'km' }).times).toBeNull();
});
