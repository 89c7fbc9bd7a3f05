import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  IDLE_MS,
  INVITATION_MS,
  LIFE_MS,
  NOTED_EVERY_MS,
} from '../../src/lib/domain/account/session-life.ts';
import { handOf, type Member } from '../../src/lib/domain/account/visitor.ts';
import { blankPlace } from '../../src/lib/domain/places/place.ts';
import { acceptAsMember, acceptAsNew, recoverBy } from '../../src/lib/server/accounts/accept.ts';
import { hasAccounts } from '../../src/lib/server/accounts/account.ts';
import { chosenOrganisation } from '../../src/lib/server/accounts/chosen-organisation.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { identified } from '../../src/lib/server/accounts/identify.ts';
import {
  cancelInvitation,
  invite,
  readInvitation,
  readInvitations,
  recover,
} from '../../src/lib/server/accounts/invitations.ts';
import { placeOf, takeTry, BY_ACCOUNT } from '../../src/lib/server/accounts/limits.ts';
import { changeRole, readMembers, removeMember } from '../../src/lib/server/accounts/members.ts';
import { actFor, changePassword, erase, personalData } from '../../src/lib/server/accounts/own.ts';
import { checkPassword, hashPassword } from '../../src/lib/server/accounts/passwords.ts';
import { readSession, readSessions } from '../../src/lib/server/accounts/sessions.ts';
import { enter, leave, signIn } from '../../src/lib/server/accounts/sign-in.ts';
import { hashToken, newToken } from '../../src/lib/server/accounts/token.ts';
import { findKey, makeKey, readKeys } from '../../src/lib/server/api/keys.ts';
import { readJournal } from '../../src/lib/server/audit/read-journal.ts';
import { account, invitation, rateLimit, session } from '../../src/lib/server/db/schema/accounts.ts';
import { apiKey } from '../../src/lib/server/db/schema/api-keys.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { placeList } from '../../src/lib/server/db/schema/lists.ts';
import { ownTable } from '../../src/lib/server/db/schema/own-tables.ts';
import { placeChange, placeRecord } from '../../src/lib/server/db/schema/places.ts';
import { createPlace, mayChange } from '../../src/lib/server/places/by-hand.ts';
import { importList, undoImport } from '../../src/lib/server/places/import-list.ts';
import { readImports, readLists } from '../../src/lib/server/places/lists.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const NOW = new Date('2026-11-25T10:00:00Z');
const after = (ms: number): Date => new Date(NOW.getTime() + ms);
const PASSWORD = 'huit chats gris dorment sous la pluie';
const FROM = { address: '203.0.113.7', agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };

let database: TestDatabase;
let password: string;

beforeAll(async () => {
  database = await openTestDatabase('empty');
  password = await hashPassword(PASSWORD);
});

afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.sql`truncate organisation, account, audit_entry, rate_limit, invitation, session cascade`;
  await database.db
    .sql`truncate place_record, place_change, place_import, place_list, place_contact, place_verdict cascade`;
});

const founded = async () => {
  const made = await found(
    database.db,
    {
      organisation: { name: 'Ville de Grenoble', kind: 'authority' },
      account: { email: 'ada@ville.fr', name: 'Ada', password },
    },
    NOW,
  );
  if (!made) throw new Error('founded already');
  return made;
};

async function memberOf(id: string): Promise<Member> {
  const member = await readSession(
    database.db,
    await enter(database.db, { account: id, agent: '' }, NOW),
    NOW,
  );
  if (!member) throw new Error('no session');
  return member;
}

const handFor = (member: Member) => ({ ...handOf(member, NOW), owner: member.organisation?.id ?? '' });

