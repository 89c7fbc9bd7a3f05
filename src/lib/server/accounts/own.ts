import { desc, eq } from 'drizzle-orm';
import { handOf, type Member } from '../../domain/account/visitor.ts';
import { note, writing } from '../audit/writing.ts';
import { readOwnActs } from '../audit/read-journal.ts';
import type { Database } from '../db/client.ts';
import { account, identity, invitation } from '../db/schema/accounts.ts';
import { writtenBy } from '../strategies/own-words.ts';
import { tablesBroughtBy } from '../tables/brought-by.ts';
import { accountNumbered, deleteAccount, organisationsOf, othersOf } from './account.ts';
import { keysMadeBy, revokeKeysOf } from './own-keys.ts';
import { endSession, endSessions, readSessions, switchOrganisation } from './sessions.ts';

/** Calls oneself otherwise. */
export const rename = (
  database: Pick<Database, 'query'>,
  member: Member,
  name: string,
  now: Date,
): Promise<void> =>
  writing(database, handOf(member, now), { action: 'account.rename', object: member.account }, async (tx) => {
    await tx.update(account).set({ name }).where(eq(account.id, member.account));
  });

/** Takes another password, already hashed: every other session ends. */
export const changePassword = (
  database: Pick<Database, 'query'>,
  member: Member,
  password: string,
  now: Date,
): Promise<void> =>
  writing(
    database,
    handOf(member, now),
    { action: 'account.password', object: member.account },
    async (tx) => {
      await tx.update(account).set({ password }).where(eq(account.id, member.account));
      await endSessions(tx, member.account, member.session);
    },
  );

/** Ends one of one’s own sessions; `false` when it is not one. */
export const closeSession = (
  database: Pick<Database, 'query'>,
  member: Member,
  id: string,
  now: Date,
): Promise<boolean> =>
  writing(
    database,
    handOf(member, now),
    (done) => (done ? { action: 'session.close', object: null } : null),
    async (tx) => (await endSession(tx, { account: member.account, id })) !== null,
  );

/** Acts from now on for another of one’s organisations; `false` when it is not one. */
export const actFor = (
  database: Pick<Database, 'query'>,
  member: Member,
  chosen: string,
  now: Date,
): Promise<boolean> =>
  writing(
    database,
    handOf(member, now),
    (done) => (done ? { action: 'session.switch', object: chosen } : null),
    (tx) => switchOrganisation(tx, member, chosen),
  );

/** The identities that an account is linked to. */
export const readIdentities = (
  database: Pick<Database, 'query'>,
  id: string,
): Promise<{ issuer: string; subject: string; linkedAt: Date }[]> =>
  database.query
    .select({ issuer: identity.issuer, subject: identity.subject, linkedAt: identity.linkedAt })
    .from(identity)
    .where(eq(identity.account, id));

/** Everything that is kept of a person, for themselves: what the law calls access and portability. */
export async function personalData(database: Pick<Database, 'query'>, member: Member, now: Date) {
  const held = await accountNumbered(database, member.account);
  await note(database.query, handOf(member, now), { action: 'account.export', object: member.account });
  const invitations = await database.query
    .select({ purpose: invitation.purpose, createdAt: invitation.createdAt, endsAt: invitation.endsAt })
    .from(invitation)
    .where(eq(invitation.email, member.email))
    .orderBy(desc(invitation.createdAt));
  return {
    exported: now,
    account: held && {
      id: held.id,
      email: held.email,
      name: held.name,
      createdAt: held.createdAt,
      signedInAt: held.signedInAt,
      hasPassword: held.password !== null,
    },
    organisations: await organisationsOf(database, member.account),
    identities: await readIdentities(database, member.account),
    sessions: (await readSessions(database, member.account, now)).map(({ agent, createdAt, seenAt }) => ({
      agent,
      createdAt,
      seenAt,
    })),
    invitations,
    journal: await readOwnActs(database, member.account),
    strategies: await writtenBy(database, member.account),
    keys: await keysMadeBy(database, member.account),
    tables: await tablesBroughtBy(database, member.account),
  };
}

/**
 * Erases the account of a member. What they made stays with their organisation, but for their keys, which
 * open nothing any more; the journal keeps the number, which leads to nobody. Gives the names of the organisations that would be left with
 * members and nobody to administer them: then nothing is erased.
 */
export const erase = (database: Pick<Database, 'query'>, member: Member, now: Date): Promise<string[]> =>
  writing(
    database,
    handOf(member, now),
    (left) => (left.length === 0 ? { action: 'account.erase', object: member.account } : null),
    async (tx) => {
      const left: string[] = [];
      for (const { id, name } of await organisationsOf({ query: tx }, member.account)) {
        const others = await othersOf(tx, id, member.account);
        if (others.members > 0 && others.administrators === 0) left.push(name);
      }
      if (left.length > 0) return left;
      await revokeKeysOf(tx, handOf(member, now), member.account);
      await deleteAccount(tx, { id: member.account, email: member.email });
      return left;
    },
  );
