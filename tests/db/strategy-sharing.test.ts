import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hand, Member } from '../../src/lib/domain/account/visitor.ts';
import { daysAfter, MOST_LINKS, typedDays } from '../../src/lib/domain/strategy/access/link-life.ts';
import { acceptAsNew } from '../../src/lib/server/accounts/accept.ts';
import { addAccount, addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { inviteFounder } from '../../src/lib/server/accounts/found-partner.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { cancelInvitation, readInvitation } from '../../src/lib/server/accounts/invitations.ts';
import { erase, personalData } from '../../src/lib/server/accounts/own.ts';
import { readSession } from '../../src/lib/server/accounts/sessions.ts';
import { enter } from '../../src/lib/server/accounts/sign-in.ts';
import { hashToken, newToken } from '../../src/lib/server/accounts/token.ts';
import {
  strategyChange,
  strategyComment,
  strategyField,
  strategyLink,
} from '../../src/lib/server/db/schema/strategies.ts';
import { addComment, changeComment, readComments } from '../../src/lib/server/strategies/comments.ts';
import { setStrategyAside } from '../../src/lib/server/strategies/create.ts';
import { readHistory } from '../../src/lib/server/strategies/history.ts';
import {
  findLink,
  foundingLink,
  isOpen,
  makeLink,
  readLinks,
  revokeLink,
  type LinkPurpose,
} from '../../src/lib/server/strategies/links.ts';
import { changePartner, joinByLink, partnersOf } from '../../src/lib/server/strategies/partners.ts';
import { readKept } from '../../src/lib/server/strategies/read.ts';
import { sharedStanding } from '../../src/lib/server/strategies/shared.ts';
import { standingOf } from '../../src/lib/server/strategies/standing.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { addTo, change, makeStrategy, type TestStrategy } from '../support/strategy-doors.ts';

const NOW = new Date('2026-11-25T10:00:00Z');
const EVERYTHING = { items: null, account: null, from: 0, most: 100 };

let database: TestDatabase;
let ada: Hand & { owner: string; account: string };
/** Made before there was any account. */
let before: TestStrategy;

beforeAll(async () => {
  database = await openTestDatabase('empty');
  const { db } = database;
  const alone = { now: NOW, owner: null, account: null };
  before = await makeStrategy(db, alone, 'D’avant');
  await change(db, alone, before, { item: before.root, field: 'aims', was: '', now: 'Aider' });
  await addComment(db, alone, before.id, { id: 'avant', item: before.root, text: 'À voir', guest: null });
  const made = await found(
    db,
    {
      organisation: { name: 'Ville', kind: 'authority' },
      account: { email: 'ada@exemple.fr', name: 'Ada', password: null },
    },
    NOW,
  );
  if (!made) throw new Error('not founded');
  ada = { now: NOW, owner: made.organisation, account: made.account };
});

afterAll(() => database.drop());

async function memberOf(account: string): Promise<Member> {
  const token = await enter(database.db, { account, agent: '' }, NOW);
  const member = await readSession(database.db, token, NOW);
  if (!member) throw new Error('no session');
  return member;
}

const newMember = async (name: string, organisation: string) =>
  addAccount(
    database.db,
    { email: `${name}@exemple.fr`, name, password: null },
    { organisation, role: 'administrator' },
    NOW,
  );

/** Makes a link of so many days; gives its hash. */
async function linkTo({ id }: TestStrategy, purpose: LinkPurpose, days = 30): Promise<string> {
  const hash = hashToken(newToken());
  const standing = purpose === 'share' ? 'commenter' : 'contributor';
  const link = { hash, purpose, standing, label: 'Comité', endsAt: daysAfter(NOW, days) } as const;
  expect(await makeLink(database.db, ada, id, link)).toBe(true);
  return hash;
}

describe('leaving the single-user mode', () => {
  it('gives the strategies that were there to the first organisation, with their history and comments', async () => {
    const { db } = database;
    expect((await readKept(db, before.id))?.owner?.name).toBe('Ville');
    expect(await standingOf(db, before.id, await memberOf(ada.account))).toBe('owner');
    expect(await standingOf(db, before.id, { kind: 'single' })).toBeNull();
    const { batches } = await readHistory(db, before.id, EVERYTHING);
    expect(batches.every(({ organisation, name }) => organisation === 'Ville' && name === null)).toBe(true);
    expect(await readComments(db, before.id)).toMatchObject([{ text: 'À voir', organisation: 'Ville' }]);
  });
});

describe('a share link', () => {
  it('opens what it says until its end, or until it is taken back, and says when it served', async () => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const other = await makeStrategy(db, ada);
    const hash = await linkTo(made, 'share', 2);
    const seen = (days: number) => sharedStanding(db, made.id, [hash], daysAfter(NOW, days));
    expect(await seen(0)).toEqual({ standing: 'commenter', guest: 'Comité', link: hash });
    expect((await findLink(db, hash))?.usedAt).toEqual(NOW);
    expect(await sharedStanding(db, other.id, [hash], NOW)).toBeNull();
    expect(await sharedStanding(db, made.id, [hashToken('autre')], NOW)).toBeNull();
    expect(await seen(1.9)).not.toBe('over');
    expect(await seen(2)).toBe('over');
    expect(await revokeLink(db, ada, other.id, hash)).toBe(false);
    expect(await revokeLink(db, ada, made.id, hash)).toBe(true);
    expect(await revokeLink(db, ada, made.id, hash)).toBe(false);
    expect(await seen(0)).toBe('over');
    const [link] = await readLinks(db, made.id);
    expect(link && isOpen(link, NOW)).toBe(false);
  });

  it('is kept by its hash alone, of at least 128 bits, for a year at most, and no more than fifty at once', async () => {
    const { db } = database;
    expect(Buffer.from(newToken(), 'base64url').length * 8).toBeGreaterThanOrEqual(128);
    expect([typedDays('30'), typedDays(' 365 '), typedDays('366'), typedDays('0'), typedDays('x')]).toEqual([
      30,
      365,
      null,
      null,
      null,
    ]);
    const made = await makeStrategy(db, ada);
    const token = newToken();
    const link = { purpose: 'share', standing: 'reader', label: 'x', endsAt: daysAfter(NOW, 1) } as const;
    await makeLink(db, ada, made.id, { hash: hashToken(token), ...link });
    const [row] =
      await db.sql`select strategy_link::text as kept from strategy_link where strategy = ${made.id}`;
    expect(String(row?.kept)).not.toContain(token);
    const rest = await Promise.all(
      Array.from({ length: MOST_LINKS + 5 }, (_, at) =>
        makeLink(db, ada, made.id, { hash: `h${at}`, ...link }),
      ),
    );
    expect(rest.filter(Boolean)).toHaveLength(MOST_LINKS - 1);
    await setStrategyAside(db, ada, made.id, true);
    expect(await makeLink(db, ada, made.id, { hash: 'late', ...link })).toBe(false);
  });
});

