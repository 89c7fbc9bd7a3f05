import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { itemKindNamed } from '../../domain/strategy/record/item-kind.ts';
import type { Item } from '../../domain/strategy/record/item.ts';
import { readStrategy } from '../../domain/strategy/model/read-strategy.ts';
import type { Strategy } from '../../domain/strategy/model/strategy.ts';
import type { Database, Query } from '../db/client.ts';
import { organisation } from '../db/schema/accounts.ts';
import { strategy, strategyField, strategyItem } from '../db/schema/strategies.ts';

/** A strategy as it is kept: whose, and everything in it. */
export interface KeptStrategy {
  id: string;
  owner: { id: string; name: string } | null;
  createdAt: Date;
  removedAt: Date | null;
  items: Item[];
  strategy: Strategy;
}

/** Strategies by their identifiers, with their items, whatever was set aside left out; unknown ones too. */
export async function readStrategies(
  database: Pick<Database, 'query'>,
  ids: readonly string[],
): Promise<KeptStrategy[]> {
  if (ids.length === 0) return [];
  const [heads, items] = await Promise.all([
    database.query
      .select({
        id: strategy.id,
        owner: strategy.owner,
        ownerName: organisation.name,
        createdAt: strategy.createdAt,
        removedAt: strategy.removedAt,
      })
      .from(strategy)
      .leftJoin(organisation, eq(organisation.id, strategy.owner))
      .where(inArray(strategy.id, [...ids])),
    readItems(database.query, ids),
  ]);
  return heads.flatMap(({ id, owner, ownerName, createdAt, removedAt }) => {
    const own = items.get(id) ?? [];
    const read = readStrategy(own);
    return read
      ? [
          {
            id,
            owner: owner === null ? null : { id: owner, name: ownerName ?? '' },
            createdAt,
            removedAt,
            items: own,
            strategy: read,
          },
        ]
      : [];
  });
}

/** One strategy; `null` where there is none of that identifier. */
export const readKept = async (database: Pick<Database, 'query'>, id: string): Promise<KeptStrategy | null> =>
  (await readStrategies(database, [id]))[0] ?? null;

/** The items of some strategies that are not set aside, nor stand under one that is. */
export async function readItems(query: Query, ids: readonly string[]): Promise<Map<string, Item[]>> {
  const within = and(inArray(strategyItem.strategy, [...ids]), isNull(strategyItem.removedAt));
  const [rows, fields] = await Promise.all([
    query.select().from(strategyItem).where(within).orderBy(asc(strategyItem.rank), asc(strategyItem.id)),
    query
      .select({ item: strategyField.item, field: strategyField.field, value: strategyField.value })
      .from(strategyField)
      .innerJoin(strategyItem, eq(strategyItem.id, strategyField.item))
      .where(within),
  ]);
  const said = new Map<string, Record<string, string>>();
  for (const { item, field, value } of fields) {
    const held = said.get(item) ?? {};
    held[field] = value;
    said.set(item, held);
  }
  const byStrategy = new Map<string, Item[]>();
  for (const { id, strategy: of, kind: name, under, rank } of rows) {
    const kind = itemKindNamed(name);
    // A kind of a newer version, on a database shared with it, is left where it is.
    if (!kind) continue;
    const list = byStrategy.get(of) ?? [];
    byStrategy.set(of, list);
    list.push({ id, kind, under, rank, fields: said.get(id) ?? {} });
  }
  for (const [of, list] of byStrategy) byStrategy.set(of, standing(list));
  return byStrategy;
}

/** Items that stand under something that stands. */
function standing(items: Item[]): Item[] {
  const held = new Map(items.map((item) => [item.id, item]));
  const stands = (item: Item): boolean => {
    if (item.under === null) return item.kind === 'strategy';
    const above = held.get(item.under);
    return above !== undefined && stands(above);
  };
  return items.filter(stands);
}
