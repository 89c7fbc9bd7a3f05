import { and, eq, isNull } from 'drizzle-orm';
import type { Query } from '../db/client.ts';
import { strategy } from '../db/schema/strategies.ts';

/**
 * Holds a strategy until the end of the transaction: its writers come one after the other, so that each sees
 * what the one before wrote. Whether it is there and not set aside.
 */
export async function lockStrategy(tx: Query, id: string): Promise<boolean> {
  const held = await tx
    .select({ id: strategy.id })
    .from(strategy)
    .where(and(eq(strategy.id, id), isNull(strategy.removedAt)))
    .for('update');
  return held.length > 0;
}
