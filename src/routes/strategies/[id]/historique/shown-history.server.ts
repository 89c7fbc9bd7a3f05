import { aroundChanges, diffWords, type DiffRun } from '#lib/domain/strategy/record/word-diff.ts';
import { ORGANISATION_FIELDS } from '#lib/domain/strategy/file/strategy-file.ts';
import { formatDateTime } from '#lib/format/date.ts';
import { formatNumber } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { strategyHistory as words } from '#lib/messages/strategy-history.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { KeptItem } from '#lib/server/strategies/every-item.ts';
import type { HistoryBatch, HistoryChange } from '#lib/server/strategies/history.ts';
import { fieldWords } from '#lib/strategy/field-words.ts';
import { wordsOfItem } from '#lib/strategy/item-words.ts';
import { valueWords, type Names } from '#lib/strategy/value-words.ts';

/** One change as it is read. */
export interface ShownChange {
  thing: string;
  act: string;
  /** Empty for a thing that was added, set aside or put back. */
  field: string;
  runs: DiffRun[];
}

/** What was changed at once, as it is read. */
export interface ShownBatch {
  batch: string;
  at: string;
  who: string;
  changes: ShownChange[];
  /** Empty where all are shown. */
  more: string;
  /** Whether it made the strategy itself, which is not undone but set aside. */
  isStart: boolean;
}

/** What is needed to say a change in words. */
export interface Told {
  items: ReadonlyMap<string, KeptItem>;
  names: Names;
  /** Whether people are named: not to who comes by a link. */
  people: boolean;
}

/** The identifiers of organisations that changes speak of. */
export const organisationsIn = (changes: readonly HistoryChange[], items: Told['items']): string[] =>
  changes
    .filter(
      ({ item, field }) =>
        field !== null && ORGANISATION_FIELDS[items.get(item)?.kind ?? 'strategy']?.includes(field),
    )
    .flatMap(({ before, after }) => [before ?? '', after ?? ''])
    .filter((id) => id !== '');

/** How identifiers are called. */
export const namesIn = (
  data: Snapshot,
  items: Told['items'],
  organisations: ReadonlyMap<string, string>,
): Names => ({
  commune: (code) => data.territories.bySlug(code)?.name ?? null,
  territory: (slug) => {
    const territory = data.territories.bySlug(slug);
    return territory ? formatName(territory) : null;
  },
  organisation: (id) => organisations.get(id) ?? null,
  item: (id) => (items.has(id) ? wordsOfItem(id, items) : null),
});

/** Who wrote, in words. */
export function whoWrote(
  { name, organisation }: { name: string | null; organisation: string | null },
  people: boolean,
): string {
  const said = [people ? name : null, organisation].filter((one) => one !== null);
  return said.length > 0 ? said.join(', ') : words.nobody;
}

/** A batch in words. */
export function shownBatch(batch: HistoryBatch, told: Told): ShownBatch {
  const added = new Set(batch.changes.filter(({ act }) => act === 'add').map(({ item }) => item));
  const left = batch.total - batch.changes.length;
  return {
    batch: batch.batch,
    at: formatDateTime(batch.at),
    who: whoWrote(batch, told.people),
    changes: batch.changes
      // What says nothing yet of a new thing.
      .filter(({ act, item, after }) => !(act === 'set' && added.has(item) && after === ''))
      .map((change) => shownChange(change, told)),
    more: left > 0 ? words.more(formatNumber(left)) : '',
    isStart: batch.changes.some(({ act, after }) => act === 'add' && after === 'strategy'),
  };
}

function shownChange(
  { item, act, field, before, after }: HistoryChange,
  { items, names }: Told,
): ShownChange {
  const kind = items.get(item)?.kind;
  const thing = wordsOfItem(item, items);
  if (field === null || !kind) return { thing, act: words.acts[act] ?? act, field: '', runs: [] };
  const [was, is] = [before ?? '', after ?? ''].map((value) => valueWords(kind, field, value, names));
  return {
    thing,
    act: words.acts[act] ?? act,
    field: fieldWords(kind, field).label,
    runs: aroundChanges(diffWords(was ?? '', is ?? '')),
  };
}
