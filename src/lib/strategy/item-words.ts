import type { ItemKind } from '../domain/strategy/record/item-kind.ts';
import type { Item } from '../domain/strategy/record/item.ts';
import { formatIsoDate } from '../format/date.ts';
import { strategyKinds } from '../messages/strategy-fields.ts';
import { strategyHistory as words } from '../messages/strategy-history.ts';

/** The field by which one tells a thing of a kind from another. */
const TOLD_BY: Readonly<Record<ItemKind, string>> = {
  strategy: 'name',
  actor: 'name',
  gap: 'name',
  action: 'name',
  cost: 'label',
  funding: 'funder',
  indicator: 'name',
  measure: 'day',
  entry: 'day',
  body: 'name',
  passage: 'key',
};

/** Kinds that say little without what they stand under. */
const LINES: ReadonlySet<ItemKind> = new Set(['cost', 'funding', 'indicator', 'measure', 'entry']);

/** What a thing of a strategy is called: « Ligne de coût « Loyer », dans Action « Permanence » ». */
export function itemWords(item: Item, items: ReadonlyMap<string, Item>): string {
  const told = item.fields[TOLD_BY[item.kind]] ?? '';
  const dated = item.kind === 'measure' || item.kind === 'entry';
  const said = words.named(strategyKinds[item.kind], dated && told !== '' ? formatIsoDate(told) : told);
  const above = item.under === null ? undefined : items.get(item.under);
  return above && LINES.has(item.kind) ? words.within(said, itemWords(above, items)) : said;
}

/** The same by identifier; one that nobody knows any more has a word of its own. */
export function wordsOfItem(id: string, items: ReadonlyMap<string, Item>): string {
  const item = items.get(id);
  return item ? itemWords(item, items) : words.unknown;
}
