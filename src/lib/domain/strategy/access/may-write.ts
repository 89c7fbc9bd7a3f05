import type { Item } from '../record/item.ts';
import { reaches, type Standing } from './standing.ts';

/** Who writes a strategy. */
export interface Writer {
  standing: Standing;
  /** Identifier of the organisation that they write for; `null` without accounts. */
  organisation: string | null;
}

/** Fields of an action that stay with those who write the whole strategy: whose it is, and what it says of how it is chosen. */
const KEPT: ReadonlySet<string> = new Set(['entrusted', 'gaps']);

/** Whether somebody may change a field of an item: a contributor, those of the actions entrusted to their organisation. */
export function mayWrite(writer: Writer, item: Item, items: readonly Item[], field?: string): boolean {
  if (reaches(writer.standing, 'editor')) return true;
  if (!reaches(writer.standing, 'contributor') || writer.organisation === null) return false;
  const action = actionOver(item, items);
  if (action?.fields.entrusted !== writer.organisation) return false;
  return item !== action || field === undefined || !KEPT.has(field);
}

/** Whether somebody may take an item out: an action, only those who write the whole strategy. */
export const mayRemove = (writer: Writer, item: Item, items: readonly Item[]): boolean =>
  item.kind === 'action' ? reaches(writer.standing, 'editor') : mayWrite(writer, item, items);

/** The action that an item is, or stands under. */
function actionOver(item: Item, items: readonly Item[]): Item | undefined {
  if (item.kind === 'action') return item;
  const above = items.find(({ id }) => id === item.under);
  return above && actionOver(above, items);
}
