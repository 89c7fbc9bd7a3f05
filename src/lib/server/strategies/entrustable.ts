import { eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { organisation } from '../db/schema/accounts.ts';
import { strategyPartner } from '../db/schema/strategies.ts';

/** Organisations that an action may be entrusted to: the partners of a strategy whose standing lets them write, by name. */
export const entrustable = (
  database: Pick<Database, 'query'>,
  strategy: string,
): Promise<{ id: string; name: string }[]> =>
  database.query
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(
      inArray(
        organisation.id,
        database.query
          .select({ id: strategyPartner.organisation })
          .from(strategyPartner)
          .where(eq(strategyPartner.strategy, strategy)),
      ),
    )
    .orderBy(organisation.name);
