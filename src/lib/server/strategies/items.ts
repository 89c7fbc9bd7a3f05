import { and, eq, isNull, max } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Hand } from '../../domain/account/visitor.ts';
import type { FieldFault } from '../../domain/strategy/record/field-kind.ts';
import { fieldKind, ITEM_KINDS, type ItemKind } from '../../domain/strategy/record/item-kind.ts';
import { MOST_ITEMS, type Item } from '../../domain/strategy/record/item.ts';
import { readField } from '../../domain/strategy/record/read-field.ts';
import { writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { strategyChange, strategyItem } from '../db/schema/strategies.ts';
import { writeField } from './change-fields.ts';
import { lockStrategy } from './lock.ts';
import { readItems } from './read.ts';

/** Something to add. */
export interface NewItem {
  /** Drawn by who asks: the same form sent twice adds one thing. */
  id: string;
  kind: ItemKind;
  under: string;
  /** As typed. */
  fields: Readonly<Record<string, string>>;
  /** What the server counted, written as it stands. */
  counted?: Readonly<Record<string, string>>;
}

export type Added =
  | { became: 'added' | 'twice' | 'gone' | 'refused' | 'full' }
  | { became: 'fault'; field: string; fault: FieldFault };

/** Adds something to a strategy, all of it or nothing. */
export function addItem(
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  item: NewItem,
  mayAdd: (above: Item, items: readonly Item[]) => boolean,
): Promise<Added> {
  return writing(
    database,
    hand,
    ({ became }) => (became === 'added' ? { action: 'strategy.write', object: strategy } : null),
    async (tx) => {
      if (!(await lockStrategy(tx, strategy))) return { became: 'gone' };
      const items = (await readItems(tx, [strategy])).get(strategy) ?? [];
      const above = items.find(({ id }) => id === item.under);
      if (!above) return { became: 'gone' };
      if (ITEM_KINDS[item.kind].under !== above.kind || !mayAdd(above, items)) return { became: 'refused' };
      if (items.some(({ id }) => id === item.id)) return { became: 'twice' };
      if (items.length >= MOST_ITEMS) return { became: 'full' };
      const read = normalFields(item.kind, item.fields);
      if ('fault' in read) return { became: 'fault', ...read };
      const made = await insertItem(tx, hand, strategy, item);
      if (!made) return { became: 'twice' };
      for (const [field, value] of Object.entries({ ...read.fields, ...item.counted }))
        await writeField(
          tx,
          hand,
          { strategy, batch: made },
          { item: item.id, field, before: '', after: value },
        );
      return { became: 'added' };
    },
  );
}

/** What was typed, in normal form, what is empty left out; or the first fault. */
export function normalFields(
  kind: ItemKind,
  typed: Readonly<Record<string, string>>,
): { fields: Record<string, string> } | { field: string; fault: FieldFault } {
  const fields: Record<string, string> = {};
  for (const [field, text] of Object.entries(typed)) {
    const held = fieldKind(kind, field);
    if (!held) continue;
    const read = readField(held, text);
    if ('fault' in read) return { field, fault: read };
    if (read.value !== '') fields[field] = read.value;
  }
  return { fields };
}

/** Puts an item last among its like; gives the batch, `null` when its identifier is taken. */
export async function insertItem(
  tx: Query,
  { now, account, owner }: Hand,
  strategy: string,
  { id, kind, under }: { id: string; kind: ItemKind; under: string | null },
): Promise<string | null> {
  const batch = randomUUID();
  const [last] = await tx
    .select({ rank: max(strategyItem.rank) })
    .from(strategyItem)
    .where(and(eq(strategyItem.strategy, strategy), eq(strategyItem.kind, kind)));
  const made = await tx
    .insert(strategyItem)
    .values({ id, strategy, kind, under, rank: (last?.rank ?? -1) + 1, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: strategyItem.id });
  if (made.length === 0) return null;
  await tx
    .insert(strategyChange)
    .values({ strategy, item: id, act: 'add', after: kind, at: now, batch, account, organisation: owner });
  return batch;
}

/** Takes an item out, with what stands under it; it stays in the history, to be put back. Gives the batch, `null` when it was not there. */
export const removeItem = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  id: string,
  mayRemove: (item: Item, items: readonly Item[]) => boolean,
): Promise<string | null> =>
  writing(
    database,
    hand,
    (batch) => (batch === null ? null : { action: 'strategy.write', object: strategy }),
    async (tx) => {
      if (!(await lockStrategy(tx, strategy))) return null;
      const items = (await readItems(tx, [strategy])).get(strategy) ?? [];
      const item = items.find((one) => one.id === id);
      if (!item || item.kind === 'strategy' || !mayRemove(item, items)) return null;
      return setAside(tx, hand, strategy, id, true);
    },
  );

/** Sets an item aside, or puts it back, with its line of history; gives the batch, `null` when nothing changed. */
export async function setAside(
  tx: Query,
  { now, account, owner }: Hand,
  strategy: string,
  id: string,
  aside: boolean,
  batch: string = randomUUID(),
): Promise<string | null> {
  const changed = await tx
    .update(strategyItem)
    .set({ removedAt: aside ? now : null })
    .where(
      and(
        eq(strategyItem.id, id),
        eq(strategyItem.strategy, strategy),
        ...(aside ? [isNull(strategyItem.removedAt)] : []),
      ),
    )
    .returning({ kind: strategyItem.kind });
  const [one] = changed;
  if (!one) return null;
  await tx.insert(strategyChange).values({
    strategy,
    item: id,
    act: aside ? 'remove' : 'restore',
    after: one.kind,
    at: now,
    batch,
    account,
    organisation: owner,
  });
  return batch;
}
