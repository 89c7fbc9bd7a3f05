import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Hand } from '../../domain/account/visitor.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { strategy } from '../db/schema/strategies.ts';
import { writeField } from './change-fields.ts';
import { insertItem } from './items.ts';

/** Makes a strategy of a perimeter, of the hand's organisation. Its fields are in normal form. Gives its identifier. */
export const createStrategy = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  fields: { name: string; territory: string },
): Promise<string> =>
  writing(
    database,
    hand,
    (id) => ({ action: 'strategy.create', object: id }),
    async (tx) => {
      const id = randomUUID();
      await tx.insert(strategy).values({ id, owner: hand.owner, createdAt: hand.now });
      const root = randomUUID();
      const batch = (await insertItem(tx, hand, id, { id: root, kind: 'strategy', under: null })) ?? root;
      for (const [field, after] of Object.entries(fields))
        await writeField(tx, hand, { strategy: id, batch }, { item: root, field, before: '', after });
      return id;
    },
  );

/** Sets a strategy aside, or puts it back. Whether something changed. */
export const setStrategyAside = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  id: string,
  aside: boolean,
): Promise<boolean> =>
  writing(
    database,
    hand,
    (changed) => (changed ? { action: aside ? 'strategy.remove' : 'strategy.restore', object: id } : null),
    async (tx) => {
      const changed = await tx
        .update(strategy)
        .set({ removedAt: aside ? hand.now : null })
        .where(and(eq(strategy.id, id), aside ? isNull(strategy.removedAt) : isNotNull(strategy.removedAt)))
        .returning({ id: strategy.id });
      return changed.length > 0;
    },
  );
