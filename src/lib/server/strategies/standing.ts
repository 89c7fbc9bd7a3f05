import { and, eq } from 'drizzle-orm';
import type { Visitor } from '../../domain/account/visitor.ts';
import {
  ownStanding,
  PARTNER_STANDINGS,
  partnerStanding,
  standingNamed,
  type Standing,
} from '../../domain/strategy/access/standing.ts';
import type { Database } from '../db/client.ts';
import { strategy, strategyPartner } from '../db/schema/strategies.ts';

/** What a visitor may do with a strategy by who they are; `null` for nothing, or without such a strategy. */
export async function standingOf(
  database: Pick<Database, 'query'>,
  id: string,
  visitor: Visitor,
): Promise<Standing | null> {
  if (visitor.kind !== 'single' && visitor.kind !== 'member') return null;
  const [held] = await database.query
    .select({ owner: strategy.owner })
    .from(strategy)
    .where(eq(strategy.id, id));
  if (!held) return null;
  if (visitor.kind === 'single') return held.owner === null ? 'owner' : null;
  const { organisation } = visitor;
  if (!organisation) return null;
  if (held.owner === organisation.id) return ownStanding(organisation.role);
  const [partner] = await database.query
    .select({ standing: strategyPartner.standing })
    .from(strategyPartner)
    .where(and(eq(strategyPartner.strategy, id), eq(strategyPartner.organisation, organisation.id)));
  const given = standingNamed(PARTNER_STANDINGS, partner?.standing);
  return given && partnerStanding(given, organisation.role);
}
