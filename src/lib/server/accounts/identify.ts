import { and, eq } from 'drizzle-orm';
import type { Visitor } from '../../domain/account/visitor.ts';
import { note } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { account, identity } from '../db/schema/accounts.ts';
import { acceptAsNew } from './accept.ts';
import { accountOf } from './account.ts';
import type { Errand, Identity } from './identity-provider.ts';
import { readInvitation } from './invitations.ts';
import { revokeKeysOf } from './own-keys.ts';
import { endSessions } from './sessions.ts';
import { firstHand } from './sign-in.ts';

/**
 * The account of somebody whom a provider vouches for, or why there is none: `unknown` to us, `known` by
 * another way, or `taken`: the identity is another account’s.
 */
export type Identified = { account: string; linked: boolean } | 'unknown' | 'known' | 'taken';

/**
 * Finds the account of an identity: the one it is linked to; else the one that asks for it, signed in;
 * else a new one, by an invitation; else the one whose address the provider has verified.
 */
export async function identified(
  database: Pick<Database, 'query'>,
  who: Identity,
  { invitation, link }: Pick<Errand, 'invitation' | 'link'>,
  visitor: Visitor,
  now: Date,
): Promise<Identified> {
  const held = await linkedTo(database, who);
  const asks = visitor.kind === 'member' && visitor.account === link ? visitor : null;
  if (held !== null) return link !== null && held !== link ? 'taken' : { account: held, linked: false };
  if (link !== null) {
    if (!asks) return 'unknown';
    await database.query.transaction((tx) => linkTo(tx, who, asks.account, now));
    return { account: asks.account, linked: true };
  }
  if (invitation !== null) {
    const open = await readInvitation(database, invitation, now);
    const name = who.name ?? open?.email ?? '';
    const made = await acceptAsNew(database, invitation, { name, password: null }, now, (tx, id) =>
      linkTo(tx, who, id, now),
    );
    if (typeof made !== 'string') return { account: made.account, linked: true };
    if (made === 'known' && who.verifiedEmail !== open?.email) return 'known';
  }
  return (await byVerifiedAddress(database, who, now)) ?? 'unknown';
}

async function linkedTo(
  database: Pick<Database, 'query'>,
  { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>,
): Promise<string | null> {
  const [held] = await database.query
    .select({ account: identity.account })
    .from(identity)
    .where(and(eq(identity.issuer, issuer), eq(identity.subject, subject)));
  return held?.account ?? null;
}

async function linkTo(tx: Query, { issuer, subject }: Identity, id: string, now: Date): Promise<void> {
  await tx.insert(identity).values({ issuer, subject, account: id, linkedAt: now });
  await note(tx, await firstHand(tx, id, now), { action: 'account.link', object: id });
}

/**
 * Links the account of a verified address. Whoever was invited under that address may not have been its
 * holder: the holder comes now, so the password, sessions and keys of before are worth nothing any more.
 */
async function byVerifiedAddress(
  database: Pick<Database, 'query'>,
  who: Identity,
  now: Date,
): Promise<Identified | null> {
  const { verifiedEmail } = who;
  if (verifiedEmail === null) return null;
  return database.query.transaction(async (tx) => {
    const held = await accountOf({ query: tx }, verifiedEmail);
    if (!held) return null;
    await tx.update(account).set({ password: null }).where(eq(account.id, held.id));
    await endSessions(tx, held.id);
    await revokeKeysOf(tx, { now, account: held.id }, held.id);
    await linkTo(tx, who, held.id, now);
    return { account: held.id, linked: true };
  });
}
