import { and, desc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { Visitor } from '../../domain/account/visitor.ts';
import type { Database } from '../db/client.ts';
import { strategy, strategyPartner } from '../db/schema/strategies.ts';

/** Identifiers of the strategies that a visitor has a part in, the newest first; those set aside apart. */
export async function strategiesOf(
  database: Pick<Database, 'query'>,
  visitor: Visitor,
  aside = false,
): Promise<string[]> {
  const { query } = database;
  const state = aside ? isNotNull(strategy.removedAt) : isNull(strategy.removedAt);
  if (visitor.kind !== 'single' && visitor.kind !== 'member') return [];
  const organisation = visitor.kind === 'member' ? visitor.organisation : null;
  if (visitor.kind === 'member' && !organisation) return [];
  const mine = organisation
    ? or(
        eq(strategy.owner, organisation.id),
        inArray(
          strategy.id,
          query
            .select({ id: strategyPartner.strategy })
            .from(strategyPartner)
            .where(eq(strategyPartner.organisation, organisation.id)),
        ),
      )
    : isNull(strategy.owner);
  const rows = await query
    .select({ id: strategy.id })
    .from(strategy)
    .where(and(mine, state))
    .orderBy(desc(strategy.createdAt), strategy.id);
  return rows.map(({ id }) => id);
}
