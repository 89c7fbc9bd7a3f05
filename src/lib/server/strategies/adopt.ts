import { and, isNull } from 'drizzle-orm';
import type { Query } from '../db/client.ts';
import { strategy, strategyChange, strategyComment, strategyField } from '../db/schema/strategies.ts';

/** Gives an organisation the strategies that were made before there were accounts, with their history and comments. Whether there was one. */
export async function adoptStrategies(tx: Query, organisation: string): Promise<boolean> {
  const made = await tx
    .update(strategy)
    .set({ owner: organisation })
    .where(isNull(strategy.owner))
    .returning({ id: strategy.id });
  for (const table of [strategyField, strategyChange] as const)
    await tx.update(table).set({ organisation }).where(isNull(table.organisation));
  await tx
    .update(strategyComment)
    .set({ organisation })
    .where(and(isNull(strategyComment.organisation), isNull(strategyComment.guest)));
  return made.length > 0;
}