/** An administrator, and somebody who joined by an invitation. */
async function team(role: 'reader' | 'editor' | 'administrator' = 'editor') {
  const made = await founded();
  const ada = await memberOf(made.account);
  const token = await invite(database.db, handFor(ada), { purpose: 'join', email: 'bob@ville.fr', role });
  const joined = await acceptAsNew(database.db, token, { name: 'Bob', password }, NOW);
  if (typeof joined === 'string') throw new Error(joined);
  return { ada, bob: await memberOf(joined.account), token };
}

const actions = async (): Promise<string[]> =>
  (await database.db.query.select().from(auditEntry).orderBy(auditEntry.id)).map(({ action }) => action);

const try1 = (typed: string, email = 'ada@ville.fr', address = FROM.address, now = NOW) =>
  signIn(database.db, { email, password: typed }, { ...FROM, address }, now);

describe('the first account', () => {
  it('is made once, however many ask at once, and ends the single-user mode', async () => {
    expect(await hasAccounts(database.db)).toBe(false);
    const all = await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        found(
          database.db,
          {
            organisation: { name, kind: 'association' },
            account: { email: `${name}@x.fr`, name, password: null },
          },
          NOW,
        ),
      ),
    );
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await hasAccounts(database.db)).toBe(true);
    expect(await database.db.query.select().from(account)).toHaveLength(1);
  });

  it('gives its organisation what was made before, which can still be undone, and nothing of national sources', async () => {
    const nobody = { now: NOW, owner: null, account: null };
    await database.db.query
      .insert(placeRecord)
      .values({ source: 'france-services', id: 'n1', record: blankPlace('n1', 'National'), owner: null });
    const hand = await createPlace(database.db, blankPlace('', 'Permanence'), nobody);
    const brought = await importList(
      database.db,
      {
        list: { id: null, name: 'Partenaires', shared: false },
        file: 'p.csv',
        sha256: 'aa',
        rows: [{ place: blankPlace('r1', 'Atelier'), contact: { name: 'X', email: 'x@y.fr', phone: null } }],
        rowsRead: 1,
        refused: 0,
      },
      nobody,
    );
    const { organisation, account: id } = await founded();
    const records = await database.db.query.select().from(placeRecord);
    expect(Object.fromEntries(records.map((one) => [one.id, one.owner]))).toEqual({
      n1: null,
      r1: organisation,
      [hand.id]: organisation,
    });
    expect((await database.db.query.select().from(placeChange)).map(({ owner }) => owner)).toEqual([
      organisation,
      organisation,
    ]);
    expect(await readLists(database.db, null)).toEqual([]);
    expect(await readLists(database.db, organisation)).toHaveLength(1);
    const own = { now: NOW, owner: organisation, account: id };
    const other = { ...own, owner: 'une-autre' };
    expect(await mayChange(database.db, hand.id, other)).toBe(false);
    expect(await mayChange(database.db, hand.id, own)).toBe(true);
    expect(await mayChange(database.db, 'n1', other)).toBe(true);
    expect(await undoImport(database.db, brought.id, other)).toBeNull();
    expect(await undoImport(database.db, brought.id, own)).toEqual({ restored: 1, kept: 0 });
    expect(await readImports(database.db, 'une-autre')).toEqual([]);
    expect(await actions()).toEqual([
      'place.create',
      'list.import',
      'organisation.create',
      'account.create',
      'organisation.adopt',
      'list.undo',
    ]);
  });

  it('decides on whose behalf a command line acts', async () => {
    expect(await chosenOrganisation(database.db, undefined)).toEqual({ owner: null });
    const { organisation } = await founded();
    expect(await chosenOrganisation(database.db, undefined)).toEqual({ owner: organisation });
    expect(await chosenOrganisation(database.db, ' ville de grenoble ')).toEqual({ owner: organisation });
    expect(await chosenOrganisation(database.db, 'Autre')).toEqual({ names: ['Ville de Grenoble'] });
  });
});

