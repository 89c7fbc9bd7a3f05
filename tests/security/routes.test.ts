import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { invite } from '../../src/lib/server/accounts/invitations.ts';
import { entrustData } from '../../src/lib/server/accounts/keepers.ts';
import { hashPassword } from '../../src/lib/server/accounts/passwords.ts';
import { enter } from '../../src/lib/server/accounts/sign-in.ts';
import { LIFE_MS } from '../../src/lib/domain/account/session-life.ts';
import { hashToken, newToken } from '../../src/lib/server/accounts/token.ts';
import { makeLink } from '../../src/lib/server/strategies/links.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { liveSchedule } from '../../src/lib/server/db/schema/editions.ts';
import { placeContact } from '../../src/lib/server/db/schema/lists.ts';
import { readPlaces } from '../../src/lib/server/queries/places/places.ts';
import { openTestDatabase } from '../support/database.ts';
import { addTo, makeStrategy } from '../support/strategy-doors.ts';
import { serve, serveClone, type TestServer, type TestSite } from '../support/server.ts';
import { builtRoutes } from './built-routes.ts';
import { EXPECTED, statusesOf, VISITORS, type VisitorKind } from './route-table.ts';

let site: TestSite;
let routes: string[];
/** The organisation that does not keep the data. */
let other: string;
let accounts: Record<'reader' | 'editor' | 'administrator' | 'other', string>;
/** Values for what a route takes in brackets. */
let values: Record<string, string>;
/** The same for the routes of a strategy, which is the first organisation’s. */
let strategyValues: Record<string, string>;
/** A link to it that has ended. */
let endedLink: string;

const PASSWORD = 'huit chats gris dorment sous la pluie';

/** What nobody but an administrator of the first organisation may ever be sent. */
const SECRETS = ['contact-prive@exemple.fr', 'Grace Hopper', 'attendue@exemple.fr', 'chef@exemple.fr'];

/** What a strategy says, and whom its links are for: for the members of the organisation that it belongs to. */
const OF_STRATEGY = ['Stratégie que personne ne connaît', 'Action tenue secrète', 'Comité très privé'];

beforeAll(async () => {
  site = await serveClone();
  routes = await builtRoutes();
  const { db } = site.database;
  const now = new Date();
  const made = await found(
    db,
    {
      organisation: { name: 'Ville', kind: 'authority' },
      account: { email: 'chef@exemple.fr', name: 'Chef', password: null },
    },
    now,
  );
  if (!made) throw new Error('not founded');
  const own = made.organisation;
  other = await addOrganisation(db, { name: 'Emmaüs', kind: 'association' }, now);
  const add = (name: string, role: 'reader' | 'editor' | 'administrator', organisation: string) =>
    addAccount(db, { email: `${name}@exemple.fr`, name, password: null }, { organisation, role }, now);
  accounts = {
    administrator: made.account,
    reader: await add('lectrice', 'reader', own),
    editor: await add('editrice', 'editor', own),
    other: await add('ailleurs', 'administrator', other),
  };
  await invite(
    db,
    { now, owner: own, account: made.account },
    { purpose: 'join', email: 'attendue@exemple.fr', role: 'reader' },
  );
  await db.query.insert(placeContact).values({
    source: 'liste-1',
    record: 'a',
    name: 'Grace Hopper',
    email: 'contact-prive@exemple.fr',
    phone: null,
    purpose: 'test',
    keepUntil: new Date(now.getTime() + LIFE_MS),
    owner: own,
    at: now,
  });
  const strategy = await makeStrategy(db, { now, owner: own, account: made.account }, OF_STRATEGY[0]);
  const chief = { now, owner: own, account: made.account };
  const action = await addTo(db, chief, strategy, 'action', { name: OF_STRATEGY[1] ?? '' });
  strategyValues = { id: strategy.id, action };
  endedLink = newToken();
  const yesterday = { ...chief, now: new Date(now.getTime() - 2 * 86_400_000) };
  await makeLink(db, yesterday, strategy.id, {
    hash: hashToken(endedLink),
    purpose: 'share',
    standing: 'commenter',
    label: OF_STRATEGY[2] ?? '',
    endsAt: new Date(now.getTime() - 86_400_000),
  });
  const [place] = await readPlaces(db);
  values = {
    id: place?.id ?? '',
    slug: 'FR',
    token: 'x'.repeat(43),
    format: 'csv',
    level: 'commune',
    indicator: 'fibre-2026',
    version: '1',
  };
});

afterAll(() => site.stop());

/** The cookie of a visitor: a session of its own at each request, so that none ends another’s. */
async function cookieOf(visitor: VisitorKind): Promise<string> {
  if (visitor === 'anonymous') return '';
  if (visitor === 'expired link') return `maillage-partage=${endedLink}`;
  const account = accounts[visitor === 'expired' ? 'administrator' : visitor];
  const began = new Date(Date.now() - (visitor === 'expired' ? LIFE_MS : 0));
  return `maillage-session=${await enter(site.database.db, { account, agent: '' }, began)}`;
}

