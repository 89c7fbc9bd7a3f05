import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blankPlace, type Place } from '../../src/lib/domain/places/place.ts';
import { contactAccess, placeContact, placeImport } from '../../src/lib/server/db/schema/lists.ts';
import { placeChange, placeRecord } from '../../src/lib/server/db/schema/places.ts';
import { correctPlace, createPlace, dropCorrection } from '../../src/lib/server/places/by-hand.ts';
import { eraseFoundContacts, expireContacts, findContacts } from '../../src/lib/server/places/contacts.ts';
import { addressKey, locateAddresses, type AddressAsked } from '../../src/lib/server/places/geocode.ts';
import { importList, undoImport, type ListImport } from '../../src/lib/server/places/import-list.ts';
import { readPlace, readPlaces } from '../../src/lib/server/queries/places/places.ts';
import { dataRevision } from '../../src/lib/server/queries/versions.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await openTestDatabase('demonstration');
});

afterEach(() => database.drop());

const hand = { now: new Date('2026-11-25T10:00:00Z'), owner: null, account: null };

const row = (id: string, fields: Partial<Place> = {}) => ({
  place: { ...blankPlace(id, `Lieu ${id}`), ...fields },
  contact: { name: 'Ada Martin', email: `${id}@exemple.fr`, phone: '06 12 34 56 78' },
});

const file = (rows: ListImport['rows'], id: number | null = null): ListImport => ({
  list: { id, name: 'Partenaires', shared: true },
  file: 'partenaires.csv',
  sha256: 'aa',
  rows,
  rowsRead: rows.length,
  refused: 0,
});

const records = async () =>
  (await database.db.query.select().from(placeRecord)).sort((a, b) =>
    `${a.source}/${a.id}` < `${b.source}/${b.id}` ? -1 : 1,
  );

describe('a list', () => {
  it('creates, updates, and the same file again changes nothing', async () => {
    const before = await dataRevision(database.db);
    const first = await importList(database.db, file([row('a'), row('b')]), hand);
    expect(first).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
    expect((await dataRevision(database.db)).changes).toBeGreaterThan(before.changes);
    const again = await importList(database.db, file([row('b'), row('a')], first.list), hand);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const third = await importList(
      database.db,
      file([row('a', { hours: 'Mo 09:00-12:00' }), row('c')], first.list),
      hand,
    );
    expect(third).toMatchObject({ created: 1, updated: 1, unchanged: 0 });
    expect((await readPlace(database.db, 'a'))?.hours).toBe('Mo 09:00-12:00');
    expect(
      (await readPlaces(database.db)).filter(({ sources }) => sources.includes(`liste-${first.list}`)),
    ).toHaveLength(3);
  });

  it('is undone whole, and leaves what another hand changed since', async () => {
    const start = await records();
    const first = await importList(database.db, file([row('a'), row('b')]), hand);
    const second = await importList(
      database.db,
      file([row('a', { name: 'Autre' }), row('c'), row('d')], first.list),
      hand,
    );
    const third = await importList(database.db, file([row('d', { note: 'vu' })], first.list), hand);
    expect(await undoImport(database.db, second.id, hand)).toEqual({ restored: 2, kept: 1 });
    expect((await readPlace(database.db, 'a'))?.name).toBe('Lieu a');
    expect(await readPlace(database.db, 'c')).toBeNull();
    expect((await readPlace(database.db, 'd'))?.note).toBe('vu');
    expect(await undoImport(database.db, second.id, hand)).toBeNull();
    await undoImport(database.db, third.id, hand);
    expect(await undoImport(database.db, first.id, hand)).toEqual({ restored: 2, kept: 0 });
    expect((await database.db.query.select().from(placeImport)).every(({ undoneAt }) => undoneAt)).toBe(true);
    // What another hand had changed when its import was undone is still there, as it then was.
    const left = (await records()).filter(({ id }) => id === 'd');
    expect(left.map(({ record }) => (record as Place).note)).toEqual([null]);
    expect((await records()).filter(({ id }) => id !== 'd')).toEqual(start);
  });

  it('keeps every change with what was before', async () => {
    const { list } = await importList(database.db, file([row('a')]), hand);
    await importList(database.db, file([row('a', { name: 'Autre' })], list), hand);
    const changes = await database.db.query.select().from(placeChange).orderBy(placeChange.id);
    expect(changes.map(({ kind }) => kind)).toEqual(['create', 'correct']);
    expect(changes[0]?.before).toBeNull();
    expect(changes[1]?.before).toMatchObject({ place: { name: 'Lieu a' } });
  });
});

describe('by hand', () => {
  const any = async (): Promise<Place> => {
    const [place] = await readPlaces(database.db);
    if (!place) throw new Error('no place');
    return place;
  };

  it('corrects some fields, even by emptying them; the others follow their source', async () => {
    const place = await any();
    const corrected = await correctPlace(
      database.db,
      place.id,
      { ...place, name: 'Nom juste', services: [], hours: null },
      hand,
    );
    expect(corrected).toMatchObject({ name: 'Nom juste', services: [], hours: null, address: place.address });
    expect(corrected?.updated).toBe('2026-11-25');
    expect(corrected?.sources).toContain('saisie');
    await dropCorrection(database.db, place.id, hand);
    expect(await readPlace(database.db, place.id)).toEqual(place);
  });

  it('writes nothing when nothing differs', async () => {
    const place = await any();
    const before = await dataRevision(database.db);
    expect(await correctPlace(database.db, place.id, place, hand)).toEqual(place);
    expect(await dataRevision(database.db)).toEqual(before);
  });

  it('creates, moves, closes and opens again, with its history', async () => {
    const made = await createPlace(database.db, blankPlace('', 'Permanence du jeudi'), hand);
    await correctPlace(database.db, made.id, { ...made, address: '1 place du Marché' }, hand);
    const moved = (await readPlace(database.db, made.id)) as Place;
    expect(moved.address).toBe('1 place du Marché');
    await correctPlace(database.db, made.id, { ...moved, closed: '2026-11-01' }, hand);
    const closed = (await readPlace(database.db, made.id)) as Place;
    expect(closed.closed).toBe('2026-11-01');
    await correctPlace(database.db, made.id, { ...closed, closed: null }, hand);
    const kinds = (await database.db.query.select().from(placeChange).orderBy(placeChange.id)).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['create', 'move', 'close', 'reopen']);
  });
});

