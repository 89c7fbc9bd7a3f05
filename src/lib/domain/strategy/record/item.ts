import type { FieldOf, ItemKind } from './item-kind.ts';

/** One thing of a strategy: what it is, what it stands under, and what is said of it. */
export interface Item<Kind extends ItemKind = ItemKind> {
  id: string;
  kind: Kind;
  /** Identifier of the item that it stands under; `null` for the strategy itself. */
  under: string | null;
  /** Order among those of its kind under the same item. */
  rank: number;
  /** Normal forms (`read-field.ts`); what is not said is not there. */
  fields: Readonly<Partial<Record<string, string>>>;
}

/** Longest list of items of a strategy: three hundred actions with their lines. */
export const MOST_ITEMS = 5_000;

/** What an item says in a field, empty when nothing. */
export const saidIn = <Kind extends ItemKind>(item: Item<Kind>, field: FieldOf<Kind>): string =>
  item.fields[field] ?? '';

/** A number of an item; `null` when it is not said. */
export function amountIn<Kind extends ItemKind>(item: Item<Kind>, field: FieldOf<Kind>): number | null {
  const said = saidIn(item, field);
  return said === '' ? null : Number(said);
}

/** A choice of an item; the fallback when none is made. */
export const choiceIn = <Kind extends ItemKind, Choice extends string>(
  item: Item<Kind>,
  field: FieldOf<Kind>,
  among: readonly Choice[],
  fallback: Choice,
): Choice => among.find((one) => one === saidIn(item, field)) ?? fallback;

/** The keys of an item. */
export const keysIn = <Kind extends ItemKind>(item: Item<Kind>, field: FieldOf<Kind>): string[] =>
  saidIn(item, field)
    .split(' ')
    .filter((key) => key !== '');