describe('signing in', () => {
  it('takes the right password, however its accents are composed, and keeps none', async () => {
    const accented = 'été où la forêt brûle à Noël'.normalize('NFC');
    const kept = await hashPassword(accented);
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await checkPassword(kept, accented.normalize('NFD'))).toBe(true);
    expect(await checkPassword(kept, accented.toUpperCase())).toBe(false);
    expect(await checkPassword(null, 'personne')).toBe(false);
    await founded();
    const done = await try1(PASSWORD, ' ADA@ville.fr');
    expect(done.outcome).toBe('in');
    const rows = JSON.stringify([
      await database.db.query.select().from(session),
      await database.db.query.select().from(account),
      await database.db.query.select().from(rateLimit),
    ]);
    if (done.outcome === 'in') expect(rows).not.toContain(done.token);
    for (const secret of [PASSWORD, FROM.address, 'Mozilla']) expect(rows).not.toContain(secret);
  });

  it('is tried five times in a quarter of an hour, with or without an account, from anywhere', async () => {
    await founded();
    for (const email of ['ada@ville.fr', 'personne@ville.fr']) {
      for (let at = 0; at < 5; at++)
        expect(await try1('faux', email, `198.51.100.${at}`)).toEqual({ outcome: 'wrong' });
      expect(await try1(PASSWORD, email, '198.51.100.9')).toEqual({ outcome: 'wait', ms: 15 * 60 * 1000 });
    }
    expect((await try1(PASSWORD, 'ada@ville.fr', FROM.address, after(15 * 60 * 1000))).outcome).toBe('in');
  });

  it('counts tries at once one by one, and forgives who was right', async () => {
    const counted = [{ limit: BY_ACCOUNT, who: 'x' }];
    const waits = await Promise.all(Array.from({ length: 12 }, () => takeTry(database.db, counted, NOW)));
    expect(waits.filter((wait) => wait === null)).toHaveLength(5);
    await founded();
    for (let round = 0; round < 3; round++) {
      for (let at = 0; at < 4; at++) await try1('faux');
      expect((await try1(PASSWORD)).outcome).toBe('in');
    }
  });

  it('stops one place that tries every account', async () => {
    for (let at = 0; at < 60; at++)
      expect(
        await takeTry(database.db, [{ limit: { name: 'place', tries: 60, ms: 1 }, who: 'p' }], NOW),
      ).toBeNull();
    expect(await takeTry(database.db, [{ limit: { name: 'place', tries: 60, ms: 1 }, who: 'p' }], NOW)).toBe(
      1,
    );
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:1:2::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('an address %s is of the place %s', (address, place) => expect(placeOf(address)).toBe(place));
});

describe('a session', () => {
  it('is found by its secret alone, slides while it is used, and ends', async () => {
    const { account: id } = await founded();
    const token = await enter(database.db, { account: id, agent: FROM.agent }, NOW);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await readSession(database.db, newToken(), NOW)).toBeNull();
    expect(await readSession(database.db, hashToken(token), NOW)).toBeNull();
    expect(await readSession(database.db, token, after(IDLE_MS))).toBeNull();
    for (let at = 0; at < LIFE_MS; at += IDLE_MS - 1)
      expect((await readSession(database.db, token, after(at)))?.name).toBe('Ada');
    expect(await readSession(database.db, token, after(LIFE_MS))).toBeNull();
  });

  it('is not written at each page', async () => {
    const { account: id } = await founded();
    const token = await enter(database.db, { account: id, agent: '' }, NOW);
    const seen = async () => (await readSessions(database.db, id, NOW))[0]?.seenAt;
    await readSession(database.db, token, after(NOTED_EVERY_MS - 1));
    expect(await seen()).toEqual(NOW);
    await readSession(database.db, token, after(NOTED_EVERY_MS));
    expect(await seen()).toEqual(after(NOTED_EVERY_MS));
  });

  it('ends when one leaves, and all the others when the password changes', async () => {
    const { account: id } = await founded();
    const [here, there] = [await memberOf(id), await memberOf(id)];
    await changePassword(database.db, here, password, NOW);
    expect((await readSessions(database.db, id, NOW)).map((one) => one.id)).toEqual([here.session]);
    await leave(database.db, here, NOW);
    expect(await readSessions(database.db, id, NOW)).toEqual([]);
    expect(there.session).not.toBe(here.session);
  });
});

