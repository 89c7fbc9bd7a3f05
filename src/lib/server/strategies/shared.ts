import { and, eq, inArray } from 'drizzle-orm';
import { NOTED_EVERY_MS } from '../../domain/account/session-life.ts';
import { LINK_STANDINGS, standingNamed, type Standing } from '../../domain/strategy/access/standing.ts';
import type { Database } from '../db/client.ts';
import { strategyLink } from '../db/schema/strategies.ts';
import { noteUse } from './links.ts';

/** What a link gives: whom it was made for, and what they may do; `over` when it ended or was taken back. */
export type SharedStanding = { standing: Standing; guest: string; link: string } | 'over';

/** What the links of a browser give to a strategy, by the hashes of their secrets; `null` when none is of it. The use is noted from time to time. */
export async function sharedStanding(
  database: Pick<Database, 'query'>,
  strategy: string,
  hashes: readonly string[],
  now: Date,
): Promise<SharedStanding | null> {
  if (hashes.length === 0) return null;
  const links = await database.query
    .select()
    .from(strategyLink)
    .where(
      and(
        eq(strategyLink.strategy, strategy),
        eq(strategyLink.purpose, 'share'),
        inArray(strategyLink.id, [...hashes]),
      ),
    );
  const open = links.filter(({ revokedAt, endsAt }) => revokedAt === null && endsAt > now);
  const commenter = open.find(({ standing }) => standing === 'commenter');
  const link = commenter ?? open[0];
  const standing = standingNamed(LINK_STANDINGS, link?.standing);
  if (link && standing) {
    if (now.getTime() - (link.usedAt?.getTime() ?? 0) >= NOTED_EVERY_MS)
      await noteUse(database, link.id, now);
    return { standing, guest: link.label, link: link.id };
  }
  return links.length > 0 ? 'over' : null;
}
