import { asc, eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { strategyChange, strategyComment } from '../db/schema/strategies.ts';

/** What one account wrote in strategies, in order: part of what is given back to the person. */
export async function writtenBy(database: Pick<Database, 'query'>, account: string) {
  const [changes, comments] = await Promise.all([
    database.query
      .select({
        at: strategyChange.at,
        strategy: strategyChange.strategy,
        item: strategyChange.item,
        act: strategyChange.act,
        field: strategyChange.field,
        after: strategyChange.after,
        organisation: strategyChange.organisation,
      })
      .from(strategyChange)
      .where(eq(strategyChange.account, account))
      .orderBy(asc(strategyChange.id)),
    database.query
      .select({
        at: strategyComment.at,
        strategy: strategyComment.strategy,
        item: strategyComment.item,
        text: strategyComment.text,
        organisation: strategyComment.organisation,
        settledAt: strategyComment.settledAt,
        removedAt: strategyComment.removedAt,
      })
      .from(strategyComment)
      .where(eq(strategyComment.account, account))
      .orderBy(asc(strategyComment.at), asc(strategyComment.id)),
  ]);
  return { changes, comments };
}
