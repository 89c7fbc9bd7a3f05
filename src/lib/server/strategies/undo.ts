import { and, desc, eq, gt, inArray, ne } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Hand } from '../../domain/account/visitor.ts';
import { MOST_ITEMS, type Item } from '../../domain/strategy/record/item.ts';
import { writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { strategyChange } from '../db/schema/strategies.ts';
import { writeField, writerOf } from './change-fields.ts';
import { isThere, readEveryItem, withUnder, type KeptItem } from './every-item.ts';
import { setAside } from './items.ts';
import { lockStrategy } from './lock.ts';

/** What became of the undoing of one change; `field` is `null` for a thing that was added, taken out or put back. */
export type UndoOutcome = { item: string; field: string | null } & (
  | { became: 'undone' }
  /** It stands already as it did before. */
  | { became: 'same' }
  /** Somebody changed it since: what stands, by whom and when. Left as it is. */
  | { became: 'conflict'; value: string; by: string; at: Date }
  | { became: 'gone' | 'refused' | 'full' }
);

/** What the hand may change, and take out or put back. */
export interface MayUndo {
  write: (item: Item, items: readonly Item[], field: string) => boolean;
  remove: (item: Item, items: readonly Item[]) => boolean;
}

type Change = typeof strategyChange.$inferSelect;

interface Undoing {
  strategy: string;
  /** What is undone, and what this makes. */
  batch: string;
  under: string;
  may: MayUndo;
}

/**
 * Undoes what was changed at once: each field apart, the last one first. What somebody changed since is
 * told and left. Undoing is a change like the others, with a batch of its own, so that it is undone too.
 * Gives what became of each; `null` where the strategy has no such batch.
 */
export const undoBatch = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  batch: string,
  may: MayUndo,
): Promise<{ outcomes: UndoOutcome[]; batch: string | null } | null> =>
  writing(
    database,
    hand,
    (done) => (done?.batch ? { action: 'strategy.write', object: strategy } : null),
    async (tx) => {
      if (!(await lockStrategy(tx, strategy))) return null;
      const changes = await tx
        .select()
        .from(strategyChange)
        .where(and(eq(strategyChange.strategy, strategy), eq(strategyChange.batch, batch)))
        .orderBy(desc(strategyChange.id));
      if (changes.length === 0) return null;
      const items = await readEveryItem(tx, strategy);
      const undoing = { strategy, batch, under: randomUUID(), may };
      const added = new Set(changes.filter(({ act }) => act === 'add').map(({ item }) => item));
      const outcomes: UndoOutcome[] = [];
      for (const change of changes) {
        // What a new thing said goes with it.
        if (change.act === 'set' && added.has(change.item)) continue;
        outcomes.push(await undoOne(tx, hand, undoing, change, items));
      }
      const isDone = outcomes.some(({ became }) => became === 'undone');
      return { outcomes, batch: isDone ? undoing.under : null };
    },
  );

async function undoOne(
  tx: Query,
  hand: Hand,
  undoing: Undoing,
  change: Change,
  items: KeptItem[],
): Promise<UndoOutcome> {
  const named = { item: change.item, field: change.field };
  const item = items.find(({ id }) => id === change.item);
  if (!item) return { ...named, became: 'gone' };
  if (change.act === 'set') return undoField(tx, hand, undoing, change, item, items);
  const aside = change.act !== 'remove';
  if (item.kind === 'strategy' || !undoing.may.remove(item, items)) return { ...named, became: 'refused' };
  if (item.aside === aside) return { ...named, became: 'same' };
  if (change.act === 'add') {
    const since = await changedSince(tx, change, withUnder(item.id, items));
    if (since) return { ...named, became: 'conflict', value: '', ...since };
  }
  if (!aside && isFull(items)) return { ...named, became: 'full' };
  await setAside(tx, hand, undoing.strategy, item.id, aside, undoing.under);
  item.aside = aside;
  return { ...named, became: 'undone' };
}

async function undoField(
  tx: Query,
  hand: Hand,
  { strategy, under, may }: Undoing,
  { item: id, field, before, after }: Change,
  item: KeptItem,
  items: KeptItem[],
): Promise<UndoOutcome> {
  const named = { item: id, field };
  if (field === null || before === null || after === null) return { ...named, became: 'gone' };
  if (!isThere(item, new Map(items.map((one) => [one.id, one])))) return { ...named, became: 'gone' };
  if (!may.write(item, items, field)) return { ...named, became: 'refused' };
  const current = item.fields[field] ?? '';
  if (current === before) return { ...named, became: 'same' };
  if (current !== after)
    return { ...named, became: 'conflict', value: current, ...(await writerOf(tx, id, field)) };
  await writeField(tx, hand, { strategy, batch: under }, { item: id, field, before: current, after: before });
  item.fields = { ...item.fields, [field]: before };
  return { ...named, became: 'undone' };
}

const isFull = (items: readonly KeptItem[]): boolean =>
  items.filter(({ aside }) => !aside).length >= MOST_ITEMS;

/** Who wrote last on things after a change that added them, and when; `null` for nobody. Setting aside and putting back say nothing new. */
async function changedSince(
  tx: Query,
  { id, batch }: Change,
  things: readonly string[],
): Promise<{ by: string; at: Date } | null> {
  const [last] = await tx
    .select({ item: strategyChange.item, field: strategyChange.field, at: strategyChange.at })
    .from(strategyChange)
    .where(
      and(
        inArray(strategyChange.item, [...things]),
        gt(strategyChange.id, id),
        ne(strategyChange.batch, batch),
        inArray(strategyChange.act, ['set', 'add']),
      ),
    )
    .orderBy(desc(strategyChange.id))
    .limit(1);
  if (!last) return null;
  return last.field === null ? { by: '', at: last.at } : writerOf(tx, last.item, last.field);
}

/** Puts back something that was set aside. Gives the batch, `null` where nothing changed. */
export const restoreItem = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  id: string,
  may: Pick<MayUndo, 'remove'>,
): Promise<string | null> =>
  writing(
    database,
    hand,
    (batch) => (batch === null ? null : { action: 'strategy.write', object: strategy }),
    async (tx) => {
      if (!(await lockStrategy(tx, strategy))) return null;
      const items = await readEveryItem(tx, strategy);
      const item = items.find((one) => one.id === id);
      if (!item?.aside || !may.remove(item, items) || isFull(items)) return null;
      return setAside(tx, hand, strategy, id, false);
    },
  );
