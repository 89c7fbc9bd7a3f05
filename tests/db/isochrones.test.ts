import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { circle } from '@turf/turf';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { landOf } from '../../src/lib/domain/access/landmass.ts';
import { greatCircle } from '../../src/lib/domain/access/sphere.ts';
import type { Place } from '../../src/lib/domain/places/place.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { isochrone, travelSource } from '../../src/lib/server/db/schema/travel.ts';
import { IsochroneService } from '../../src/lib/server/jobs/isochrone-service.ts';
import { askIsochrones } from '../../src/lib/server/jobs/isochrones.ts';
import { accessOf, gapsOf } from '../../src/lib/server/queries/access/gaps.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { DEFAULT_GAPS_VIEW, type GapsView } from '../../src/lib/view/gaps-view.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/** Areas drawn around places by a service that answers as the Géoplateforme does: circles at 30 km/h. */
let database: TestDatabase;
let communes: readonly Territory[];
let places: readonly Place[];

const NOW = new Date('2026-11-25T08:00:00Z');
const TODAY = '2026-11-25';
const METRES_A_MINUTE = 500;
/** A circle of 90 sides is as much inside the true one, at the middle of a side. */
const INSIDE = Math.cos(Math.PI / 90);

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  const data = await Snapshot.read(database.db);
  communes = data.territories.all('commune');
  places = data.places.filter(({ lat }) => lat !== null);
});

beforeEach(async () => {
  await database.db.query.delete(travelSource);
  await database.db.query.delete(isochrone);
});

afterAll(() => database.drop());

type Fault =
  | 'none'
  | 'off-road-once'
  | 'busy-once'
  | 'always-busy'
  | 'down-after-nine'
  | 'no-data'
  | 'not-an-area'
  | 'flat';

