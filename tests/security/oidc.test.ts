import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount } from '../../src/lib/server/accounts/by-command.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { invite } from '../../src/lib/server/accounts/invitations.ts';
import { account, identity, session } from '../../src/lib/server/db/schema/accounts.ts';
import { CookieJar } from '../support/cookie-jar.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { startProvider, type TestProvider } from '../support/identity-provider.ts';
import { serve, type TestServer } from '../support/server.ts';

let provider: TestProvider;
let database: TestDatabase;
let server: TestServer;
let hand: { now: Date; owner: string; account: string };

beforeAll(async () => {
  [provider, database] = await Promise.all([startProvider(), openTestDatabase('empty')]);
  server = await serve(database.url, provider.env);
  provider.open(server.url);
  const now = new Date();
  const made = await found(
    database.db,
    {
      organisation: { name: 'Ville', kind: 'authority' },
      account: { email: 'ada@ville.fr', name: 'Ada', password: 'rien' },
    },
    now,
  );
  hand = { now, owner: made?.organisation ?? '', account: made?.account ?? '' };
});

afterAll(async () => {
  await server.stop();
  await Promise.all([provider.stop(), database.drop()]);
});

const at = (path: string): string => server.url + path;
const pathOf = (url: string): string => url.replace(server.url, '');
const isCallback = (url: string): boolean => pathOf(url).startsWith('/connexion/oidc/retour');

function signsIn(subject: string, email: string, emailVerified: boolean | undefined = false): CookieJar {
  provider.person = { subject, name: 'Bob Durand', email, emailVerified };
  return new CookieJar();
}

/** Where one ends up, and whether one is signed in. */
async function ends(jar: CookieJar, start: string): Promise<{ path: string; name: string | null }> {
  const { url } = await jar.follow(start);
  const state = (await (await jar.fetch(at('/compte/etat'))).json()) as { name: string } | null;
  return { path: pathOf(url), name: state?.name ?? null };
}

const invitation = (email: string): Promise<string> =>
  invite(database.db, hand, { purpose: 'join', email, role: 'reader' });

describe('an identity provider', () => {
  it('is offered by name', async () => {
    const page = await (await fetch(at('/connexion'))).text();
    expect(page).toContain('Continuer avec Essai Connect');
  });

  it('opens nothing to whom nobody invited, whatever address it gives without answering for it', async () => {
    for (const verified of [false, undefined])
      expect(await ends(signsIn('s-eve', 'ada@ville.fr', verified), at('/connexion/oidc'))).toEqual({
        path: '/connexion?raison=identite-inconnue',
        name: null,
      });
  });

  it('opens an account to who was invited, knows them by their number afterwards, and lets them leave', async () => {
    const token = await invitation('bob@ville.fr');
    const jar = signsIn('s-bob', 'autre@ailleurs.fr');
    expect(await ends(jar, at(`/connexion/oidc?invitation=${token}&suite=/methode`))).toEqual({
      path: '/methode',
      name: 'Bob Durand',
    });
    const [held] = await database.db.query.select().from(account).where(eq(account.email, 'bob@ville.fr'));
    expect(held).toMatchObject({ password: null });
    const links = await database.db.query.select().from(identity);
    expect(links).toMatchObject([{ issuer: provider.issuer, subject: 's-bob', account: held?.id }]);

    const again = signsIn('s-bob', 'change@ailleurs.fr');
    expect(await ends(again, at('/connexion/oidc'))).toEqual({ path: '/compte', name: 'Bob Durand' });
    const out = await again.fetch(at('/deconnexion'), {
      method: 'POST',
      headers: { origin: server.url },
      body: new URLSearchParams(),
    });
    const page = await out.text();
    expect(page).toContain('Se déconnecter aussi de Essai Connect');
    const href = /href="(http[^"]*session\/end[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(new URL(href).searchParams.get('post_logout_redirect_uri')).toBe(`${server.url}/`);
    expect((await again.fetch(href)).status).toBe(200);
    expect(await (await again.fetch(at('/compte/etat'))).json()).toBeNull();
  });

  it('that answers for an address opens its account, and takes it from who held it before', async () => {
    const described = { email: 'cleo@ville.fr', name: 'Cléo', password: 'ancien' };
    const id = await addAccount(
      database.db,
      described,
      { organisation: hand.owner, role: 'editor' },
      hand.now,
    );
    expect(await ends(signsIn('s-cleo', 'CLEO@ville.fr', true), at('/connexion/oidc'))).toMatchObject({
      name: 'Cléo',
    });
    const [held] = await database.db.query.select().from(account).where(eq(account.id, id));
    expect(held?.password).toBeNull();
  });

  it('never gives the account of an address to who holds an invitation for it', async () => {
    const token = await invitation('ada@ville.fr');
    expect(
      await ends(signsIn('s-mallory', 'm@ailleurs.fr'), at(`/connexion/oidc?invitation=${token}`)),
    ).toEqual({
      path: '/connexion?raison=compte-connu',
      name: null,
    });
  });
});

