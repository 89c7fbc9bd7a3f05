import { fail } from '@sveltejs/kit';
import { mayRemove, mayWrite, type Writer } from '#lib/domain/strategy/access/may-write.ts';
import { reaches } from '#lib/domain/strategy/access/standing.ts';
import { formatDateTime } from '#lib/format/date.ts';
import { formatNumber } from '#lib/format/number.ts';
import { strategyHistory as words } from '#lib/messages/strategy-history.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { readEveryItem, withUnder, type KeptItem } from '#lib/server/strategies/every-item.ts';
import { asideSince, readHistory, writersOf } from '#lib/server/strategies/history.ts';
import { organisationNames } from '#lib/server/strategies/organisation-names.ts';
import { restoreItem, undoBatch, type MayUndo, type UndoOutcome } from '#lib/server/strategies/undo.ts';
import { openStrategy, type OpenedStrategy } from '#lib/server/strategy-guard.ts';
import { fieldWords } from '#lib/strategy/field-words.ts';
import { itemWords, wordsOfItem } from '#lib/strategy/item-words.ts';
import { valueWords } from '#lib/strategy/value-words.ts';
import { headingOf } from '../heading.server.ts';
import { askStep } from '../step-actions.server.ts';
import { namesIn, organisationsIn, shownBatch } from './shown-history.server.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE_SIZE = 20;

/** Kinds that the filter offers: their lines come with them. */
const OFFERED: ReadonlySet<string> = new Set(['strategy', 'actor', 'gap', 'action', 'body', 'passage']);

const mayOf = (writer: Writer): MayUndo => ({
  write: (...of) => mayWrite(writer, ...of),
  remove: (...of) => mayRemove(writer, ...of),
});

const mapOf = (items: readonly KeptItem[]): Map<string, KeptItem> =>
  new Map(items.map((item) => [item.id, item]));

/** All that was changed, by thing and by person. */
export const load: PageServerLoad = async (event) => {
  const opened = await openStrategy(event);
  const [database, data] = [appDatabase(), await currentData()];
  const { id } = opened.kept;
  const everything = await readEveryItem(database.query, id);
  const items = mapOf(everything);
  const people = opened.guest === null;
  const writers = people ? await writersOf(database, id) : [];
  const { searchParams } = event.url;
  const item = items.has(searchParams.get('element') ?? '') ? searchParams.get('element') : null;
  const person = writers.find(({ account }) => account === searchParams.get('personne')) ?? null;
  const asked = Number(searchParams.get('p') ?? 1);
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 1_000_000 ? asked : 1;
  const { batches, total } = await readHistory(database, id, {
    items: item === null ? null : withUnder(item, everything),
    account: person?.account ?? null,
    from: (page - 1) * PAGE_SIZE,
    most: PAGE_SIZE,
  });
  const changes = batches.flatMap((batch) => batch.changes);
  const organisations = await organisationNames(database, organisationsIn(changes, items));
  const told = { items, names: namesIn(data, items, organisations), people };
  return {
    heading: headingOf(opened, data),
    item: item ?? '',
    person: person?.account ?? '',
    page,
    pageSize: PAGE_SIZE,
    total,
    mayUndo: reaches(opened.writer.standing, 'contributor'),
    batches: batches.map((batch) => shownBatch(batch, told)),
    offered: everything
      .filter(({ kind }) => OFFERED.has(kind))
      .map((one) => ({ value: one.id, label: itemWords(one, items) })),
    writers: writers.map(({ account, name }) => ({ value: account, label: name })),
    aside: await asideOf(opened, everything, people),
    isGuest: !people,
  };
};

/** What was set aside and may be put back, the first ones of what hangs together. */
async function asideOf({ kept, writer }: OpenedStrategy, everything: KeptItem[], people: boolean) {
  const items = mapOf(everything);
  const aside = everything.filter((one) => one.aside);
  const since = await asideSince(
    appDatabase(),
    kept.id,
    aside.map(({ id }) => id),
  );
  return aside.map((one) => {
    const when = since.get(one.id);
    return {
      id: one.id,
      thing: itemWords(one, items),
      since: when ? words.aside.since(formatDateTime(when.at), people ? when.by : '') : '',
      may: mayRemove(writer, one, everything),
    };
  });
}

/** What was not undone, in words. */
async function leftOf(opened: OpenedStrategy, outcomes: readonly UndoOutcome[]) {
  const [database, data] = [appDatabase(), await currentData()];
  const items = mapOf(await readEveryItem(database.query, opened.kept.id));
  const left = outcomes.filter(({ became }) => became !== 'undone');
  const spoken = left.map((one) => {
    const value = one.became === 'conflict' ? one.value : '';
    return { item: one.item, act: 'set', field: one.field, before: value, after: value };
  });
  const names = namesIn(data, items, await organisationNames(database, organisationsIn(spoken, items)));
  return left.map((one) => {
    const kind = items.get(one.item)?.kind;
    const thing = wordsOfItem(one.item, items);
    const label = kind && one.field !== null ? fieldWords(kind, one.field).label : '';
    const value =
      one.became === 'conflict' && kind && one.field !== null
        ? valueWords(kind, one.field, one.value, names)
        : '';
    return {
      what: label === '' ? thing : `${thing}, ${label}`,
      why:
        one.became === 'conflict'
          ? words.outcomes.conflict(one.by, formatDateTime(one.at))
          : one.became === 'undone'
            ? ''
            : words.outcomes[one.became],
      stands: value === '' ? '' : words.stands(value),
    };
  });
}

export const actions: Actions = {
  undo: async (event) => {
    const form = await event.request.formData();
    const opened = await askStep(event, form);
    if (!('kept' in opened)) return opened;
    const batch = String(form.get('lot') ?? '');
    const undone = await undoBatch(appDatabase(), opened.hand, opened.kept.id, batch, mayOf(opened.writer));
    if (!undone) return fail(404, { problem: words.unknownBatch });
    const count = undone.outcomes.filter(({ became }) => became === 'undone').length;
    return {
      done: count > 0 ? words.undone(formatNumber(count)) : words.nothingUndone,
      left: await leftOf(opened, undone.outcomes),
    };
  },
  restore: async (event) => {
    const form = await event.request.formData();
    const opened = await askStep(event, form);
    if (!('kept' in opened)) return opened;
    const item = String(form.get('element') ?? '');
    const { hand, kept, writer } = opened;
    const batch = await restoreItem(appDatabase(), hand, kept.id, item, mayOf(writer));
    return batch === null
      ? fail(409, { problem: words.aside.not })
      : { done: words.aside.restored, left: [] };
  },
};