describe('an invitation', () => {
  it('opens once, for a week, to who was not known, and is not kept in clear', async () => {
    const { ada, bob, token } = await team();
    expect(bob.organisation).toEqual({ ...ada.organisation, role: 'editor' });
    expect(await acceptAsNew(database.db, token, { name: 'Eve', password }, NOW)).toBe('gone');
    const again = await invite(database.db, handFor(ada), {
      purpose: 'join',
      email: 'c@ville.fr',
      role: 'reader',
    });
    expect(JSON.stringify(await database.db.query.select().from(invitation))).not.toContain(again);
    expect(await readInvitation(database.db, again, after(INVITATION_MS))).toBeNull();
    const both = await Promise.all(
      ['Cléo', 'Eve'].map((name) => acceptAsNew(database.db, again, { name, password }, NOW)),
    );
    expect(both.filter((one) => typeof one !== 'string')).toHaveLength(1);
  });

  it('gives nobody the account of the address invited: its holder signs in, and it is not used up meanwhile', async () => {
    const { ada, bob } = await team();
    const token = await invite(database.db, handFor(ada), {
      purpose: 'found',
      email: 'bob@ville.fr',
      foundedName: 'Emmaüs',
      foundedKind: 'association',
    });
    expect(await acceptAsNew(database.db, token, { name: 'Eve', password }, NOW)).toBe('known');
    expect(await acceptAsMember(database.db, token, ada, NOW)).toBe('other');
    const done = await acceptAsMember(database.db, token, bob, NOW);
    if (typeof done === 'string') throw new Error(done);
    const [mine] = await readMembers(database.db, done.organisation);
    expect(mine).toMatchObject({ email: 'bob@ville.fr', role: 'administrator' });
    expect(await actFor(database.db, ada, done.organisation, NOW)).toBe(false);
    expect(await actFor(database.db, bob, ada.organisation?.id ?? '', NOW)).toBe(true);
  });

  it('is taken back by its own organisation only', async () => {
    const { ada, bob } = await team();
    const token = await invite(database.db, handFor(ada), {
      purpose: 'join',
      email: 'd@ville.fr',
      role: 'reader',
    });
    const [waiting] = await readInvitations(database.db, ada.organisation?.id ?? '', NOW);
    const id = waiting?.id ?? '';
    expect(await cancelInvitation(database.db, { ...handFor(bob), owner: 'autre' }, id)).toBe(false);
    expect(await cancelInvitation(database.db, handFor(ada), id)).toBe(true);
    expect(await readInvitation(database.db, token, NOW)).toBeNull();
  });
});

describe('a lost password', () => {
  it('is chosen again by a link that ends every session, for one’s own members only', async () => {
    const { ada, bob } = await team();
    const made = await recover(database.db, handFor(ada), bob.account);
    if (typeof made === 'string') throw new Error(made);
    expect(await acceptAsNew(database.db, made.token, { name: 'Eve', password }, NOW)).toBe('gone');
    const next = await hashPassword('un autre mot de passe bien long');
    const done = await recoverBy(database.db, made.token, { password: next, agent: '' }, NOW);
    if (typeof done === 'string') throw new Error(done);
    expect(await readSessions(database.db, bob.account, NOW)).toHaveLength(1);
    expect((await try1(PASSWORD, 'bob@ville.fr')).outcome).toBe('wrong');
    expect((await try1('un autre mot de passe bien long', 'bob@ville.fr')).outcome).toBe('in');
    expect(await recoverBy(database.db, made.token, { password: next, agent: '' }, NOW)).toBe('gone');
    expect(await recover(database.db, { ...handFor(ada), owner: 'autre' }, bob.account)).toBe('unknown');
  });

  it('of who is also elsewhere is not for one of the two organisations to open', async () => {
    const { ada, bob } = await team();
    const token = await invite(database.db, handFor(ada), {
      purpose: 'found',
      email: bob.email,
      foundedName: 'Emmaüs',
      foundedKind: 'association',
    });
    await acceptAsMember(database.db, token, bob, NOW);
    expect(await recover(database.db, handFor(ada), bob.account)).toBe('elsewhere');
  });
});

