import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey } from '../../src/lib/server/api/keys.ts';
import { PROBLEMS } from '../../src/lib/server/api/problem.ts';
import { ACTIONS, ENDPOINTS } from '../../src/lib/server/api/registry.ts';
import { MAX_FORM_BYTES } from '../../src/lib/server/http/form-size.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { ApiDocument } from '../support/api-document.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { serve, type TestServer } from '../support/server.ts';

/** What the interface answers over http is what its document says, problems and actions like the rest. */
let base: TestDatabase;
let site: TestServer;
let told: ApiDocument;
let keys: Record<'write' | 'read' | 'busy', string>;
/** A commune that joined another. */
let former: string;
/** A commune where a place is added. */
let commune: { code: string; name: string; postcode: string };
/** A place that is shown on pages and no more. */
let kept: string;

/** Requests of one address in a minute: past what is asked here without a key. */
const READS = 100;

/** Kinds of problems that were met. */
const met = new Set<string>();
/** Operations that were answered, and those whose success was. */
const answered = new Set<string>();

beforeAll(async () => {
  base = await openTestDatabase('demonstration');
  const now = new Date();
  const of = async (scope: 'read' | 'write') =>
    (await makeKey(base.db, { now, owner: null, account: null }, { name: 'Essai', scope })) ?? '';
  keys = { write: await of('write'), read: await of('read'), busy: await of('write') };
  const data = await Snapshot.read(base.db);
  former = [...data.territories.formers()][0]?.code ?? '';
  const [first] = data.territories.all('commune');
  commune = { code: first?.code ?? '', name: first?.name ?? '', postcode: first?.postcodes[0] ?? '' };
  kept = data.places.find(({ kind }) => kind !== 'france-services')?.id ?? '';
  site = await serve(base.url, { API_READS_PER_MINUTE: String(READS) });
  told = await ApiDocument.readFrom(site.url);
});

afterAll(async () => {
  await site.stop();
  await base.drop();
});

interface Sent {
  key?: string;
  /** Sent as JSON, unless it is text already. */
  body?: object | string;
  headers?: Record<string, string>;
}

interface Answer {
  status: number;
  headers: Headers;
  body: { type?: string; status?: number; detail?: string; id?: string; etat?: string };
}

