import { and, desc, eq, lte, ne, or } from 'drizzle-orm';
import { browserName } from '../../domain/account/browser-name.ts';
import { roleNamed } from '../../domain/account/role.ts';
import { IDLE_MS, LIFE_MS, NOTED_EVERY_MS, stands } from '../../domain/account/session-life.ts';
import type { Member } from '../../domain/account/visitor.ts';
import type { Database, Query } from '../db/client.ts';
import { account, membership, organisation, session } from '../db/schema/accounts.ts';
import { hashToken, newToken } from './token.ts';

/** What a new session is opened with. */
export interface Opening {
  account: string;
  /** `User-Agent` of the browser. */
  agent: string;
  idToken?: string | null;
}

/** Opens a session, on behalf of the first organisation that the account joined; gives its secret, once. */
export async function openSession(
  tx: Query,
  { account: id, agent, idToken = null }: Opening,
  now: Date,
): Promise<string> {
  const token = newToken();
  const [first] = await tx
    .select({ organisation: membership.organisation })
    .from(membership)
    .where(eq(membership.account, id))
    .orderBy(membership.since, membership.organisation)
    .limit(1);
  await tx.insert(session).values({
    id: hashToken(token),
    account: id,
    organisation: first?.organisation ?? null,
    agent: browserName(agent),
    idToken,
    createdAt: now,
    seenAt: now,
    endsAt: new Date(now.getTime() + LIFE_MS),
  });
  await tx.update(account).set({ signedInAt: now }).where(eq(account.id, id));
  return token;
}

/** Who holds the secret of a session; `null` when it is nobody’s, or over. The use is noted from time to time. */
export async function readSession(
  database: Pick<Database, 'query'>,
  token: string,
  now: Date,
): Promise<Member | null> {
  const id = hashToken(token);
  const [row] = await database.query
    .select({
      account: account.id,
      name: account.name,
      email: account.email,
      seenAt: session.seenAt,
      endsAt: session.endsAt,
      organisation: organisation.id,
      organisationName: organisation.name,
      keepsData: organisation.keepsData,
      role: membership.role,
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.account))
    .leftJoin(
      membership,
      and(eq(membership.account, session.account), eq(membership.organisation, session.organisation)),
    )
    .leftJoin(organisation, eq(organisation.id, membership.organisation))
    .where(eq(session.id, id));
  if (!row || !stands(row, now)) return null;
  if (now.getTime() - row.seenAt.getTime() >= NOTED_EVERY_MS)
    await database.query.update(session).set({ seenAt: now }).where(eq(session.id, id));
  const role = roleNamed(row.role);
  return {
    kind: 'member',
    account: row.account,
    name: row.name,
    email: row.email,
    session: id,
    organisation:
      role && row.organisation !== null && row.organisationName !== null
        ? {
            id: row.organisation,
            name: row.organisationName,
            role,
            keepsData: row.keepsData === true,
          }
        : null,
  };
}

/** A browser that is signed in, as its owner sees it. */
export interface OpenSession {
  id: string;
  agent: string;
  createdAt: Date;
  seenAt: Date;
}

/** The sessions of an account that still stand, the last used first. */
export async function readSessions(
  database: Pick<Database, 'query'>,
  id: string,
  now: Date,
): Promise<OpenSession[]> {
  const rows = await database.query
    .select()
    .from(session)
    .where(eq(session.account, id))
    .orderBy(desc(session.seenAt));
  return rows
    .filter((row) => stands(row, now))
    .map(({ id: key, agent, createdAt, seenAt }) => ({ id: key, agent, createdAt, seenAt }));
}

/** Ends one session of an account; gives what its identity provider needs to end there too. */
export async function endSession(
  tx: Query,
  { account: owner, id }: { account: string; id: string },
): Promise<{ idToken: string | null } | null> {
  const [gone] = await tx
    .delete(session)
    .where(and(eq(session.id, id), eq(session.account, owner)))
    .returning({ idToken: session.idToken });
  return gone ?? null;
}

/** Ends every session of an account, `but` one. */
export async function endSessions(tx: Query, owner: string, but?: string): Promise<void> {
  await tx
    .delete(session)
    .where(and(eq(session.account, owner), ...(but === undefined ? [] : [ne(session.id, but)])));
}

/** Acts from now on for another organisation of the account; `false` when it is not one of them. */
export async function switchOrganisation(tx: Query, member: Member, chosen: string): Promise<boolean> {
  const [held] = await tx
    .select({ account: membership.account })
    .from(membership)
    .where(and(eq(membership.account, member.account), eq(membership.organisation, chosen)));
  if (!held) return false;
  await tx.update(session).set({ organisation: chosen }).where(eq(session.id, member.session));
  return true;
}

/** Forgets the sessions that are over. */
export async function forgetSessions(database: Pick<Database, 'query'>, now: Date): Promise<void> {
  const idle = new Date(now.getTime() - IDLE_MS);
  await database.query.delete(session).where(or(lte(session.endsAt, now), lte(session.seenAt, idle)));
}
