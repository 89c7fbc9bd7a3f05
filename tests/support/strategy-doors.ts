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

/** A strategy of a test: its identifier, and that of the item that it is itself. */
export interface TestStrategy {
  id: string;
  root: string;
}

/** Makes a strategy for a hand. */
export async function makeStrategy(db: Database, hand: Hand, name = 'Stratégie'): Promise<TestStrategy> {
  const id = await createStrategy(db, hand, { name, territory: '99001' });
  const kept = await readKept(db, id);
  if (!kept) throw new Error('no strategy');
  return { id, root: kept.strategy.id };
}

/** Adds something to it; gives its identifier. */
export async function addTo(
  db: Database,
  hand: Hand,
  { id, root }: TestStrategy,
  kind: ItemKind,
  fields: Record<string, string>,
  under = root,
): Promise<string> {
  const item = randomUUID();
  const { became } = await addItem(db, hand, id, { id: item, kind, under, fields }, () => true);
  if (became !== 'added') throw new Error(`not added: ${became}`);
  return item;
}

/** What an item says today, by field; `null` when it is not there. */
export async function fieldsOf(
  db: Database,
  { id }: TestStrategy,
  item: string,
): Promise<Readonly<Partial<Record<string, string>>> | null> {
  return (await readKept(db, id))?.items.find((one) => one.id === item)?.fields ?? null;
}

/** Changes fields as somebody who may; gives the batch. */
export async function change(
  db: Database,
  hand: Hand,
  { id }: TestStrategy,
  ...changes: FieldChange[]
): Promise<string> {
  const { batch } = await changeFields(db, hand, id, changes, () => true);
  if (batch === null) throw new Error('nothing changed');
  return batch;
}
