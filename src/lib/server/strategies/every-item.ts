import { asc, eq } from 'drizzle-orm';
import { itemKindNamed } from '../../domain/strategy/record/item-kind.ts';
import type { Item } from '../../domain/strategy/record/item.ts';
import type { Query } from '../db/client.ts';
import { strategyField, strategyItem } from '../db/schema/strategies.ts';

/** An item, and whether it was itself set aside. */
export type KeptItem = Item & { aside: boolean };

/** Every item of a strategy in order, those set aside too: what its history speaks of. */
export async function readEveryItem(query: Query, strategy: string): Promise<KeptItem[]> {
  const of = eq(strategyItem.strategy, strategy);
  const [rows, fields] = await Promise.all([
    query.select().from(strategyItem).where(of).orderBy(asc(strategyItem.rank), asc(strategyItem.id)),
    query
      .select({ item: strategyField.item, field: strategyField.field, value: strategyField.value })
      .from(strategyField)
      .innerJoin(strategyItem, eq(strategyItem.id, strategyField.item))
      .where(of),
  ]);
  const said = new Map<string, Record<string, string>>();
  for (const { item, field, value } of fields) {
    const held = said.get(item) ?? {};
    held[field] = value;
    said.set(item, held);
  }
  return rows.flatMap(({ id, kind: name, under, rank, removedAt }) => {
    const kind = itemKindNamed(name);
    return kind ? [{ id, kind, under, rank, fields: said.get(id) ?? {}, aside: removedAt !== null }] : [];
  });
}

/** Whether an item is there: neither it nor what it stands under was set aside. */
export function isThere(item: KeptItem, items: ReadonlyMap<string, KeptItem>): boolean {
  if (item.aside) return false;
  if (item.under === null) return true;
  const above = items.get(item.under);
  return above !== undefined && isThere(above, items);
}

/** An item with all that stands under it. */
export function withUnder(id: string, items: readonly KeptItem[]): string[] {
  const below = items.filter(({ under }) => under === id).map((item) => item.id);
  return [id, ...below.flatMap((one) => withUnder(one, items))];
}