function addressOf(route: string): string {
  const [path, action] = (route.split(' ')[1] ?? '').split('?');
  // Reports of a strategy that is there have tests of their own: each takes a browser.
  const isStrategy = path?.startsWith('/strategies/') && !/\/(?:rapport|resume)/.test(path);
  const held = isStrategy ? { ...values, ...strategyValues } : values;
  const filled = (path ?? '').replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) =>
    encodeURIComponent(held[name] ?? '0'),
  );
  return action === undefined ? filled : `${filled}?${action}`;
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

async function ask(
  route: string,
  visitor: VisitorKind,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const method = route.split(' ')[0] ?? 'GET';
  const response = await fetch(site.url + addressOf(route), {
    method,
    redirect: 'manual',
    headers: {
      cookie: await cookieOf(visitor),
      accept: 'text/html,*/*',
      referer: `${site.url}/`,
      ...(method === 'GET' ? {} : { origin: site.url }),
      ...headers,
    },
    // One address for each visitor: the tries of one are not those of another.
    ...(method === 'GET'
      ? {}
      : { body: new URLSearchParams({ adresse: `${visitor}@x.fr`, personne: 'Personne de connu' }) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A page without what is drawn anew each time it is made. */
const still = (text: string): string => text.replace(/nonce="[^"]*"/g, '').replace(/__sveltekit_\w+/g, '');

it('every route of the build is in the table, and the table has no other', () => {
  expect([...routes].sort()).toEqual(Object.keys(EXPECTED).sort());
});

/** The embedded views alone may be framed, by anybody; the rest of their policy is that of every page. */
function expectFraming(address: string, headers: Headers): void {
  const framed = address.startsWith('/cadre/');
  expect(headers.get('x-frame-options')).toBe(framed ? null : 'DENY');
  const policy = headers.get('content-security-policy');
  if (policy !== null) expect(policy).toContain(`frame-ancestors ${framed ? '*' : "'none'"}`);
}

describe.each(Object.entries(EXPECTED))('%s', (route, expected) => {
  it('answers each visitor as it should, and leaks nothing', async () => {
    const answers = new Map<VisitorKind, Answer>();
    for (const visitor of VISITORS) answers.set(visitor, await ask(route, visitor));
    const statuses = VISITORS.map((visitor) => answers.get(visitor)?.status);
    const [anonymous] = answers.values();
    if (expected === 'everybody') {
      expect(new Set(statuses).size).toBe(1);
      expect(statuses[0]).toBeLessThan(500);
      for (const { text, headers } of answers.values()) {
        expect(still(text)).toBe(still(anonymous?.text ?? ''));
        expect(headers.get('cache-control') ?? '').not.toContain('private, no-store');
        expect(headers.get('set-cookie')).toBeNull();
      }
    } else expect(statuses).toEqual(statusesOf(expected));
    for (const [visitor, { text, headers }] of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expectFraming(addressOf(route), headers);
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      if (headers.get('content-type')?.startsWith('text/html') && text !== '')
        expect(headers.get('content-security-policy') ?? '').toMatch(
          /script-src 'self' 'nonce-[^']+'|default-src 'none'/,
        );
      if (['anonymous', 'expired', 'other', 'expired link'].includes(visitor))
        for (const secret of OF_STRATEGY) expect(text).not.toContain(secret);
      if (visitor === 'administrator') continue;
      for (const secret of SECRETS) expect(text).not.toContain(secret);
    }
    if (expected === 'everybody' || !route.startsWith('GET')) return;
    for (const visitor of ['reader', 'editor', 'administrator', 'other'] as const)
      expect(answers.get(visitor)?.headers.get('cache-control')).toContain('no-store');
  });
});

describe('a write', () => {
  it('that comes from another site is refused on every route, and leaves no trace', async () => {
    const journal = () => site.database.db.query.$count(auditEntry);
    const posts = Object.keys(EXPECTED).filter((route) => route.startsWith('POST'));
    const foreigners: Record<string, string>[] = [
      { origin: 'https://autre.test' },
      { origin: site.url, 'sec-fetch-site': 'cross-site' },
    ];
    for (const foreign of foreigners)
      for (const route of posts) {
        const cookie = await cookieOf('administrator');
        const before = await journal();
        const { status } = await ask(route, 'anonymous', { ...foreign, cookie });
        // The interface for programs looks at no cookie: whoever asks without a key is nobody.
        if (route.includes(' /api/')) expect([401, 403]).toContain(status);
        else expect([route, status]).toEqual([route, 403]);
        expect(await journal()).toBe(before);
      }
  });

  it('on the members of another organisation finds nobody', async () => {
    for (const [action, more] of [
      ['role', { role: 'reader' }],
      ['remove', {}],
      ['recover', {}],
    ] as const) {
      const response = await fetch(`${site.url}/organisation?/${action}`, {
        method: 'POST',
        headers: { cookie: await cookieOf('other'), origin: site.url, accept: 'text/html' },
        body: new URLSearchParams({ compte: accounts.editor, ...more }),
      });
      expect(response.status).toBe(409);
      expect(await response.text()).not.toContain('/invitation/');
    }
  });

  it('on the data of all is for administrators of the organisation that keeps them, and says who they are', async () => {
    const { db } = site.database;
    const send = async () =>
      fetch(`${site.url}/donnees?/schedule`, {
        method: 'POST',
        headers: { cookie: await cookieOf('other'), origin: site.url, accept: 'text/html' },
        body: new URLSearchParams({ rythme: 'week', heure: '4' }),
      });
    const read = async (path: string, as: VisitorKind = 'other') =>
      (await fetch(site.url + path, { headers: { cookie: await cookieOf(as) } })).text();
    const kept = 'Seule l’organisation qui tient les données de ce site, Ville, peut les changer';
    const before = await db.query.select().from(liveSchedule);
    const refused = await send();
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain(kept);
    expect(await read('/donnees')).toContain(kept);
    expect(await read('/donnees/cog-2026/nouvelle-edition')).toContain(kept);
    const keeps = 'Cette organisation tient les données de ce site';
    expect(await read('/organisation', 'administrator')).toContain(keeps);
    expect(await read('/organisation')).not.toContain(keeps);
    expect(await db.query.select().from(liveSchedule)).toEqual(before);
    await entrustData(db, other, true, new Date());
    expect((await send()).status).toBe(200);
    expect(await db.query.select().from(liveSchedule)).toMatchObject([{ every: 'week', hour: 4 }]);
    expect(await read('/donnees')).toContain('Vérifier toutes les sources');
    await entrustData(db, other, false, new Date());
    expect((await send()).status).toBe(403);
  });

  it('of who may is in the journal, with who and for whom', async () => {
    const response = await fetch(`${site.url}/lieux/contacts?/find`, {
      method: 'POST',
      headers: { cookie: await cookieOf('administrator'), origin: site.url, accept: 'text/html' },
      body: new URLSearchParams({ personne: 'Grace Hopper' }),
    });
    expect(await response.text()).toContain('contact-prive@exemple.fr');
    const lines = await site.database.db.query.select().from(auditEntry).orderBy(auditEntry.id);
    const line = lines.findLast(({ action }) => action === 'contacts.read');
    expect(line?.account).toBe(accounts.administrator);
    for (const secret of SECRETS) expect(JSON.stringify(lines)).not.toContain(secret);
  });
});

describe('signing in', () => {
  /** Signs in at a server, under a name of one’s choice. */
  const post = (
    server: TestServer,
    headers: Record<string, string>,
  ): Promise<{ status: number; cookies: string[]; text: string; strict: unknown }> =>
    new Promise((resolve, reject) => {
      const asked = request(
        `${server.url}/connexion`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
        },
        (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              cookies: response.headers['set-cookie'] ?? [],
              text,
              strict: response.headers['strict-transport-security'],
            }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(new URLSearchParams({ adresse: 'secrete@exemple.fr', 'mot-de-passe': PASSWORD }).toString());
    });

  beforeAll(async () => {
    const password = await hashPassword(PASSWORD);
    const described = { email: 'secrete@exemple.fr', name: 'Secrète', password };
    await addAccount(site.database.db, described, { organisation: null, role: 'reader' }, new Date());
  });

  it('in clear is refused under any name but this machine’s, in a sentence that says why', async () => {
    const host = 'maillage.exemple.fr';
    const { status, cookies, text } = await post(site, { host, origin: `http://${host}` });
    expect(status).toBe(403);
    expect(cookies).toEqual([]);
    expect(text).toContain('On ne se connecte qu’en https');
  });

  it('where nobody made an account yet, from elsewhere, says who makes the first', async () => {
    const database = await openTestDatabase('empty');
    const server = await serve(database.url, { ORIGIN: 'https://maillage.exemple.fr' });
    try {
      const text = await (await fetch(`${server.url}/connexion`)).text();
      expect(text).toContain('npm run admin -- create-user');
      expect(text).not.toContain('type="password"');
      const found = await fetch(`${server.url}/compte?/found`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: 'https://maillage.exemple.fr', accept: 'text/html' },
        body: new URLSearchParams({ nom: 'Intrus' }),
      });
      expect(found.status).toBe(303);
    } finally {
      await server.stop();
      await database.drop();
    }
  });

  it('over https gives a cookie of this very host, that scripts do not read and other sites do not send', async () => {
    const origin = 'https://maillage.exemple.fr';
    const server = await serve(site.database.url, { ORIGIN: origin });
    try {
      const { status, cookies, strict } = await post(server, { origin });
      expect(status).toBe(303);
      expect(strict).toMatch(/^max-age=\d{8}/);
      const cookie = cookies.find((one) => one.startsWith('__Host-maillage-session='));
      for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(word);
      expect(cookie).not.toMatch(/domain/i);
      const bare = await fetch(`${server.url}/compte`, {
        redirect: 'manual',
        headers: { cookie: `maillage-session=${(cookie ?? '').split(/[=;]/)[1]}` },
      });
      expect(bare.status).toBe(303);
    } finally {
      await server.stop();
    }
  });
});