describe('a way back', () => {
  const sessions = () => database.db.query.$count(session);

  /** Goes to the provider and stops just before coming back. */
  async function justBefore(): Promise<{ jar: CookieJar; url: string }> {
    const jar = signsIn('s-bob', 'bob@ville.fr');
    const { url } = await jar.follow(at('/connexion/oidc'), isCallback);
    expect(isCallback(url)).toBe(true);
    return { jar, url };
  }

  const refused = { path: '/connexion?raison=fournisseur-refus', name: null };

  it('with another state, another nonce, another verifier, or none, is refused', async () => {
    const before = await sessions();
    const { jar, url } = await justBefore();
    const wrong = new URL(url);
    wrong.searchParams.set('state', 'un-autre');
    expect(await ends(jar, wrong.href)).toEqual(refused);
    for (const field of ['nonce', 'verifier', 'state'] as const) {
      const again = await justBefore();
      const kept = Buffer.from(again.jar.get(server.url, 'maillage-oidc') ?? '', 'base64url').toString();
      const errand = { ...(JSON.parse(kept) as Record<string, string>), [field]: 'x'.repeat(43) };
      again.jar.set(server.url, 'maillage-oidc', Buffer.from(JSON.stringify(errand)).toString('base64url'));
      expect(await ends(again.jar, again.url)).toEqual(refused);
    }
    expect(await ends(new CookieJar(), (await justBefore()).url)).toEqual(refused);
    const broken = await justBefore();
    broken.jar.set(server.url, 'maillage-oidc', 'pas-du-json');
    expect(await ends(broken.jar, broken.url)).toEqual(refused);
    expect(await sessions()).toBe(before);
  });

  it('with a code that has already served is refused', async () => {
    const { jar, url } = await justBefore();
    const errand = jar.get(server.url, 'maillage-oidc') ?? '';
    expect(await ends(jar, url)).toMatchObject({ name: 'Bob Durand' });
    expect(await ends(jar, url)).toMatchObject({ path: '/compte' });
    const thief = new CookieJar();
    await thief.fetch(at('/connexion'));
    thief.set(server.url, 'maillage-oidc', errand);
    expect(await ends(thief, url)).toEqual(refused);
  });

  it('when one said no over there is a sentence', async () => {
    const { jar, url } = await justBefore();
    const denied = new URL(url);
    denied.searchParams.delete('code');
    denied.searchParams.set('error', 'access_denied');
    const { response } = await jar.follow(denied.href);
    expect(await response.text()).toContain('n’a pas confirmé votre identité');
  });
});

describe('a provider that is away', () => {
  it.each(['closed', 'silent', 'broken'] as const)('(%s) is said in a sentence', async (kind) => {
    const away = createServer((_, response) => {
      if (kind === 'broken') response.writeHead(502).end('<html>');
    });
    await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(away.address() as AddressInfo).port}`;
    if (kind === 'closed') await new Promise((resolve) => away.close(resolve));
    const alone = await serve(database.url, { ...provider.env, OIDC_ISSUER: issuer });
    try {
      const { url, response } = await new CookieJar().follow(`${alone.url}/connexion/oidc`);
      expect(url).toBe(`${alone.url}/connexion?raison=fournisseur-injoignable`);
      expect(await response.text()).toContain('Essai Connect ne répond pas');
    } finally {
      await alone.stop();
      away.closeAllConnections();
      away.close();
    }
  });
});
