import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import { PARTNER_STANDINGS, standingNamed, type Standing } from '../../domain/strategy/access/standing.ts';
import { note, writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { organisation } from '../db/schema/accounts.ts';
import { strategy, strategyLink, strategyPartner } from '../db/schema/strategies.ts';
import { lockStrategy } from './lock.ts';

/** An organisation that works on the strategy of another. */
export interface Partner {
  organisation: string;
  name: string;
  kind: string;
  standing: string;
  since: Date;
}

/** The partners of a strategy, by name. */
export const partnersOf = (database: Pick<Database, 'query'>, of: string): Promise<Partner[]> =>
  database.query
    .select({
      organisation: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      standing: strategyPartner.standing,
      since: strategyPartner.since,
    })
    .from(strategyPartner)
    .innerJoin(organisation, eq(organisation.id, strategyPartner.organisation))
    .where(eq(strategyPartner.strategy, of))
    .orderBy(organisation.name, organisation.id);

/** What a partner may do from now on; `null` to end the partnership. `false` where it is none. */
export const changePartner = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  of: string,
  partner: string,
  standing: Standing | null,
): Promise<boolean> =>
  writing(
    database,
    hand,
    (done) => (done ? { action: 'strategy.partner', object: of } : null),
    async (tx) => {
      if (!(await lockStrategy(tx, of))) return false;
      const held = and(eq(strategyPartner.strategy, of), eq(strategyPartner.organisation, partner));
      const done =
        standing === null
          ? await tx.delete(strategyPartner).where(held).returning()
          : await tx.update(strategyPartner).set({ standing }).where(held).returning();
      return done.length > 0;
    },
  );

/** What became of a link by which an organisation joins: `own` where the strategy is already its own. */
export type Joined = { strategy: string } | 'gone' | 'own';

/** Joins a strategy for the hand’s organisation by a link, which serves once. */
export const joinByLink = (
  database: Pick<Database, 'query'>,
  hand: Hand & { owner: string },
  hash: string,
): Promise<Joined> =>
  writing(
    database,
    hand,
    (joined) => (typeof joined === 'string' ? null : { action: 'strategy.join', object: joined.strategy }),
    (tx) => takeLink(tx, hand, hash, 'partner'),
  );

/** Joins the strategy that an invitation of the same secret speaks of, for the organisation that it founded; does nothing where there is none. */
export async function joinAsFounder(tx: Query, hand: Hand & { owner: string }, hash: string): Promise<void> {
  const joined = await takeLink(tx, hand, hash, 'found');
  if (typeof joined !== 'string') await note(tx, hand, { action: 'strategy.join', object: joined.strategy });
}

async function takeLink(
  tx: Query,
  { now, owner }: Hand & { owner: string },
  hash: string,
  purpose: 'partner' | 'found',
): Promise<Joined> {
  const open = and(
    eq(strategyLink.id, hash),
    eq(strategyLink.purpose, purpose),
    isNull(strategyLink.revokedAt),
    isNull(strategyLink.usedAt),
    gt(strategyLink.endsAt, now),
  );
  const [found] = await tx
    .select({ strategy: strategyLink.strategy, owner: strategy.owner })
    .from(strategyLink)
    .innerJoin(strategy, eq(strategy.id, strategyLink.strategy))
    .where(open);
  if (!found || !(await lockStrategy(tx, found.strategy))) return 'gone';
  if (found.owner === owner) return 'own';
  // Asked again under the lock: of two at once, one gets it.
  const [taken] = await tx.update(strategyLink).set({ usedAt: now }).where(open).returning();
  const standing = standingNamed(PARTNER_STANDINGS, taken?.standing);
  if (!taken || !standing) return 'gone';
  const row = { strategy: taken.strategy, organisation: owner, standing, since: now };
  await tx
    .insert(strategyPartner)
    .values(row)
    .onConflictDoUpdate({
      target: [strategyPartner.strategy, strategyPartner.organisation],
      set: { standing },
    });
  return { strategy: taken.strategy };
}
