import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankPlace } from '../../src/lib/domain/places/place.ts';
import { addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { enter } from '../../src/lib/server/accounts/sign-in.ts';
import { makeKey } from '../../src/lib/server/api/keys.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { importList } from '../../src/lib/server/places/import-list.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { serve, type TestServer } from '../support/server.ts';

/** Requests of one address in a minute, few enough to go past it here. */
const READS = 60;

/** A place of a list that the first organisation keeps to itself. */
const KEPT = 'Repaire gardé pour soi';

let base: TestDatabase;
let site: TestServer;
let keys: Record<'lone' | 'write' | 'read' | 'other', string>;
let cookie: string;

beforeAll(async () => {
  base = await openTestDatabase('demonstration');
  const { db } = base;
  const now = new Date();
  const lone = await makeKey(db, { now, owner: null, account: null }, { name: 'Seul', scope: 'write' });
  const made = await found(
    db,
    {
      organisation: { name: 'Ville', kind: 'authority' },
      account: { email: 'chef@exemple.fr', name: 'Chef', password: null },
    },
    now,
  );
  if (!made) throw new Error('not founded');
  const other = await addOrganisation(db, { name: 'Emmaüs', kind: 'association' }, now);
  const own = { now, owner: made.organisation, account: made.account };
  const of = async (hand: typeof own, scope: 'read' | 'write') =>
    (await makeKey(db, hand, { name: 'Essai', scope })) ?? '';
  keys = {
    lone: lone ?? '',
    write: await of(own, 'write'),
    read: await of(own, 'read'),
    other: await of({ ...own, owner: other }, 'write'),
  };
  const kept = { place: blankPlace('a-soi', KEPT), contact: null };
  await importList(
    db,
    {
      list: { id: null, name: 'À soi', shared: false },
      file: 'a-soi.csv',
      sha256: '',
      rows: [kept],
      rowsRead: 1,
      refused: 0,
    },
    own,
  );
  cookie = `maillage-session=${await enter(db, { account: made.account, agent: '' }, now)}`;
  site = await serve(base.url, { API_READS_PER_MINUTE: String(READS) });
});

afterAll(async () => {
  await site.stop();
  await base.drop();
});

const bearer = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });

const order = (headers: Record<string, string>, body: object = { dans: '99', n: 2, duree: 2 }) =>
  fetch(`${site.url}/api/v1/implantation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('what needs a key', () => {
  it('is not done by a cookie, from here or from elsewhere', async () => {
    for (const origin of [site.url, 'https://autre.test']) {
      const refused = await order({ cookie, origin });
      expect(refused.status).toBe(401);
      expect(refused.headers.get('www-authenticate')).toContain('Bearer');
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('is done by a key that writes, whatever the origin, and by no other', async () => {
    expect((await order(bearer(keys.read))).status).toBe(403);
    expect((await order(bearer(`${keys.write}x`))).status).toBe(401);
    // Made before there were accounts: it opens nothing since.
    expect((await order(bearer(keys.lone))).status).toBe(401);
    const ordered = await order(bearer(keys.write));
    expect(ordered.status).toBe(202);
    const address = new URL(ordered.headers.get('location') ?? '', site.url);
    const as = async (headers: Record<string, string>, method = 'GET') =>
      (await fetch(address, { method, headers })).status;
    expect(await as({})).toBe(401);
    expect(await as({ cookie })).toBe(401);
    expect(await as(bearer(keys.other))).toBe(404);
    expect(await as(bearer(keys.other), 'DELETE')).toBe(404);
    expect(await as(bearer(keys.write))).toBe(200);
    for (;;) {
      const { etat, resultat } = (await (await fetch(address, { headers: bearer(keys.write) })).json()) as {
        etat: string;
        resultat: { ouvertures: unknown[] } | null;
      };
      if (etat === 'termine') {
        expect(resultat?.ouvertures).toHaveLength(2);
        break;
      }
      expect(['en-attente', 'en-cours']).toContain(etat);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });

  it('is kept by no cache, and no key is in the journal', async () => {
    const answer = await fetch(`${site.url}/api/v1/territoires`, { headers: bearer(keys.write) });
    expect(answer.headers.get('cache-control')).toContain('private');
    expect(answer.headers.get('vary')).toContain('authorization');
    const journal = JSON.stringify(await base.db.query.select().from(auditEntry));
    for (const key of Object.values(keys)) expect(journal).not.toContain(key);
    expect(site.output()).not.toContain(keys.write);
  });
});

describe('the places that an organisation keeps to itself', () => {
  const places = (headers: Record<string, string>, path = '?par_page=1000') =>
    fetch(`${site.url}/api/v1/lieux${path}`, { headers });

  it('are read by its keys, never by a cookie, another key or nobody', async () => {
    for (const key of [keys.read, keys.write])
      expect(await (await places(bearer(key))).text()).toContain(KEPT);
    const others: Record<string, string>[] = [
      {},
      { cookie },
      { cookie, origin: site.url },
      { ...bearer(keys.other), cookie },
    ];
    for (const headers of others) expect(await (await places(headers)).text()).not.toContain(KEPT);
    expect((await places(bearer(keys.read), '/a-soi')).status).toBe(200);
    for (const headers of others) {
      const refused = await places(headers, '/a-soi');
      expect(refused.status).toBe(403);
      expect(await refused.text()).not.toContain(KEPT);
    }
    expect((await places(bearer(keys.lone))).status).toBe(401);
  });

  it('come in answers that no shared cache keeps, and that no other may reuse', async () => {
    const own = await places(bearer(keys.read));
    expect(own.headers.get('cache-control')).toBe('private, no-cache');
    expect(own.headers.get('vary')).toContain('authorization');
    const tag = { 'if-none-match': own.headers.get('etag') ?? '' };
    expect((await places({ ...bearer(keys.read), ...tag })).status).toBe(304);
    for (const headers of [tag, { ...bearer(keys.other), ...tag }]) {
      const answer = await places(headers);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain(KEPT);
    }
  });
});

describe('what anybody reads', () => {
  it('is read by any site, without cookies, and answered alike whoever is signed in', async () => {
    const address = `${site.url}/api/v1/valeurs?indicateur=population&niveau=region`;
    const open = await fetch(address, { headers: { origin: 'https://autre.test' } });
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
    expect(open.headers.get('access-control-allow-credentials')).toBeNull();
    expect(open.headers.get('access-control-expose-headers')).toContain('link');
    const signed = await fetch(address, { headers: { cookie } });
    expect(await signed.text()).toBe(await open.text());
    expect(signed.headers.get('etag')).toBe(open.headers.get('etag'));
    expect(signed.headers.get('cache-control')).toContain('public');
    const again = await fetch(address, { headers: { 'if-none-match': open.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
    // A page of another site may not send a key: its browser asks first, and is not told yes.
    const asked = await fetch(address, {
      method: 'OPTIONS',
      headers: { origin: 'https://autre.test', 'access-control-request-headers': 'authorization' },
    });
    expect(asked.headers.get('access-control-allow-headers')).toBeNull();
  });

  it('is counted by address, and one too many waits as long as it is told', async () => {
    let last = await fetch(`${site.url}/api/v1`);
    expect(last.headers.get('ratelimit-limit')).toBe(String(READS));
    for (let turn = 0; turn < READS && last.status === 200; turn++) last = await fetch(`${site.url}/api/v1`);
    expect(last.status).toBe(429);
    expect(last.headers.get('ratelimit-remaining')).toBe('0');
    const wait = Number(last.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await last.text()).toContain(`${wait} s`);
    // A key is counted by itself.
    expect((await fetch(`${site.url}/api/v1`, { headers: bearer(keys.read) })).status).toBe(200);
  });
});