describe('members', () => {
  it('always have an administrator, even when two step down at once', async () => {
    const { ada, bob } = await team('administrator');
    const down = await Promise.all(
      [ada, bob].map((one) => changeRole(database.db, handFor(ada), one.account, 'reader')),
    );
    expect([...down].sort()).toEqual(['done', 'last']);
    const left = await readMembers(database.db, ada.organisation?.id ?? '');
    expect(left.filter(({ role }) => role === 'administrator')).toHaveLength(1);
  });

  it('lose their rights at once when they are taken out, and are touched by no other organisation', async () => {
    const { ada, bob } = await team();
    expect(await removeMember(database.db, { ...handFor(ada), owner: 'autre' }, bob.account)).toBe('unknown');
    expect(await removeMember(database.db, handFor(ada), ada.account)).toBe('last');
    const token = await enter(database.db, { account: bob.account, agent: '' }, NOW);
    expect(await removeMember(database.db, handFor(ada), bob.account)).toBe('done');
    expect((await readSession(database.db, token, NOW))?.organisation).toBeNull();
  });
});

describe('a person’s own data', () => {
  it('are given whole, without the secrets', async () => {
    const { bob } = await team();
    const text = JSON.stringify(await personalData(database.db, bob, NOW));
    for (const said of ['bob@ville.fr', 'Bob', 'Ville de Grenoble', 'editor', 'session.open'])
      expect(text).toContain(said);
    for (const secret of ['argon2', bob.session]) expect(text).not.toContain(secret);
  });

  it('tell the keys that they made and the tables that they brought, and no secret of these', async () => {
    const { ada, bob } = await team();
    const hand = handFor(bob);
    const key = await makeKey(database.db, hand, { name: 'Tableau de bord', scope: 'write' });
    await findKey(database.db, key ?? '', after(1000));
    await makeKey(database.db, handFor(ada), { name: 'Clé d’Ada', scope: 'read' });
    const table = {
      ...{ shared: false, redistribute: false, producer: 'Ville', licence: 'Licence Ouverte 2.0' },
      ...{ edition: '2026', year: '2026', keyKind: 'commune', level: 'commune', file: 'ateliers.csv' },
      ...{ sha256: '', indicators: [], reading: {}, report: {}, createdAt: NOW, changedAt: NOW },
      owner: hand.owner,
    };
    await database.db.query.insert(ownTable).values([
      { ...table, name: 'Ateliers', createdBy: bob.account },
      { ...table, name: 'Tableau d’Ada', createdBy: ada.account },
    ]);
    const given = await personalData(database.db, bob, NOW);
    expect(given.keys).toEqual([
      {
        name: 'Tableau de bord',
        scope: 'write',
        organisation: hand.owner,
        createdAt: NOW,
        usedAt: after(1000),
        revokedAt: null,
      },
    ]);
    expect(given.tables).toEqual([
      {
        name: 'Ateliers',
        file: 'ateliers.csv',
        shared: false,
        organisation: hand.owner,
        createdAt: NOW,
        changedAt: NOW,
        removedAt: null,
      },
    ]);
    const text = JSON.stringify(given);
    const [held] = await readKeys(database.db, hand.owner);
    for (const secret of [key ?? '', key?.slice(9) ?? '', held?.id ?? '']) expect(text).not.toContain(secret);
  });

  it('are erased, the journal keeping a number that leads to nobody', async () => {
    const { ada, bob } = await team();
    await createPlace(database.db, blankPlace('', 'Permanence'), handFor(bob));
    expect(await erase(database.db, ada, NOW)).toEqual(['Ville de Grenoble']);
    expect(await erase(database.db, bob, NOW)).toEqual([]);
    const rows = await Promise.all(
      [account, session, invitation, auditEntry, placeList, placeRecord, placeChange].map((table) =>
        database.db.query.select().from(table),
      ),
    );
    for (const trace of ['bob@ville.fr', 'Bob']) expect(JSON.stringify(rows)).not.toContain(trace);
    const { entries } = await readJournal(database.db, ada.organisation?.id ?? '', { from: 0, most: 50 });
    expect(entries.find(({ action }) => action === 'place.create')).toMatchObject({
      account: bob.account,
      name: null,
    });
    await changeRole(database.db, handFor(ada), ada.account, 'administrator');
    expect(await erase(database.db, ada, NOW)).toEqual([]);
    expect(await hasAccounts(database.db)).toBe(true);
  });
});

