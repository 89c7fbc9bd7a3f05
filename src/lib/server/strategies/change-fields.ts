import { and, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Hand } from '../../domain/account/visitor.ts';
import type { FieldFault } from '../../domain/strategy/record/field-kind.ts';
import { fieldKind } from '../../domain/strategy/record/item-kind.ts';
import type { Item } from '../../domain/strategy/record/item.ts';
import { readField } from '../../domain/strategy/record/read-field.ts';
import { settle } from '../../domain/strategy/record/settle.ts';
import { writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { account, organisation } from '../db/schema/accounts.ts';
import { strategyChange, strategyField } from '../db/schema/strategies.ts';
import { lockStrategy } from './lock.ts';
import { readItems } from './read.ts';

/** A field that somebody changed: what they saw, and what they make of it. */
export interface FieldChange {
  item: string;
  field: string;
  was: string;
  now: string;
}

/** What became of a change. */
export type FieldOutcome = { item: string; field: string } & (
  | { became: 'saved' | 'same'; value: string }
  /** Somebody else wrote since: what stands, by whom and when. */
  | { became: 'conflict'; value: string; by: string; at: Date }
  | { became: 'fault'; fault: FieldFault }
  /** The item, or the whole strategy, was set aside meanwhile. */
  | { became: 'gone' }
  | { became: 'refused' }
);

/**
 * Changes fields of a strategy, each apart: what can be written is, what cannot is told, and nothing typed by
 * somebody else is written over. `mayWrite` says which items are the writer's to change. Gives what became of
 * each change, in their order, and the number of the batch, by which it is undone; `null` when nothing changed.
 */
export async function changeFields(
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  changes: readonly FieldChange[],
  mayWrite: (item: Item, items: readonly Item[], field: string) => boolean,
): Promise<{ outcomes: FieldOutcome[]; batch: string | null }> {
  const batch = randomUUID();
  const outcomes = await writing(
    database,
    hand,
    (made: FieldOutcome[]) =>
      made.some(({ became }) => became === 'saved') ? { action: 'strategy.write', object: strategy } : null,
    async (tx) => {
      if (!(await lockStrategy(tx, strategy)))
        return changes.map(({ item, field }): FieldOutcome => ({ item, field, became: 'gone' }));
      const items = (await readItems(tx, [strategy])).get(strategy) ?? [];
      const made: FieldOutcome[] = [];
      for (const change of changes)
        made.push(await changeOne(tx, hand, { strategy, batch, items }, change, mayWrite));
      return made;
    },
  );
  return { outcomes, batch: outcomes.some(({ became }) => became === 'saved') ? batch : null };
}

interface Under {
  strategy: string;
  batch: string;
  items: readonly Item[];
}

async function changeOne(
  tx: Query,
  hand: Hand,
  { strategy, batch, items }: Under,
  { item: id, field, was, now }: FieldChange,
  mayWrite: (item: Item, items: readonly Item[], field: string) => boolean,
): Promise<FieldOutcome> {
  const named = { item: id, field };
  const item = items.find((one) => one.id === id);
  if (!item) return { ...named, became: 'gone' };
  const kind = fieldKind(item.kind, field);
  if (!kind || !mayWrite(item, items, field)) return { ...named, became: 'refused' };
  const read = readField(kind, now);
  if ('fault' in read) return { ...named, became: 'fault', fault: read };
  const seen = readField(kind, was);
  const current = item.fields[field] ?? '';
  const settled = settle(current, 'fault' in seen ? was : seen.value, read.value);
  if (settled === 'same') return { ...named, became: 'same', value: current };
  if (settled === 'conflict')
    return { ...named, became: 'conflict', value: current, ...(await writerOf(tx, id, field)) };
  await writeField(tx, hand, { strategy, batch }, { item: id, field, before: current, after: read.value });
  return { ...named, became: 'saved', value: read.value };
}

/** Writes a field whatever it says, with its line of history. Its value is in normal form. */
export async function writeField(
  tx: Query,
  { now: at, account: by, owner }: Hand,
  { strategy, batch }: { strategy: string; batch: string },
  { item, field, before, after }: { item: string; field: string; before: string; after: string },
): Promise<void> {
  const row = { item, field, value: after, at, account: by, organisation: owner };
  await tx
    .insert(strategyField)
    .values(row)
    .onConflictDoUpdate({ target: [strategyField.item, strategyField.field], set: row });
  await tx.insert(strategyChange).values({
    strategy,
    item,
    act: 'set',
    field,
    before,
    after,
    at,
    batch,
    account: by,
    organisation: owner,
  });
}

/** Who wrote a field last, by name, and when. */
export async function writerOf(tx: Query, item: string, field: string): Promise<{ by: string; at: Date }> {
  const [held] = await tx
    .select({ at: strategyField.at, name: account.name, organisation: organisation.name })
    .from(strategyField)
    .leftJoin(account, eq(account.id, strategyField.account))
    .leftJoin(organisation, eq(organisation.id, strategyField.organisation))
    .where(and(eq(strategyField.item, item), eq(strategyField.field, field)));
  const by = [held?.name, held?.organisation].filter(Boolean).join(', ');
  return { by, at: held?.at ?? new Date(0) };
}
