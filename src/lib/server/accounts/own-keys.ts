import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import { note } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { apiKey } from '../db/schema/api-keys.ts';

/** The keys of the interface that an account made, in order, those taken back too: part of what is given back to the person. */
export const keysMadeBy = (database: Pick<Database, 'query'>, account: string) =>
  database.query
    .select({
      name: apiKey.name,
      scope: apiKey.scope,
      organisation: apiKey.owner,
      createdAt: apiKey.createdAt,
      usedAt: apiKey.usedAt,
      revokedAt: apiKey.revokedAt,
    })
    .from(apiKey)
    .where(eq(apiKey.createdBy, account))
    .orderBy(asc(apiKey.createdAt), apiKey.id);

/**
 * Takes back the keys that an account made, all of them or those of one organisation: who may act no more has
 * no program act either. The journal of each organisation has its own.
 */
export async function revokeKeysOf(
  tx: Query,
  hand: Pick<Hand, 'now' | 'account'>,
  account: string,
  organisation?: string,
): Promise<void> {
  const gone = await tx
    .update(apiKey)
    .set({ revokedAt: hand.now })
    .where(
      and(
        eq(apiKey.createdBy, account),
        isNull(apiKey.revokedAt),
        ...(organisation === undefined ? [] : [eq(apiKey.owner, organisation)]),
      ),
    )
    .returning({ hint: apiKey.hint, owner: apiKey.owner });
  for (const { hint, owner } of gone)
    await note(tx, { ...hand, owner }, { action: 'key.revoke', object: hint });
}