describe('a partner', () => {
  it('joins by a link once, whoever else has it, and is changed or taken out', async () => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const [first, second] = await Promise.all(
      ['Emmaüs', 'Croix-Rouge'].map((name) => addOrganisation(db, { name, kind: 'association' }, NOW)),
    );
    if (!first || !second) throw new Error('no organisation');
    const hash = await linkTo(made, 'partner', 14);
    expect(await joinByLink(db, ada, hash)).toBe('own');
    const joined = await Promise.all(
      [first, second].map((owner) => joinByLink(db, { now: NOW, owner, account: null }, hash)),
    );
    expect(joined.filter((one) => one !== 'gone')).toEqual([{ strategy: made.id }]);
    const [partner] = await partnersOf(db, made.id);
    expect(partner?.standing).toBe('contributor');
    const grace = await memberOf(await newMember('grace', partner?.organisation ?? ''));
    expect(await standingOf(db, made.id, grace)).toBe('contributor');
    expect(await changePartner(db, ada, made.id, partner?.organisation ?? '', 'editor')).toBe(true);
    expect(await standingOf(db, made.id, grace)).toBe('editor');
    expect(await changePartner(db, ada, made.id, partner?.organisation ?? '', null)).toBe(true);
    expect(await changePartner(db, ada, made.id, partner?.organisation ?? '', null)).toBe(false);
    expect(await standingOf(db, made.id, grace)).toBeNull();
    const late = await linkTo(made, 'partner', 14);
    const hand = { now: daysAfter(NOW, 14), owner: first, account: null };
    expect(await joinByLink(db, hand, late)).toBe('gone');
    const share = await linkTo(made, 'share');
    expect(await joinByLink(db, { ...hand, now: NOW }, share)).toBe('gone');
  });

  it('without an account founds its organisation and joins by one link, unless it was taken back', async () => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const described = { name: 'Les Bons Outils', kind: 'association', standing: 'contributor' } as const;
    const token = await inviteFounder(db, ada, made.id, { ...described, email: 'neuf@exemple.fr' });
    if (token === null) throw new Error('no link');
    expect(await findLink(db, hashToken(token))).toBeNull();
    expect((await foundingLink(db, hashToken(token), NOW))?.strategy).toBe(made.id);
    const accepted = await acceptAsNew(db, token, { name: 'Neuf', password: null }, NOW);
    if (typeof accepted === 'string') throw new Error(accepted);
    const member = await memberOf(accepted.account);
    expect(member.organisation?.name).toBe('Les Bons Outils');
    expect(await standingOf(db, made.id, member)).toBe('contributor');
    expect(await foundingLink(db, hashToken(token), NOW)).toBeNull();

    const back = await inviteFounder(db, ada, made.id, { ...described, email: 'autre@exemple.fr' });
    expect(await revokeLink(db, ada, made.id, hashToken(back ?? ''))).toBe(true);
    expect(await readInvitation(db, back ?? '', NOW)).toBeNull();
    const third = await inviteFounder(db, ada, made.id, { ...described, email: 'tiers@exemple.fr' });
    expect(await cancelInvitation(db, ada, hashToken(third ?? ''))).toBe(true);
    expect(await foundingLink(db, hashToken(third ?? ''), NOW)).toBeNull();
    await setStrategyAside(db, ada, made.id, true);
    const invitations = () => db.query.$count(strategyLink);
    const count = await invitations();
    expect(await inviteFounder(db, ada, made.id, { ...described, email: 'trop@exemple.fr' })).toBeNull();
    expect(await invitations()).toBe(count);
    const [waiting] = await db.sql`select count(*)::int as n from invitation where email = 'trop@exemple.fr'`;
    expect(waiting?.n).toBe(0);
  });
});

