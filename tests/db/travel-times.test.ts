import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVERYBODY } from '../../src/lib/domain/access/gaps/group.ts';
import { landOf } from '../../src/lib/domain/access/landmass.ts';
import { greatCircle } from '../../src/lib/domain/access/sphere.ts';
import type { Place } from '../../src/lib/domain/places/place.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { travelSource } from '../../src/lib/server/db/schema/travel.ts';
import { askOsrm, importMatrix } from '../../src/lib/server/jobs/travel-times.ts';
import { accessOf, gapsOf, needWithin } from '../../src/lib/server/queries/access/gaps.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { DEFAULT_GAPS_VIEW, type GapsView } from '../../src/lib/view/gaps-view.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/** Travel times from a matrix and from an OSRM server, over the demonstration territory. */
let database: TestDatabase;
let folder = '';
let communes: readonly Territory[];
let places: readonly Place[];
/** Communes that have a centre. */
let located: readonly Territory[];

const NOW = new Date('2026-11-25T08:00:00Z');
const TODAY = '2026-11-25';
/** An intercommunality of the demonstration. */
const CITY = '299000011';

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  folder = await mkdtemp(join(tmpdir(), 'matrice-'));
  const data = await Snapshot.read(database.db);
  communes = data.territories.all('commune');
  places = data.places.filter(({ lat }) => lat !== null);
  located = communes.filter(({ lat }) => lat !== null);
});

beforeEach(() => database.db.query.delete(travelSource));

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

async function matrix(lines: readonly string[], most: number | null = null) {
  const path = join(folder, 'matrice.csv');
  await writeFile(path, ['commune;lieu;minutes', ...lines].join('\n'));
  return importMatrix(database.db, path, { most, now: NOW });
}

const inMinutes = (limit: number): GapsView => ({
  ...DEFAULT_GAPS_VIEW,
  unit: 'min',
  limit,
  group: EVERYBODY,
});

async function needInMinutes(limit: number) {
  const data = await Snapshot.read(database.db);
  const country = data.territories.get('france', 'FR');
  if (!country) throw new Error('no country');
  const gaps = gapsOf(data, inMinutes(limit), TODAY);
  return { data, gaps, need: needWithin(data, gaps, country) };
}

describe('without travel times', () => {
  it('counts kilometres, and says so by its unit', async () => {
    const { gaps, data } = await needInMinutes(10);
    expect(data.travel).toBeNull();
    expect(gaps.unit).toBe('metres');
    expect(gaps.setting.threshold).toBe(10_000);
  });
});

