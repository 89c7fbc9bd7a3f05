import { randomUUID } from 'node:crypto';
import { and, count, eq, sql } from 'drizzle-orm';
import type { OrganisationKind } from '../../domain/account/organisation-kind.ts';
import type { Role } from '../../domain/account/role.ts';
import type { Database, Query } from '../db/client.ts';
import { account, invitation, membership, organisation } from '../db/schema/accounts.ts';

export type Account = typeof account.$inferSelect;

/** Who is to have an account; its password already hashed, `null` without one. */
export interface NewAccount {
  email: string;
  name: string;
  password: string | null;
}

/** Makes an account; gives its number. Its address must be nobody’s. */
export async function makeAccount(tx: Query, described: NewAccount, now: Date): Promise<string> {
  const id = randomUUID();
  await tx.insert(account).values({ id, ...described, createdAt: now });
  return id;
}

/** An organisation to be made; it keeps the data of the installation only if that is said. */
export interface NewOrganisation {
  name: string;
  kind: OrganisationKind;
  keepsData?: boolean;
}

/** Makes an organisation; gives its number. */
export async function makeOrganisation(tx: Query, described: NewOrganisation, now: Date): Promise<string> {
  const id = randomUUID();
  await tx.insert(organisation).values({ id, ...described, createdAt: now });
  return id;
}

/** Makes an account a member, or changes nothing where it is one already. */
export async function join(
  tx: Query,
  { account: who, organisation: of, role }: { account: string; organisation: string; role: Role },
  now: Date,
): Promise<boolean> {
  const made = await tx
    .insert(membership)
    .values({ account: who, organisation: of, role, since: now })
    .onConflictDoNothing()
    .returning({ account: membership.account });
  return made.length > 0;
}

/** The account of an address, normalised; `null` without one. */
export async function accountOf(database: Pick<Database, 'query'>, email: string): Promise<Account | null> {
  const [held] = await database.query.select().from(account).where(eq(account.email, email));
  return held ?? null;
}

/** An account by its number. */
export async function accountNumbered(
  database: Pick<Database, 'query'>,
  id: string,
): Promise<Account | null> {
  const [held] = await database.query.select().from(account).where(eq(account.id, id));
  return held ?? null;
}

/** Whether somebody made accounts here: from then on nobody writes without one. */
export async function hasAccounts(database: Pick<Database, 'query'>): Promise<boolean> {
  const held = await database.query.select({ id: organisation.id }).from(organisation).limit(1);
  return held.length > 0;
}

/** The organisations that an account is a member of, by name. */
export const organisationsOf = (
  database: Pick<Database, 'query'>,
  id: string,
): Promise<{ id: string; name: string; kind: string; role: string; since: Date }[]> =>
  database.query
    .select({
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      role: membership.role,
      since: membership.since,
    })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisation))
    .where(eq(membership.account, id))
    .orderBy(organisation.name);

/** How many administrators an organisation has beside one account, and how many members; its members locked. */
export async function othersOf(
  tx: Query,
  of: string,
  who: string,
): Promise<{ administrators: number; members: number }> {
  const rows = await tx
    .select({ account: membership.account, role: membership.role })
    .from(membership)
    .where(eq(membership.organisation, of))
    .for('update');
  const others = rows.filter((row) => row.account !== who);
  return {
    administrators: others.filter(({ role }) => role === 'administrator').length,
    members: others.length,
  };
}

/** Whether an account is a member of an organisation. */
export async function isMember(tx: Query, who: string, of: string): Promise<boolean> {
  const [row] = await tx
    .select({ n: count() })
    .from(membership)
    .where(and(eq(membership.account, who), eq(membership.organisation, of)));
  return (row?.n ?? 0) > 0;
}

/** Takes an account away with all that is its own, and the links that were made for its address. */
export async function deleteAccount(tx: Query, { id, email }: Pick<Account, 'id' | 'email'>): Promise<void> {
  await tx.delete(invitation).where(eq(invitation.email, email));
  await tx.delete(account).where(eq(account.id, id));
}

/** One at a time: two first accounts made at once would both be the first. */
const FOUNDING_LOCK = 7_241_003;

/** Holds the lock of the first account until the transaction ends. */
export async function lockFounding(tx: Query): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${FOUNDING_LOCK})`);
}