describe('a key', () => {
  const keyOf = async (member: Member, owner = member.organisation?.id ?? '') =>
    (await makeKey(database.db, { ...handFor(member), owner }, { name: member.name, scope: 'write' })) ?? '';
  const opens = async (key: string) => (await findKey(database.db, key, NOW)) !== null;
  const revoked = async (organisation: string) =>
    (await readJournal(database.db, organisation, { from: 0, most: 50 })).entries.filter(
      ({ action }) => action === 'key.revoke',
    );

  it('opens nothing once the account that made it is erased, and its organisation reads so', async () => {
    const { ada, bob } = await team();
    const keys = { ada: await keyOf(ada), bob: await keyOf(bob) };
    const owner = ada.organisation?.id ?? '';
    expect((await readKeys(database.db, owner)).map(({ by }) => by).sort()).toEqual(['Ada', 'Bob']);
    expect(await erase(database.db, ada, NOW)).toEqual(['Ville de Grenoble']);
    expect(await opens(keys.ada)).toBe(true);
    expect(await erase(database.db, bob, NOW)).toEqual([]);
    expect([await opens(keys.ada), await opens(keys.bob)]).toEqual([true, false]);
    expect((await readKeys(database.db, owner)).map(({ by }) => by)).toEqual(['Ada']);
    expect(await revoked(owner)).toMatchObject([{ account: bob.account, name: null }]);
    expect(await erase(database.db, ada, NOW)).toEqual([]);
    expect(await opens(keys.ada), 'nobody is left to see it').toBe(false);
  });

  it('opens nothing once who made it left the organisation or writes no more for it; those made elsewhere stay', async () => {
    const { ada, bob } = await team();
    const token = await invite(database.db, handFor(ada), {
      purpose: 'found',
      email: bob.email,
      foundedName: 'Emmaüs',
      foundedKind: 'association',
    });
    const away = await acceptAsMember(database.db, token, bob, NOW);
    if (typeof away === 'string') throw new Error(away);
    const [first, elsewhere] = [await keyOf(bob), await keyOf(bob, away.organisation)];
    await changeRole(database.db, handFor(ada), bob.account, 'administrator');
    expect(await opens(first)).toBe(true);
    await changeRole(database.db, handFor(ada), bob.account, 'reader');
    expect([await opens(first), await opens(elsewhere)]).toEqual([false, true]);
    await changeRole(database.db, handFor(ada), bob.account, 'editor');
    expect(await opens(first)).toBe(false);
    const second = await keyOf(bob);
    expect(await removeMember(database.db, { ...handFor(ada), owner: 'autre' }, bob.account)).toBe('unknown');
    expect(await opens(second)).toBe(true);
    expect(await removeMember(database.db, handFor(ada), bob.account)).toBe('done');
    expect([await opens(second), await opens(elsewhere)]).toEqual([false, true]);
    expect(await revoked(ada.organisation?.id ?? '')).toHaveLength(2);
    expect(await revoked(away.organisation)).toEqual([]);
  });

  it('of an organisation opens nothing where it leads to nobody, however that came', async () => {
    const { bob } = await team();
    const key = await keyOf(bob);
    await database.db.query.update(apiKey).set({ createdBy: null });
    expect(await opens(key)).toBe(false);
  });

  it('made by whoever held an address before its holder came opens nothing', async () => {
    const { bob } = await team();
    const key = await keyOf(bob);
    const who = {
      issuer: 'https://idp.test',
      subject: 's1',
      name: null,
      verifiedEmail: bob.email,
      idToken: null,
    };
    await identified(database.db, who, { invitation: null, link: null }, { kind: 'anonymous' }, NOW);
    expect(await opens(key)).toBe(false);
  });
});