describe('a matrix', () => {
  it('is what minutes are counted by; communes that it does not speak of are in no count', async () => {
    const told = communes.slice(0, 5);
    const [first, second] = places as [Place, Place];
    const lines = told.flatMap(({ code }, at) => [
      `${code};${first.id};${10 * (at + 1)}`,
      `${code};${second.id};58`,
    ]);
    expect(await matrix(lines)).toMatchObject({ kept: 10, problems: [], interrupted: null });
    const { data, gaps, need } = await needInMinutes(25);
    expect(data.travel).toMatchObject({ name: 'matrice.csv', kind: 'matrix', communes: 5 });
    expect(gaps.unit).toBe('minutes');
    const own = new Set(data.places.map(({ commune }) => commune));
    told.forEach(({ ordinal, code }, at) => {
      expect(gaps.setting.costs[ordinal]).toBe(own.has(code) ? 0 : 10 * (at + 1));
    });
    const known = communes.filter(({ code }) => own.has(code) || told.some((one) => one.code === code));
    expect(need.communes).toBe(known.length);
    expect(need.unplaced.communes).toBe(communes.length - known.length);
    expect(need.communesBeyond).toBe(
      told.filter(({ code }, at) => !own.has(code) && 10 * (at + 1) > 25).length,
    );
  });

  it('says by --max that what it leaves out is far, and not unknown', async () => {
    const [commune] = communes.filter(({ code }) => places.every((place) => place.commune !== code));
    const [place] = places;
    if (!commune || !place) throw new Error('the demonstration has no commune without a place');
    const line = `${commune.code};${place.id};12`;
    await matrix([line]);
    const free: GapsView = { ...inMinutes(30), partners: ['personne'] };
    const costAt = async (): Promise<number | undefined> =>
      gapsOf(await Snapshot.read(database.db), free, TODAY).setting.costs[commune.ordinal];
    expect(await costAt()).toBeNaN();
    await matrix([line], 60);
    expect(await costAt()).toBe(Infinity);
  });

  it('shares out access by minutes too: Σ A·P = Σ S', async () => {
    await matrix(
      communes.flatMap(({ code, lon, lat }) =>
        places.map((place) => {
          const metres = greatCircle(lon ?? 0, lat ?? 0, place.lon ?? 0, place.lat ?? 0);
          return `${code};${place.id};${(metres / 1_000).toFixed(1)}`;
        }),
      ),
    );
    const data = await Snapshot.read(database.db);
    const { catchment } = accessOf(data, { ...inMinutes(20), supply: 'places' }, TODAY);
    const received = communes.reduce(
      (sum, { ordinal, population }) => sum + (population ?? 0) * (catchment.access[ordinal] as number),
      0,
    );
    expect(received).toBeCloseTo(catchment.ratios.filter((ratio) => !Number.isNaN(ratio)).length, 5);
  });

  it('keeps good rows, refuses the others in words, and leaves what was there when none is good', async () => {
    const [commune] = communes;
    const [place] = places;
    const good = `${commune?.code};${place?.id};15`;
    const outcome = await matrix([
      good,
      `${commune?.code};${place?.id};-3`,
      '99999;x;2',
      `${commune?.code};inconnu;2`,
    ]);
    expect(outcome.kept).toBe(1);
    expect(outcome.problems.map(({ line }) => line)).toEqual([3, 4, 5]);
    await expect(matrix(['99999;x;2'])).rejects.toThrow('Les temps de trajet d’avant restent en place.');
    await writeFile(join(folder, 'autre.csv'), 'a;b\n1;2\n');
    await expect(
      importMatrix(database.db, join(folder, 'autre.csv'), { most: null, now: NOW }),
    ).rejects.toThrow('« commune », « lieu » et « minutes »');
    expect((await Snapshot.read(database.db)).travel?.communes).toBe(1);
  });
});

