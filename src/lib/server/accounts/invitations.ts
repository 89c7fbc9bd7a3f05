import { and, desc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { OrganisationKind } from '../../domain/account/organisation-kind.ts';
import type { Role } from '../../domain/account/role.ts';
import { INVITATION_MS, RECOVERY_MS } from '../../domain/account/session-life.ts';
import type { Hand } from '../../domain/account/visitor.ts';
import { note, writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { account, invitation, membership, organisation } from '../db/schema/accounts.ts';
import { closeFounding } from '../strategies/links.ts';
import { hashToken, newToken } from './token.ts';

export type Invitation = typeof invitation.$inferSelect;

/** What a link opens to. */
export type Purpose =
  | { purpose: 'join'; email: string; role: Role }
  | { purpose: 'found'; email: string; foundedName: string; foundedKind: OrganisationKind }
  | { purpose: 'recover'; email: string; account: string };

/** Characters of its number by which the journal names a link: enough to tell it from the others. */
const NAMED_BY = 12;

export const nameOfInvitation = (id: string): string => id.slice(0, NAMED_BY);

/** Makes a link; gives its secret, once. */
export async function makeInvitation(tx: Query, hand: Hand, purpose: Purpose): Promise<string> {
  const token = newToken();
  const { now, owner, account: by } = hand;
  const life = purpose.purpose === 'recover' ? RECOVERY_MS : INVITATION_MS;
  await tx.insert(invitation).values({
    id: hashToken(token),
    ...purpose,
    organisation: owner,
    invitedBy: by,
    createdAt: now,
    endsAt: new Date(now.getTime() + life),
  });
  return token;
}

/** Invites a person into the organisation of the hand, or to found one of their own. */
export const invite = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  purpose: Exclude<Purpose, { purpose: 'recover' }>,
): Promise<string> =>
  writing(
    database,
    hand,
    (token) => ({ action: 'member.invite', object: nameOfInvitation(hashToken(token)) }),
    (tx) => makeInvitation(tx, hand, purpose),
  );

/**
 * Makes a link for a member of the hand’s organisation who lost their password. `elsewhere`: the account
 * is also a member of other organisations, whose doors the link would open to who makes it.
 */
export function recover(
  database: Pick<Database, 'query'>,
  hand: Hand,
  id: string,
): Promise<{ token: string } | 'unknown' | 'elsewhere'> {
  return writing(
    database,
    hand,
    (made) => (typeof made === 'string' ? null : { action: 'account.recover', object: id }),
    async (tx) => {
      const rows = await tx
        .select({ email: account.email, organisation: membership.organisation })
        .from(membership)
        .innerJoin(account, eq(account.id, membership.account))
        .where(eq(membership.account, id));
      const [first] = rows;
      if (!first || !rows.some((row) => row.organisation === hand.owner)) return 'unknown';
      if (rows.length > 1) return 'elsewhere';
      return {
        token: await makeInvitation(tx, hand, { purpose: 'recover', email: first.email, account: id }),
      };
    },
  );
}

/** A link that still opens, with what its page says; `null` when it is unknown, used, taken back or too old. */
export interface OpenInvitation extends Invitation {
  organisationName: string | null;
  /** Whether its address has an account already. */
  known: boolean;
}

/** What a secret opens. */
export async function readInvitation(
  database: Pick<Database, 'query'>,
  token: string,
  now: Date,
): Promise<OpenInvitation | null> {
  const [row] = await database.query
    .select({ invitation, organisationName: organisation.name, known: account.id })
    .from(invitation)
    .leftJoin(organisation, eq(organisation.id, invitation.organisation))
    .leftJoin(account, eq(account.email, invitation.email))
    .where(and(eq(invitation.id, hashToken(token)), opens(now)));
  return row
    ? { ...row.invitation, organisationName: row.organisationName, known: row.known !== null }
    : null;
}

const opens = (now: Date) => and(isNull(invitation.usedAt), gt(invitation.endsAt, now));

/** Uses a link up, in the transaction of what it is used for: of two at once, one gets it. */
export async function takeInvitation(tx: Query, token: string, now: Date): Promise<Invitation | null> {
  const [taken] = await tx
    .update(invitation)
    .set({ usedAt: now })
    .where(and(eq(invitation.id, hashToken(token)), opens(now)))
    .returning();
  return taken ?? null;
}

/** The links of an organisation that still open, the latest first. */
export const readInvitations = (
  database: Pick<Database, 'query'>,
  of: string,
  now: Date,
): Promise<Invitation[]> =>
  database.query
    .select()
    .from(invitation)
    .where(and(eq(invitation.organisation, of), opens(now)))
    .orderBy(desc(invitation.createdAt));

/** Takes a link of the hand’s organisation back; `false` when there is none. */
export const cancelInvitation = (
  database: Pick<Database, 'query'>,
  hand: Hand & { owner: string },
  id: string,
): Promise<boolean> =>
  database.query.transaction(async (tx) => {
    const gone = await tx
      .delete(invitation)
      .where(and(eq(invitation.id, id), eq(invitation.organisation, hand.owner), isNull(invitation.usedAt)))
      .returning({ id: invitation.id });
    if (gone.length > 0) {
      await closeFounding(tx, id, hand.now);
      await note(tx, hand, { action: 'invitation.cancel', object: nameOfInvitation(id) });
    }
    return gone.length > 0;
  });

/** Forgets the links that open no more. */
export async function forgetInvitations(database: Pick<Database, 'query'>, now: Date): Promise<void> {
  await database.query
    .delete(invitation)
    .where(or(lte(invitation.endsAt, now), isNotNull(invitation.usedAt)));
}