describe('an identity', () => {
  const who = {
    issuer: 'https://idp.test',
    subject: 's1',
    name: 'Bob P.',
    verifiedEmail: null,
    idToken: null,
  };
  const errand = { invitation: null, link: null };
  const anonymous = { kind: 'anonymous' } as const;

  it('opens nothing by itself, nor by an address that is not verified', async () => {
    await team();
    expect(await identified(database.db, who, errand, anonymous, NOW)).toBe('unknown');
  });

  it('is linked by an invitation, to a new account only, then known by its subject', async () => {
    const { ada, bob } = await team();
    const hand = handFor(ada);
    const fresh = await invite(database.db, hand, { purpose: 'join', email: 'eve@ville.fr', role: 'reader' });
    const made = await identified(database.db, who, { ...errand, invitation: fresh }, anonymous, NOW);
    expect(made).toMatchObject({ linked: true });
    expect(await identified(database.db, who, errand, anonymous, NOW)).toEqual({
      ...(made as object),
      linked: false,
    });
    const stolen = await invite(database.db, hand, { purpose: 'join', email: bob.email, role: 'reader' });
    const other = { ...who, subject: 's2' };
    expect(await identified(database.db, other, { ...errand, invitation: stolen }, anonymous, NOW)).toBe(
      'known',
    );
  });

  it('is linked by who is signed in, and to one account only', async () => {
    const { ada, bob } = await team();
    const ask = (member: Member) =>
      identified(database.db, who, { ...errand, link: member.account }, member, NOW);
    expect(await ask(bob)).toEqual({ account: bob.account, linked: true });
    expect(await ask(ada)).toBe('taken');
    expect(
      await identified(database.db, { ...who, subject: 's3' }, { ...errand, link: ada.account }, bob, NOW),
    ).toBe('unknown');
  });

  it('by a verified address takes the account from whoever held it before', async () => {
    const { bob } = await team();
    const verified = { ...who, verifiedEmail: bob.email };
    expect(await identified(database.db, verified, errand, anonymous, NOW)).toEqual({
      account: bob.account,
      linked: true,
    });
    expect((await try1(PASSWORD, bob.email)).outcome).toBe('wrong');
    expect(await readSessions(database.db, bob.account, NOW)).toEqual([]);
  });
});

it('a write that fails leaves no line in the journal, and a line that fails leaves no write', async () => {
  const { bob } = await team();
  const before = await actions();
  await expect(
    importList(
      database.db,
      {
        list: { id: 999_999, name: '', shared: false },
        file: 'x',
        sha256: '',
        rows: [],
        rowsRead: 0,
        refused: 0,
      },
      handFor(bob),
    ),
  ).rejects.toThrow();
  expect(await actions()).toEqual(before);
  const [line] = await database.db.query
    .select()
    .from(auditEntry)
    .where(eq(auditEntry.action, 'member.join'));
  expect(line).toMatchObject({ account: bob.account, organisation: bob.organisation?.id });
});