describe('a matrix that also goes to communes', () => {
  /** Minutes that are told from a commune to others, by code. */
  const toldFrom = (data: Snapshot, { ordinal }: Territory): [string, number][] => {
    const reach = data.travel?.toCommunes;
    if (!reach) return [];
    const [from, to] = [reach.starts[ordinal] ?? 0, reach.starts[ordinal + 1] ?? 0];
    return Array.from({ length: to - from }, (_, k): [string, number] => [
      communes[reach.supplies[from + k] ?? -1]?.code ?? '',
      reach.costs[from + k] ?? Number.NaN,
    ]).sort(([a], [b]) => (a < b ? -1 : 1));
  };

  it('keeps both, refuses bad rows in words, and changes nothing of what is told of places', async () => {
    const [a, b, c] = communes as [Territory, Territory, Territory];
    const [place] = places as [Place];
    const toPlaces = [`${a.code};${place.id};12`, `${b.code};${place.id};40`];
    await matrix(toPlaces, 60);
    const before = (await needInMinutes(25)).gaps.setting.costs;
    const outcome = await matrix(
      [
        ...toPlaces,
        `${a.code};${b.code};21`,
        `${a.code};${c.code};9,5`,
        `${a.code};${c.code};8`,
        `${c.code};${a.code};7`,
        `${a.code};99999;4`,
        `99998;${a.code};4`,
        `${a.code};${b.code};-4`,
        `${a.code};${b.code};vite`,
      ],
      60,
    );
    expect(outcome.kept).toBe(5);
    expect(outcome.problems).toEqual([
      { line: 8, message: 'commune d’arrivée inconnue « 99999 »' },
      { line: 9, message: 'commune inconnue « 99998 »' },
      { line: 10, message: 'une durée ne peut pas être négative (-4)' },
      { line: 11, message: '« vite » n’est pas une durée en minutes' },
    ]);
    const { data, gaps } = await needInMinutes(25);
    expect(gaps.setting.costs).toEqual(before);
    expect(data.travel?.communes).toBe(2);
    expect(toldFrom(data, a)).toEqual(
      [
        [b.code, 21],
        [c.code, 8],
      ].sort(([x = ''], [y = '']) => (x < y ? -1 : 1)),
    );
    expect(toldFrom(data, c)).toEqual([[a.code, 7]]);
    expect(toldFrom(data, b)).toEqual([]);
  });

  it('reads as many as there are, more than one page of them', async () => {
    const few = communes.slice(0, 60);
    const lines = few.flatMap(({ code }, i) => few.map((to, j) => `${code};${to.code};${(i * 7 + j) % 50}`));
    expect(lines.length).toBeGreaterThan(2_000);
    await matrix(lines);
    const data = await Snapshot.read(database.db);
    few.forEach((commune, i) => {
      expect(toldFrom(data, commune)).toEqual(
        few
          .map((to, j): [string, number] => [to.code, (i * 7 + j) % 50])
          .sort(([x], [y]) => (x < y ? -1 : 1)),
      );
    });
    // Told of no place, a commune is not far from places either.
    expect(data.travel?.communes).toBe(0);
  });

  it('tells no ways to communes when there are none', async () => {
    await matrix([`${communes[0]?.code};${places[0]?.id};3`]);
    expect((await Snapshot.read(database.db)).travel?.toCommunes).toBeNull();
  });
});

/** An OSRM server as its documentation says it answers: seconds at 60 km/h in a straight line. */
type Fault = 'none' | 'down-after-two' | 'down-after-all-places' | 'not-a-table' | 'refuses' | 'no-way';

async function osrm(fault: Fault): Promise<{ url: string; asked: string[]; close: () => Promise<void> }> {
  const asked: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = new URL(request.url ?? '', 'http://osrm').pathname;
    asked.push(request.url ?? '');
    if (
      (fault === 'down-after-two' && asked.length > 2) ||
      (fault === 'down-after-all-places' && asked.length > located.length + 8)
    ) {
      request.socket.destroy();
      return;
    }
    response.setHeader('content-type', 'application/json');
    if (fault === 'not-a-table') {
      response.end('{"bonjour":1}');
      return;
    }
    if (fault === 'refuses') {
      response.statusCode = 400;
      response.end('{"code":"TooBig","message":"Too many table coordinates"}');
      return;
    }
    const points = (/driving\/(.*)$/.exec(path)?.[1] ?? '')
      .split(';')
      .map((one) => one.split(',').map(Number) as [number, number]);
    const [[lon, lat] = [0, 0], ...others] = points;
    const durations = [
      others.map(([x, y]) => (fault === 'no-way' ? null : (greatCircle(lon, lat, x, y) / 1_000) * 60)),
    ];
    response.end(JSON.stringify({ code: 'Ok', durations }));
  };
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

