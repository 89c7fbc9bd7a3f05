import { randomUUID } from 'node:crypto';
import type { Hand } from '../../src/lib/domain/account/visitor.ts';
import type { ItemKind } from '../../src/lib/domain/strategy/record/item-kind.ts';
import type { Database } from '../../src/lib/server/db/client.ts';
import { changeFields, type FieldChange } from '../../src/lib/server/strategies/change-fields.ts';
import { createStrategy } from '../../src/lib/server/strategies/create.ts';
import { addItem } from '../../src/lib/server/strategies/items.ts';
import { readKept } from '../../src/lib/server/strategies/read.ts';
import type { MayUndo } from '../../src/lib/server/strategies/undo.ts';

/** Everything is one's own to write. */
export const ALL: MayUndo = { write: () => true, remove: () => true };

/** What is typed in the fields of an item. */
export type Typed = Readonly<Record<string, string>>;

/** A strategy of a test: its identifier, and that of the item that it is itself. */
export interface TestStrategy {
  id: string;
  root: string;
}

/** Makes a strategy for a hand. */
export async function makeStrategy(
  db: Database,
  hand: Hand,
  name = 'Stratégie',
  territory = '99001',
): Promise<TestStrategy> {
  const id = await createStrategy(db, hand, { name, territory });
  const kept = await readKept(db, id);
  if (!kept) throw new Error('the strategy that was made cannot be read');
  return { id, root: kept.strategy.id };
}

/** Adds something to it, with what was counted of it; gives its identifier. */
export async function addTo(
  db: Database,
  hand: Hand,
  { id, root }: TestStrategy,
  kind: ItemKind,
  fields: Typed,
  under = root,
  counted?: Typed,
): Promise<string> {
  const item = randomUUID();
  const added = await addItem(db, hand, id, { id: item, kind, under, fields, counted }, () => true);
  if (added.became !== 'added') throw new Error(`${kind}: ${JSON.stringify(added)}`);
  return item;
}

/** What an item says today, by field; `null` when it is not there. */
export async function fieldsOf(
  db: Database,
  { id }: Pick<TestStrategy, 'id'>,
  item: string,
): Promise<Readonly<Partial<Record<string, string>>> | null> {
  return (await readKept(db, id))?.items.find((one) => one.id === item)?.fields ?? null;
}

/** Changes fields as somebody who may; gives the batch. */
export async function change(
  db: Database,
  hand: Hand,
  { id }: Pick<TestStrategy, 'id'>,
  ...changes: FieldChange[]
): Promise<string> {
  const { batch, outcomes } = await changeFields(db, hand, id, changes, () => true);
  if (batch === null) throw new Error(`nothing changed: ${JSON.stringify(outcomes)}`);
  return batch;
}

/** Changes fields of one item, whatever they said. */
export async function say(
  db: Database,
  hand: Hand,
  strategy: Pick<TestStrategy, 'id'>,
  item: string,
  fields: Typed,
): Promise<void> {
  const held = await fieldsOf(db, strategy, item);
  const changes = Object.entries(fields).map(([field, now]) => ({
    item,
    field,
    was: held?.[field] ?? '',
    now,
  }));
  const { outcomes } = await changeFields(db, hand, strategy.id, changes, () => true);
  for (const { field, became } of outcomes)
    if (became !== 'saved' && became !== 'same') throw new Error(`${field}: ${became}`);
}
