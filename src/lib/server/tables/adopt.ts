import { isNull } from 'drizzle-orm';
import type { Query } from '../db/client.ts';
import { ownTable } from '../db/schema/own-tables.ts';

/** Gives an organisation the tables that were kept before there were accounts. Whether there was one. */
export async function adoptTables(tx: Query, organisation: string): Promise<boolean> {
  const kept = await tx
    .update(ownTable)
    .set({ owner: organisation })
    .where(isNull(ownTable.owner))
    .returning({ id: ownTable.id });
  return kept.length > 0;
}