describe('an OSRM server', () => {
  it('is asked for the nearest places of each commune, and believed', async () => {
    const { url, asked, close } = await osrm('none');
    const outcome = await askOsrm(database.db, `${url}/`, { within: 'FR', now: NOW });
    await close();
    expect(outcome).toMatchObject({ problems: [], interrupted: null });
    expect(asked).toHaveLength(communes.filter(({ lat }) => lat !== null).length);
    expect(asked.every((one) => one.includes('sources=0') && one.includes('annotations=duration'))).toBe(
      true,
    );
    const { data, gaps } = await needInMinutes(10);
    expect(data.travel?.kind).toBe('osrm');
    const [commune] = communes.filter(({ code }) => places.every((place) => place.commune !== code));
    if (!commune) throw new Error('the demonstration has no commune without a place');
    const nearest = Math.min(
      ...places
        .filter((place) => landOf(place.commune) === landOf(commune.code))
        .map((place) => greatCircle(commune.lon ?? 0, commune.lat ?? 0, place.lon ?? 0, place.lat ?? 0)),
    );
    expect(gaps.setting.costs[commune.ordinal]).toBeCloseTo(nearest / 1_000, 1);
  });

  it('is also asked for ways to communes when they are wanted, and believed', async () => {
    const { url, close } = await osrm('none');
    const outcome = await askOsrm(database.db, url, { within: CITY, toCommunes: true, now: NOW });
    await close();
    expect(outcome.interrupted).toBeNull();
    const reach = (await Snapshot.read(database.db)).travel?.toCommunes;
    const own = located.filter(({ epci }) => epci === CITY);
    expect(own.length).toBeGreaterThan(10);
    for (const from of own) {
      const [first, end] = [reach?.starts[from.ordinal] ?? 0, reach?.starts[from.ordinal + 1] ?? 0];
      expect(end - first).toBe(own.length);
      for (let at = first; at < end; at++) {
        const to = communes[reach?.supplies[at] ?? -1] as Territory;
        const metres = greatCircle(from.lon ?? 0, from.lat ?? 0, to.lon ?? 0, to.lat ?? 0);
        expect(reach?.costs[at]).toBeCloseTo(metres / 1_000, 1);
      }
    }
  });

  it('that stops among ways to communes, asked a table at a time, leaves those to places whole', async () => {
    const { url, asked, close } = await osrm('down-after-all-places');
    const outcome = await askOsrm(database.db, url, { within: 'FR', toCommunes: true, now: NOW });
    await close();
    expect(outcome.interrupted).toBe('Le serveur OSRM ne répond pas.');
    const points = (request: string): number => request.split('?')[0]?.split(';').length ?? 0;
    // The commune itself and eighty destinations: OSRM refuses more than a hundred points.
    expect(Math.max(...asked.slice(located.length).map(points))).toBe(81);
    const { travel } = await Snapshot.read(database.db);
    expect(travel?.communes).toBe(located.length);
    const told = communes.filter(
      ({ ordinal }) =>
        (travel?.toCommunes?.starts[ordinal + 1] ?? 0) > (travel?.toCommunes?.starts[ordinal] ?? 0),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(8);
  });

  it('that stops answering leaves what it gave, said to be a part', async () => {
    const { url, close } = await osrm('down-after-two');
    const outcome = await askOsrm(database.db, url, { within: 'FR', now: NOW });
    await close();
    expect(outcome.interrupted).toBe('Le serveur OSRM ne répond pas.');
    expect(outcome.kept).toBeGreaterThan(0);
    expect((await Snapshot.read(database.db)).travel?.communes).toBe(2);
  });

  it.each([
    ['not-a-table', 'autre chose qu’une table'],
    ['refuses', 'Too many table coordinates'],
  ] as const)('that answers badly (%s) changes nothing, in words', async (fault, words) => {
    const { url, close } = await osrm(fault);
    const outcome = await askOsrm(database.db, url, { within: 'FR', now: NOW });
    await close();
    expect(outcome.kept).toBe(0);
    expect(outcome.interrupted).toContain(words);
    expect((await Snapshot.read(database.db)).travel).toBeNull();
  });

  it('that knows no way invents none', async () => {
    const { url, close } = await osrm('no-way');
    const outcome = await askOsrm(database.db, url, { within: 'FR', now: NOW });
    await close();
    expect(outcome).toMatchObject({ kept: 0, interrupted: null });
  });

  it('must be a web address', async () => {
    await expect(askOsrm(database.db, 'ftp://x', { within: 'FR', now: NOW })).rejects.toThrow('serveur OSRM');
    await expect(askOsrm(database.db, 'http://127.0.0.1:1', { within: '99999', now: NOW })).rejects.toThrow(
      'Aucun territoire',
    );
  });
});