/** Asks, and checks the answer by the document. `address` may fill the braces of the operation. */
async function ask(operation: string, address: string, sent: Sent = {}): Promise<Answer> {
  const [method = ''] = operation.split(' ');
  const { key, body: given, headers } = sent;
  const response = await fetch(`${site.url}/api/v1${address}`, {
    method,
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(given !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(given !== undefined && { body: typeof given === 'string' ? given : JSON.stringify(given) }),
  });
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const text = await response.text();
  const body = (type.endsWith('json') ? JSON.parse(text) : text) as Answer['body'];
  const { status } = response;
  const place = [operation, address, status];
  expect([...place, told.faultsOf(operation, { status, type, body })]).toEqual([...place, null]);
  if (status < 400) answered.add(operation);
  else noteProblem(status, type, body);
  return { status, headers: response.headers, body };
}

function noteProblem(status: number, type: string, body: Answer['body']): void {
  expect([type, body.status]).toEqual(['application/problem+json', status]);
  const kind = body.type?.split('#probleme-')[1] ?? '';
  expect(Object.entries(PROBLEMS)).toContainEqual([kind, status]);
  met.add(kind);
}

const ORDER = 'POST /implantation';
const LOOK = 'GET /implantation/{calcul}';
const STOP = 'DELETE /implantation/{calcul}';
const OPENINGS = 'GET /implantation/{calcul}/ouvertures';
const ADD = 'POST /lieux';
const question = { dans: '99', n: 1, duree: 1 };

describe('what is read', () => {
  it('is as the document says at every example', async () => {
    for (const { path, example } of ENDPOINTS)
      if (example !== null) expect((await ask(`GET ${path}`, example)).status).toBe(200);
  });

  it('is refused by a wrong key at every address, as the document says', async () => {
    for (const { path } of ENDPOINTS) {
      const address = path === '/' ? '' : path.replace(/\{\w+\}/g, 'x');
      expect((await ask(`GET ${path}`, address, { key: 'maillage_fausse' })).status).toBe(401);
    }
  });

  it.each([
    ['GET /territoires', '/territoires?niveau=canton', 400],
    ['GET /territoires', '/territoires?page=900', 404],
    ['GET /indicateurs/{id}', '/indicateurs/bonheur', 404],
    ['GET /territoires/{slug}', '/territoires/00000', 404],
    ['GET /valeurs', '/valeurs?indicateur=ifn-total', 403],
    ['GET /scores', '/scores?x=bonheur.5', 400],
    ['GET /ecarts', '/ecarts?seuil=0', 400],
    ['GET /ecarts', '/ecarts?seuil=20&unite=min', 503],
    ['GET /lieux/{id}', '/lieux/personne', 404],
  ])('%s at %s answers %i', async (operation, address, status) => {
    expect((await ask(operation, address)).status).toBe(status);
  });

  it('is refused where nothing is accepted, where a commune joined another, and where a source keeps it', async () => {
    const headers = { accept: 'application/xml' };
    for (const [operation, address] of [
      ['GET /lieux', '/lieux'],
      ['GET /openapi.json', '/openapi.json'],
    ] as const)
      expect((await ask(operation, address, { headers })).status).toBe(406);
    const gone = await ask('GET /territoires/{slug}', `/territoires/${former}`);
    expect(gone.status).toBe(410);
    expect(gone.headers.get('link')).toContain('rel="canonical"');
    expect((await ask('GET /lieux/{id}', `/lieux/${encodeURIComponent(kept)}`)).status).toBe(403);
  });
});

describe('what is done', () => {
  it('is as the document says: a search ordered, followed and stopped, a place added', async () => {
    const ordered = await ask(ORDER, '/implantation', { key: keys.write, body: question });
    expect(ordered.status).toBe(202);
    // It waits behind the first.
    const next = await ask(ORDER, '/implantation', { key: keys.write, body: question });
    const openings = (id = '') => `/implantation/${id}/ouvertures`;
    expect((await ask(OPENINGS, openings(next.body.id), { key: keys.write })).status).toBe(409);
    const address = `/implantation/${ordered.body.id ?? ''}`;
    await expect
      .poll(async () => (await ask(LOOK, address, { key: keys.write })).body.etat, { timeout: 60_000 })
      .toBe('termine');
    for (const format of ['json', 'geojson']) {
      const path = `${openings(ordered.body.id)}?format=${format}`;
      expect((await ask(OPENINGS, path, { key: keys.write })).status).toBe(200);
      expect((await ask(OPENINGS, path, { key: keys.busy })).status).toBe(404);
      expect((await ask(OPENINGS, path)).status).toBe(401);
    }
    expect((await ask(STOP, address, { key: keys.write })).status).toBe(200);
    const place = {
      nom: 'Maison du lien',
      adresse: '1 rue des Saules',
      code_postal: commune.postcode,
      commune: commune.name,
      code_insee: commune.code,
      services: ['Aide aux démarches administratives'],
    };
    const added = await ask(ADD, '/lieux', { key: keys.write, body: place });
    expect(added.status).toBe(201);
  });

  it.each([ORDER, LOOK, STOP, ADD])('%s is refused to who has no key, or a wrong one', async (operation) => {
    const address = operation.split(' ')[1]?.replace(/\{\w+\}/, 'x') ?? '';
    const body = operation.startsWith('POST') ? { body: {} } : {};
    for (const key of [{}, { key: 'maillage_fausse' }])
      expect((await ask(operation, address, { ...body, ...key })).status).toBe(401);
  });

  it.each([ORDER, ADD])('%s is refused for a body that is not what it takes', async (operation) => {
    const address = operation.split(' ')[1] ?? '';
    const of = async (sent: Sent) => (await ask(operation, address, { key: keys.write, ...sent })).status;
    expect(await of({ body: 'ceci n’est pas du JSON' })).toBe(400);
    expect(await of({ body: '[]' })).toBe(400);
    expect(await of({ body: { inconnu: 1 } })).toBe(400);
    expect(await of({ body: '{}', headers: { 'content-type': 'application/xml' } })).toBe(415);
    expect(await of({ body: `"${'x'.repeat(MAX_FORM_BYTES)}"` })).toBe(413);
    expect(await of({ body: {}, key: keys.read })).toBe(403);
  });

  it('a body that hides its length is told to be too long, as one that says it', async () => {
    const part = new TextEncoder().encode('x'.repeat(64 * 1024));
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ < 64) controller.enqueue(part);
        else controller.close();
      },
    });
    const response = await fetch(`${site.url}/api/v1/lieux`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keys.write}`, 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('is refused for a search that is not there, is too large or is of what is not loaded, and for a poor place', async () => {
    for (const operation of [LOOK, STOP])
      expect((await ask(operation, '/implantation/personne', { key: keys.write })).status).toBe(404);
    const of = async (body: object) =>
      (await ask(ORDER, '/implantation', { key: keys.write, body: { ...question, ...body } })).status;
    expect(await of({ budget: 100_000_000, prix: 1, prixlocaux: 1, n: undefined })).toBe(422);
    expect(await of({ unite: 'min', seuil: 20 })).toBe(503);
    const { status, body } = await ask(ADD, '/lieux', { key: keys.write, body: { nom: 'Sans adresse' } });
    expect([status, (body as { erreurs?: unknown[] }).erreurs?.length]).not.toEqual([422, 0]);
    expect(status).toBe(422);
  });

  it('is refused past what may wait', async () => {
    const order = () => ask(ORDER, '/implantation', { key: keys.busy, body: { ...question, duree: 120 } });
    const orders = [await order(), await order(), await order()];
    expect((await order()).status).toBe(429);
    for (const { body } of orders) await ask(STOP, `/implantation/${body.id ?? ''}`, { key: keys.busy });
  });
});

describe('a method that an address does not take', () => {
  it.each([
    ['', 'GET, HEAD'],
    ['/territoires/99', 'GET, HEAD'],
    ['/openapi.json', 'GET, HEAD'],
    ['/lieux', 'GET, HEAD, POST'],
    ['/implantation', 'POST'],
    ['/implantation/x', 'GET, HEAD, DELETE'],
    ['/implantation/x/ouvertures', 'GET, HEAD'],
  ])('is refused at « %s », which says what it takes', async (address, allow) => {
    for (const method of ['PUT', 'PATCH', 'OPTIONS']) {
      const response = await fetch(`${site.url}/api/v1${address}`, { method });
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, allow]);
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      const body = (await response.json()) as Answer['body'];
      noteProblem(response.status, type, body);
    }
  });

  it('is refused as nothing at all where there is nothing', async () => {
    const response = await fetch(`${site.url}/api/v1/rien`, { method: 'PUT' });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('what nobody foresaw', () => {
  const idIn = ({ body }: Answer) => /numéro ([0-9a-f]{8})/.exec(String(body.detail))?.[1] ?? 'none';

  it('is a problem that any site may read, and is in the log under the number that it tells', async () => {
    await base.db.query.execute(sql`alter table api_key rename to api_key_away`);
    const [read, done] = [
      await ask('GET /territoires', '/territoires', { key: keys.read }),
      await ask(LOOK, '/implantation/x', { key: keys.read }),
    ];
    await base.db.query.execute(sql`alter table api_key_away rename to api_key`);
    for (const answer of [read, done]) {
      expect(answer.status).toBe(500);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(JSON.stringify(answer.body)).not.toContain('api_key');
      await expect.poll(() => site.output()).toContain(`"id":"${idIn(answer)}","status":500`);
    }
    expect((await ask('GET /territoires', '/territoires', { key: keys.read })).status).toBe(200);
  });

  it('says when to ask again while the database does not answer', async () => {
    const gone = await openTestDatabase('demonstration');
    const alone = await serve(gone.url);
    expect((await fetch(`${alone.url}/health/ready`)).status).toBe(200);
    // What a server does as it starts is done.
    const starting = sql`select 1 from pg_stat_activity
      where datname = current_database() and application_name ~ '^maillage-(upkeep|schedule)'`;
    await expect.poll(() => gone.db.query.execute(starting)).toHaveLength(0);
    await gone.drop();
    const headers = { authorization: 'Bearer maillage_fausse', origin: 'https://autre.test' };
    const response = await fetch(`${alone.url}/api/v1/territoires`, { headers });
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const body = (await response.json()) as Answer['body'];
    const { status } = response;
    expect([status, told.faultsOf('GET /territoires', { status, type, body })]).toEqual([503, null]);
    noteProblem(status, type, body);
    expect(met).toContain('indisponible');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(alone.output()).toContain(
      `"id":"${idIn({ status, headers: response.headers, body })}","status":503`,
    );
    await alone.stop();
  });
});

it('one request too many is a problem that the document knows', async () => {
  for (let turn = 0; turn <= READS && !met.has('trop-de-requetes'); turn++)
    await ask('GET /territoires', '/territoires?par_page=1');
  expect(met).toContain('trop-de-requetes');
});

it('every kind of problem, and every operation that is sure to answer, was met above', () => {
  expect([...met].sort()).toEqual(Object.keys(PROBLEMS).sort());
  const sure = ENDPOINTS.filter(({ example }) => example !== null).map(({ path }) => `GET ${path}`);
  for (const operation of [...sure, ...ACTIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`)])
    expect(answered).toContain(operation);
  expect([...told.operations].sort()).toEqual(
    [
      ...ENDPOINTS.map(({ path }) => `GET ${path}`),
      ...ACTIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
    ].sort(),
  );
});