async function serve(first: Fault) {
  let fault = first;
  const asked: URL[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '', 'http://isochrone');
    asked.push(url);
    const say = (body: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (fault === 'always-busy' || (fault === 'busy-once' && asked.length === 1)) {
      response.writeHead(429, { 'retry-after': fault === 'always-busy' ? '3600' : '0.01' });
      response.end();
    } else if (fault === 'down-after-nine' && asked.length > 9) request.socket.destroy();
    else if (fault === 'no-data' || (fault === 'off-road-once' && asked.length === 1))
      say({ error: { message: 'No data found' } }, 404);
    else if (fault === 'not-an-area') say({ bonjour: 1 });
    else if (fault === 'flat') say({ geometry: { type: 'Polygon', coordinates: [[[0, 0]]] } });
    else {
      const point = (url.searchParams.get('point') ?? '').split(',').map(Number);
      const seconds = Number(url.searchParams.get('costValue'));
      const { geometry } = circle(point, ((seconds / 60) * METRES_A_MINUTE) / 1_000, { steps: 90 });
      say({ point: point.join(','), costType: 'time', costValue: seconds, geometry });
    }
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    service: new IsochroneService(`http://127.0.0.1:${port}/navigation/isochrone`, 0),
    asked,
    recover: () => (fault = 'none'),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const ask = (service: IsochroneService, minutes: readonly number[] = [10, 20]) =>
  askIsochrones(database.db, service, { within: 'FR', minutes, profile: 'car', now: NOW });

const inMinutes = (limit: number): GapsView => ({ ...DEFAULT_GAPS_VIEW, unit: 'min', limit });

/** The least step that reaches a commune, told by distance; 0 where a place stands in it. */
function expected({ code, lon, lat }: Territory, steps: readonly number[]): number {
  if (places.some(({ commune }) => commune === code)) return 0;
  const nearest = Math.min(
    ...places
      .filter(({ commune }) => landOf(commune) === landOf(code))
      .map((place) => greatCircle(lon ?? 0, lat ?? 0, place.lon ?? 0, place.lat ?? 0)),
  );
  return steps.find((step) => nearest <= step * METRES_A_MINUTE * INSIDE) ?? Infinity;
}

it('are asked once a place and a step, and say the least step that reaches a commune', async () => {
  const { service, asked, close } = await serve('none');
  const outcome = await ask(service);
  const again = await ask(service);
  await close();
  expect(outcome).toMatchObject({ problems: [], interrupted: null });
  expect(again.kept).toBe(outcome.kept);
  const points = asked.map(
    ({ searchParams }) => `${searchParams.get('point')}/${searchParams.get('costValue')}`,
  );
  expect(new Set(points).size).toBe(points.length);
  expect(asked[0]?.searchParams.get('direction')).toBe('arrival');
  expect(asked[0]?.searchParams.get('resource')).toBe('bdtopo-valhalla');
  const data = await Snapshot.read(database.db);
  expect(data.travel).toMatchObject({ kind: 'isochrones', most: 20, steps: [10, 20] });
  const { costs } = gapsOf(data, inMinutes(20), TODAY).setting;
  const placed = communes.filter(({ lat }) => lat !== null);
  for (const commune of placed) expect(costs[commune.ordinal]).toBe(expected(commune, [10, 20]));
  expect(placed.some((commune) => expected(commune, [10, 20]) === Infinity)).toBe(true);
});

it('are drawn around communes too when they are wanted, once each, and change nothing told of places', async () => {
  const { service, asked, close } = await serve('none');
  // An intercommunality of the demonstration.
  const within = '299000011';
  const asking = { within, minutes: [10, 20], profile: 'car', now: NOW } as const;
  await askIsochrones(database.db, service, asking);
  const before = gapsOf(await Snapshot.read(database.db), inMinutes(20), TODAY).setting.costs;
  const outcome = await askIsochrones(database.db, service, { ...asking, toCommunes: true });
  await close();
  expect(outcome.interrupted).toBeNull();
  const points = asked.map(
    ({ searchParams }) => `${searchParams.get('point')}/${searchParams.get('costValue')}`,
  );
  expect(new Set(points).size).toBe(points.length);
  const data = await Snapshot.read(database.db);
  expect(gapsOf(data, inMinutes(20), TODAY).setting.costs).toEqual(before);
  const reach = data.travel?.toCommunes;
  const placed = communes.filter(({ lat, epci }) => lat !== null && epci === within);
  expect(placed.length).toBeGreaterThan(10);
  for (const from of placed) {
    const [first, end] = [reach?.starts[from.ordinal] ?? 0, reach?.starts[from.ordinal + 1] ?? 0];
    const told = new Map(
      Array.from({ length: end - first }, (_, k) => [reach?.supplies[first + k], reach?.costs[first + k]]),
    );
    for (const to of placed) {
      const metres = greatCircle(from.lon ?? 0, from.lat ?? 0, to.lon ?? 0, to.lat ?? 0);
      // Between the sides of a drawn circle and the true one, either is right.
      const steps = [INSIDE, 1].map((share) =>
        [10, 20].find((minutes) => metres <= minutes * METRES_A_MINUTE * share),
      );
      const isOtherLand = landOf(from.code) !== landOf(to.code);
      expect(from === to ? [0] : isOtherLand ? [undefined] : steps).toContain(told.get(to.ordinal));
    }
  }
});

it('answer for the minutes they were drawn for, and no others', async () => {
  const { service, close } = await serve('none');
  await ask(service);
  await close();
  const data = await Snapshot.read(database.db);
  const thresholds = [5, 10, 15, 20, 45].map(
    (limit) => gapsOf(data, inMinutes(limit), TODAY).setting.threshold,
  );
  expect(thresholds).toEqual([10, 10, 10, 20, 20]);
  const { catchment } = accessOf(data, inMinutes(15), TODAY);
  const received = communes.reduce(
    (sum, { ordinal, population }) => sum + (population ?? 0) * (catchment.access[ordinal] as number),
    0,
  );
  expect(received).toBeCloseTo(catchment.ratios.filter((ratio) => !Number.isNaN(ratio)).length, 5);
});

it('that stop coming leave communes not wholly told unknown, never far', async () => {
  const { service, asked, recover, close } = await serve('down-after-nine');
  const outcome = await ask(service);
  expect(outcome.interrupted).toBe('Le service d’isochrones ne répond pas.');
  const data = await Snapshot.read(database.db);
  if (outcome.kept === 0) expect(data.travel).toBeNull();
  else {
    const { costs } = gapsOf(data, inMinutes(20), TODAY).setting;
    for (const commune of communes)
      expect([Number.NaN, expected(commune, [10, 20])]).toContain(costs[commune.ordinal]);
  }
  // What came is not asked for again.
  const before = asked.length;
  recover();
  await ask(service);
  await close();
  const points = asked.map(
    ({ searchParams }) => `${searchParams.get('point')}/${searchParams.get('costValue')}`,
  );
  expect(asked.length).toBeGreaterThan(before);
  // The one that was cut is the only one asked twice.
  expect(points.length - new Set(points).size).toBe(1);
});

it('wait when the service is busy, and give up when it says to come back later', async () => {
  const patient = await serve('busy-once');
  expect((await ask(patient.service, [10])).interrupted).toBeNull();
  await patient.close();
  await database.db.query.delete(isochrone);
  await database.db.query.delete(travelSource);
  const busy = await serve('always-busy');
  const outcome = await ask(busy.service, [10]);
  await busy.close();
  expect(busy.asked).toHaveLength(1);
  expect(outcome).toMatchObject({ kept: 0, interrupted: expect.stringContaining('trop demandé') as string });
});

it.each([
  ['not-an-area', 'autre chose qu’une surface'],
  ['flat', 'autre chose qu’une surface'],
] as const)('badly answered (%s) change nothing, in words', async (fault, words) => {
  const { service, close } = await serve(fault);
  const outcome = await ask(service);
  await close();
  expect(outcome.kept).toBe(0);
  expect(outcome.interrupted).toContain(words);
  expect((await Snapshot.read(database.db)).travel).toBeNull();
});

it('go on past a place that the service has no road to, and say which', async () => {
  const { service, asked, close } = await serve('off-road-once');
  const outcome = await ask(service, [10]);
  await close();
  expect(outcome).toMatchObject({ interrupted: null, skipped: [expect.stringContaining('No data found')] });
  expect(asked.length).toBeGreaterThan(10);
  const nobody = await serve('no-data');
  await database.db.query.delete(isochrone);
  const none = await ask(nobody.service, [10]);
  await nobody.close();
  expect(none.interrupted).toBeNull();
  const { costs } = gapsOf(await Snapshot.read(database.db), inMinutes(10), TODAY).setting;
  // Nobody is reached by road: communes are far, but for those that have a place.
  for (const commune of communes.filter(({ lat }) => lat !== null))
    expect([0, Infinity]).toContain(costs[commune.ordinal]);
});

it('need minutes, a territory and a web address', async () => {
  const { service, close } = await serve('none');
  await expect(ask(service, [])).rejects.toThrow('de 1 à 120');
  await expect(ask(service, [Number.NaN])).rejects.toThrow('de 1 à 120');
  await expect(
    askIsochrones(database.db, service, { within: '99999', minutes: [10], profile: 'car', now: NOW }),
  ).rejects.toThrow('Aucun territoire');
  await close();
  expect(() => new IsochroneService('ftp://x')).toThrow('service d’isochrones');
});
