import { eq } from 'drizzle-orm';
import { organisationKindNamed } from '../../domain/account/organisation-kind.ts';
import { roleNamed } from '../../domain/account/role.ts';
import type { Member } from '../../domain/account/visitor.ts';
import { note } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { account } from '../db/schema/accounts.ts';
import { joinAsFounder } from '../strategies/partners.ts';
import { accountOf, join, makeAccount, makeOrganisation } from './account.ts';
import { takeInvitation, type Invitation } from './invitations.ts';
import { endSessions, openSession, switchOrganisation } from './sessions.ts';

/** Why a link does not do what is asked: it opens no more, its address has an account, or it is for somebody else. */
export type Refused = 'gone' | 'known' | 'other';

/** Stops a transaction whose link must not be used up. */
class Refusal extends Error {
  constructor(readonly why: Refused) {
    super(why);
  }
}

async function unlessRefused<Result>(act: Promise<Result>): Promise<Result | Refused> {
  try {
    return await act;
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return cause.why;
  }
}

/**
 * Takes an invitation with an account made for it, its password already hashed (`null` for who comes by an
 * identity provider); gives the number of the account. Never for an address that has one: the link proves
 * that somebody was invited, not who holds it.
 */
export const acceptAsNew = (
  database: Pick<Database, 'query'>,
  token: string,
  { name, password }: { name: string; password: string | null },
  now: Date,
  also: (tx: Query, id: string) => Promise<void> = async () => undefined,
): Promise<{ account: string } | Refused> =>
  unlessRefused(
    database.query.transaction(async (tx) => {
      const taken = await takeInvitation(tx, token, now);
      if (!taken || taken.purpose === 'recover') throw new Refusal('gone');
      if (await accountOf({ query: tx }, taken.email)) throw new Refusal('known');
      const id = await makeAccount(tx, { email: taken.email, name, password }, now);
      await also(tx, id);
      const owner = await enterOrganisation(tx, taken, id, now);
      await note(tx, { now, owner, account: id }, { action: 'account.create', object: id });
      return { account: id };
    }),
  );

/** Takes an invitation with the account that is signed in, which must be the one invited. */
export const acceptAsMember = (
  database: Pick<Database, 'query'>,
  token: string,
  member: Member,
  now: Date,
): Promise<{ organisation: string } | Refused> =>
  unlessRefused(
    database.query.transaction(async (tx) => {
      const taken = await takeInvitation(tx, token, now);
      if (!taken || taken.purpose === 'recover') throw new Refusal('gone');
      if (taken.email !== member.email) throw new Refusal('other');
      const organisation = await enterOrganisation(tx, taken, member.account, now);
      await switchOrganisation(tx, member, organisation);
      return { organisation };
    }),
  );

/** Joins the organisation of an invitation, or founds the one that it names, which joins the strategy that the link speaks of; gives its number. */
async function enterOrganisation(tx: Query, taken: Invitation, id: string, now: Date): Promise<string> {
  const kind = organisationKindNamed(taken.foundedKind);
  if (taken.purpose === 'found' && taken.foundedName !== null && kind) {
    const made = await makeOrganisation(tx, { name: taken.foundedName, kind }, now);
    await join(tx, { account: id, organisation: made, role: 'administrator' }, now);
    const hand = { now, owner: made, account: id };
    await note(tx, hand, { action: 'organisation.create', object: made });
    await joinAsFounder(tx, hand, taken.id);
    return made;
  }
  const role = roleNamed(taken.role);
  if (taken.organisation === null || !role) throw new Refusal('gone');
  await join(tx, { account: id, organisation: taken.organisation, role }, now);
  await note(tx, { now, owner: taken.organisation, account: id }, { action: 'member.join', object: id });
  return taken.organisation;
}

/** Chooses a password again by a link: every session ends, and one opens here. Gives its secret. */
export const recoverBy = (
  database: Pick<Database, 'query'>,
  token: string,
  { password, agent }: { password: string; agent: string },
  now: Date,
): Promise<{ token: string } | Refused> =>
  unlessRefused(
    database.query.transaction(async (tx) => {
      const taken = await takeInvitation(tx, token, now);
      if (!taken || taken.purpose !== 'recover' || taken.account === null) throw new Refusal('gone');
      await tx.update(account).set({ password }).where(eq(account.id, taken.account));
      await endSessions(tx, taken.account);
      const hand = { now, owner: taken.organisation, account: taken.account };
      await note(tx, hand, { action: 'account.password', object: taken.account });
      return { token: await openSession(tx, { account: taken.account, agent }, now) };
    }),
  );