describe('contacts', () => {
  it('are found, taken out and erased by the person asked for alone, and each act is logged without a name', async () => {
    await importList(database.db, file([row('a'), row('b')]), hand);
    expect(await findContacts(database.db, 'A@exemple.fr', 'export', hand)).toHaveLength(1);
    expect(await findContacts(database.db, 'ada', 'read', hand)).toHaveLength(0);
    expect(await findContacts(database.db, '06.12.34.56.78', 'read', hand)).toHaveLength(2);
    expect(await eraseFoundContacts(database.db, 'a@exemple.fr', hand)).toBe(1);
    expect(await database.db.query.select().from(placeContact)).toHaveLength(1);
    const log = await database.db.query.select().from(contactAccess);
    expect(log.map(({ act, count }) => `${act} ${count}`)).toEqual([
      'export 1',
      'read 0',
      'read 2',
      'erase 1',
    ]);
    expect(JSON.stringify(log)).not.toContain('exemple');
  });

  it('go when their time is over, and with the import that brought them', async () => {
    const made = await importList(database.db, file([row('a')]), hand);
    expect(await expireContacts(database.db, new Date('2028-11-24T00:00:00Z'))).toBe(0);
    expect(await expireContacts(database.db, new Date('2028-11-26T00:00:00Z'))).toBe(1);
    const other = await importList(database.db, file([row('z')], made.list), hand);
    await undoImport(database.db, other.id, hand);
    expect(await database.db.query.select().from(placeContact)).toHaveLength(0);
  });
});

describe('the geocoder', () => {
  let server: Server;
  let url: string;
  let asked: number;
  let answer: (body: string) => { status: number; body?: string; headers?: Record<string, string> };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.method === 'GET') return response.end('{}');
        asked++;
        const { status, body = '', headers = {} } = answer(Buffer.concat(chunks).toString());
        response.writeHead(status, headers).end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocodage`;
  });

  afterAll(() => void server.close());

  beforeEach(() => {
    asked = 0;
  });

  const addresses: AddressAsked[] = ['1 rue Haute', '2 rue Basse'].map((address) => ({
    key: addressKey(address, '38000', 'Grenoble'),
    address,
    postcode: '38000',
    town: 'Grenoble',
    commune: '38185',
  }));
  const found =
    'rang,latitude,longitude,result_score,result_citycode\n0,45.1,5.7,0.9,38185\n1,45.2,5.8,0.3,38185\n';
  const locate = (options = {}) =>
    locateAddresses(database.db, addresses, { now: hand.now, url, ...options });

  it('locates what it is sure of, and is never asked twice', async () => {
    answer = () => ({ status: 200, body: found });
    const { found: located, interrupted } = await locate();
    expect(interrupted).toBeNull();
    expect([...located.values()]).toEqual([{ lat: 45.1, lon: 5.7, score: expect.closeTo(0.9, 5) as number }]);
    expect((await locate()).found.size).toBe(1);
    expect(asked).toBe(1);
  });

  it('waits when asked to, then goes on', async () => {
    answer = () =>
      asked === 1 ? { status: 429, headers: { 'retry-after': '0' } } : { status: 200, body: found };
    expect((await locate()).interrupted).toBeNull();
    expect(asked).toBe(2);
  });

  it.each([
    ['asks for an hour', () => ({ status: 429, headers: { 'retry-after': '3600' } }), /demande d’attendre/],
    ['refuses', () => ({ status: 400 }), /ne répond pas/],
    ['sends elsewhere', () => ({ status: 302, headers: { location: 'http://10.0.0.1/' } }), /ne répond pas/],
  ])('that %s leaves the rest, and says so', async (_, faulty, sentence) => {
    answer = faulty;
    const { found: located, interrupted } = await locate();
    expect(located.size).toBe(0);
    expect(interrupted).toMatch(sentence);
  });

  it('takes no answer of another commune, nor of another layout', async () => {
    answer = () => ({ status: 200, body: found.replaceAll('38185', '69123') });
    expect((await locate()).found.size).toBe(0);
    await database.db.sql`delete from geocode`;
    answer = () => ({ status: 200, body: 'a,b\n1,2\n' });
    expect((await locate()).found.size).toBe(0);
  });

  it('that is away is told so, and nobody else is ever asked', async () => {
    const away = await locate({ url: 'http://127.0.0.1:1/geocodage' });
    expect(away.interrupted).toMatch(/ne répond pas/);
    await expect(locate({ url: 'http://169.254.169.254/' })).rejects.toThrow('may be asked');
    await expect(locate({ url: 'https://data.geopf.fr.exemple.fr/geocodage' })).rejects.toThrow(
      'may be asked',
    );
  });
});
