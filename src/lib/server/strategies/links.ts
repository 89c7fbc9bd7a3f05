import { and, count, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { MOST_LINKS } from '../../domain/strategy/access/link-life.ts';
import type { Standing } from '../../domain/strategy/access/standing.ts';
import type { Hand } from '../../domain/account/visitor.ts';
import { writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { invitation } from '../db/schema/accounts.ts';
import { strategyLink } from '../db/schema/strategies.ts';
import { lockStrategy } from './lock.ts';

/**
 * `share`: opens the strategy to whoever holds it; `partner`: makes a partner of an organisation that is here;
 * `found`: the same for the organisation that an invitation of the same secret founds.
 */
export type LinkPurpose = 'share' | 'partner' | 'found';

export type Link = typeof strategyLink.$inferSelect;

/** A link to make. Its secret is drawn by who asks; only its hash comes here. */
export interface NewLink {
  hash: string;
  purpose: LinkPurpose;
  standing: Standing;
  label: string;
  endsAt: Date;
}

/** Makes a link to a strategy; `false` when it was set aside meanwhile, or has as many as it may. */
export const makeLink = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  link: NewLink,
): Promise<boolean> =>
  writing(
    database,
    hand,
    (made) => (made ? { action: 'strategy.share', object: strategy } : null),
    (tx) => insertLink(tx, hand, strategy, link),
  );

/** The same within a transaction. */
export async function insertLink(
  tx: Query,
  { now, account }: Hand,
  strategy: string,
  { hash, purpose, standing, label, endsAt }: NewLink,
): Promise<boolean> {
  if (!(await lockStrategy(tx, strategy))) return false;
  const [open] = await tx.select({ n: count() }).from(strategyLink).where(opens(strategy, now));
  if ((open?.n ?? 0) >= MOST_LINKS) return false;
  await tx.insert(strategyLink).values({
    id: hash,
    strategy,
    purpose,
    standing,
    label,
    createdAt: now,
    createdBy: account,
    endsAt,
  });
  return true;
}

const opens = (strategy: string, now: Date) =>
  and(eq(strategyLink.strategy, strategy), isNull(strategyLink.revokedAt), gt(strategyLink.endsAt, now));

/** The links of a strategy, whatever became of them, the latest first. */
export const readLinks = (database: Pick<Database, 'query'>, strategy: string): Promise<Link[]> =>
  database.query
    .select()
    .from(strategyLink)
    .where(eq(strategyLink.strategy, strategy))
    .orderBy(desc(strategyLink.createdAt), strategyLink.id);

/** Whether a link still opens. One by which an organisation joins opens once. */
export const isOpen = (
  { purpose, revokedAt, endsAt, usedAt }: Pick<Link, 'purpose' | 'revokedAt' | 'endsAt' | 'usedAt'>,
  now: Date,
): boolean => revokedAt === null && endsAt > now && (purpose === 'share' || usedAt === null);

/** Takes a link of a strategy back, with the invitation of the same secret; `false` when there is none to take back. */
export const revokeLink = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  hash: string,
): Promise<boolean> =>
  writing(
    database,
    hand,
    (done) => (done ? { action: 'strategy.share', object: strategy } : null),
    async (tx) => {
      const done = await tx
        .update(strategyLink)
        .set({ revokedAt: hand.now })
        .where(
          and(eq(strategyLink.strategy, strategy), eq(strategyLink.id, hash), isNull(strategyLink.revokedAt)),
        )
        .returning({ id: strategyLink.id });
      if (done.length > 0)
        await tx.delete(invitation).where(and(eq(invitation.id, hash), isNull(invitation.usedAt)));
      return done.length > 0;
    },
  );

/** The link of a secret, by its hash; `null` without one. One that founds an organisation is opened elsewhere. */
export async function findLink(database: Pick<Database, 'query'>, hash: string): Promise<Link | null> {
  const [held] = await database.query
    .select()
    .from(strategyLink)
    .where(and(eq(strategyLink.id, hash), inArray(strategyLink.purpose, ['share', 'partner'])));
  return held ?? null;
}

/** Writes down that a share link served. */
export async function noteUse(database: Pick<Database, 'query'>, hash: string, now: Date): Promise<void> {
  await database.query
    .update(strategyLink)
    .set({ usedAt: now })
    .where(and(eq(strategyLink.id, hash), eq(strategyLink.purpose, 'share')));
}

/** Closes the link to a strategy that goes with an invitation which was taken back. */
export async function closeFounding(tx: Query, hash: string, now: Date): Promise<void> {
  await tx
    .update(strategyLink)
    .set({ revokedAt: now })
    .where(and(eq(strategyLink.id, hash), eq(strategyLink.purpose, 'found'), isNull(strategyLink.usedAt)));
}

/** The strategy that an organisation joins when it is founded by an invitation, by the same hash; `null` for none. */
export async function foundingLink(
  database: Pick<Database, 'query'>,
  hash: string,
  now: Date,
): Promise<Link | null> {
  const [held] = await database.query
    .select()
    .from(strategyLink)
    .where(and(eq(strategyLink.id, hash), eq(strategyLink.purpose, 'found')));
  return held && isOpen(held, now) ? held : null;
}