describe('comments', () => {
  it('are written once, by who may, settled, opened again and taken away with their words', async () => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const gap = await addTo(db, ada, made, 'gap', { name: 'Loin' });
    const said = { id: 'un', item: gap, text: '  <script>alert(1)</script>\u0000 ', guest: null };
    const twice = await Promise.all([1, 2].map(() => addComment(db, ada, made.id, said)));
    expect(twice.sort()).toEqual(['twice', 'written']);
    const guest = { now: NOW, owner: null, account: null };
    const byLink = { ...said, id: 'deux', text: 'Et le soir ?', guest: 'Comité' };
    expect(await addComment(db, guest, made.id, byLink)).toBe('written');
    const bad = (text: string, item = gap) => addComment(db, ada, made.id, { ...said, id: 'x', text, item });
    expect(await bad(' \n ')).toBe('empty');
    expect(await bad('é'.repeat(4_001))).toBe('long');
    expect(await bad('x', 'ailleurs')).toBe('gone');
    const comments = await readComments(db, made.id);
    expect(comments.map(({ text, name, guest: by }) => [text, name, by])).toEqual(
      expect.arrayContaining([
        ['<script>alert(1)</script>', 'Ada', null],
        ['Et le soir ?', null, 'Comité'],
      ]) as unknown,
    );
    const act = (what: 'settle' | 'reopen' | 'remove', may = true) =>
      changeComment(db, ada, made.id, 'un', what, () => may);
    expect(await act('remove', false)).toBe(false);
    expect(await act('settle')).toBe(true);
    expect((await readComments(db, made.id)).find(({ id }) => id === 'un')?.settledAt).toEqual(NOW);
    expect(await act('reopen')).toBe(true);
    expect(await act('remove')).toBe(true);
    expect(await act('remove')).toBe(false);
    expect((await readComments(db, made.id)).map(({ id }) => id)).toEqual(['deux']);
    const [held] = await db.query.select().from(strategyComment).where(eq(strategyComment.id, 'un'));
    expect(held?.text).toBe('');
    expect(await changeComment(db, ada, before.id, 'deux', 'remove', () => true)).toBe(false);
  });
});

describe('personal data', () => {
  it('gives back what a person wrote in strategies, and erasing them leaves the texts under nobody’s name', async () => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const account = await newMember('partante', ada.owner);
    const hand = { now: NOW, owner: ada.owner, account };
    await change(db, hand, made, { item: made.root, field: 'aims', was: '', now: 'Aider partout' });
    await addComment(db, hand, made.id, { id: 'adieu', item: made.root, text: 'Bonne suite', guest: null });
    const member = await memberOf(account);
    const { strategies } = await personalData(db, member, NOW);
    expect(strategies.changes).toMatchObject([{ field: 'aims', after: 'Aider partout', strategy: made.id }]);
    expect(strategies.comments).toMatchObject([{ text: 'Bonne suite' }]);
    expect(await erase(db, member, NOW)).toEqual([]);
    expect((await readKept(db, made.id))?.strategy.aims).toBe('Aider partout');
    expect(await readComments(db, made.id)).toMatchObject([
      { text: 'Bonne suite', account: null, name: null, organisation: 'Ville' },
    ]);
    for (const table of [strategyChange, strategyField, strategyComment] as const)
      expect(await db.query.$count(table, eq(table.account, account))).toBe(0);
    const { batches } = await readHistory(db, made.id, EVERYTHING);
    expect(batches[0]).toMatchObject({ name: null, organisation: 'Ville' });
    expect(JSON.stringify(batches)).not.toContain('partante');
  });
});
