import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { mayWrite } from '#lib/domain/strategy/access/may-write.ts';
import type { Step } from '#lib/domain/strategy/model/steps.ts';
import type { ItemKind } from '#lib/domain/strategy/record/item-kind.ts';
import type { Item } from '#lib/domain/strategy/record/item.ts';
import { currentData } from '#lib/server/app.ts';
import { openStrategy, type OpenedStrategy } from '#lib/server/strategy-guard.ts';
import { headingOf } from './heading.server.ts';
import { missingWords } from './missing-words.server.ts';

/** An item as a form shows it. */
export interface ShownItem extends Pick<Item, 'id' | 'kind' | 'under' | 'fields'> {
  mayWrite: boolean;
}

/** What every step of a strategy begins with. */
export async function openStep(
  event: Parameters<typeof openStrategy>[0] & Pick<RequestEvent, 'url'>,
  step: Step | null = null,
) {
  const opened = await openStrategy(event);
  const data = await currentData();
  const root = opened.kept.items.find(({ kind }) => kind === 'strategy') as Item;
  return {
    opened,
    data,
    shown: {
      // The state of the diagnosis matters to its own step, which says it itself.
      heading: headingOf(
        opened,
        data,
        step === null ? '' : missingWords(opened.kept.strategy, step, 'current'),
      ),
      root: shownItem(opened, root),
      /** For what the page may add: a form each. */
      newId: randomUUID(),
    },
  };
}

/** Items of a kind, in order, and whether who reads may write each. */
export const itemsOf = (opened: OpenedStrategy, kind: ItemKind, under?: string): ShownItem[] =>
  opened.kept.items
    .filter((item) => item.kind === kind && (under === undefined || item.under === under))
    .map((item) => shownItem(opened, item));

export const shownItem = ({ kept, writer }: OpenedStrategy, item: Item): ShownItem => ({
  id: item.id,
  kind: item.kind,
  under: item.under,
  fields: item.fields,
  mayWrite: mayWrite(writer, item, kept.items),
});
