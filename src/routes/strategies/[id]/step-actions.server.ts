import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { mayRemove, mayWrite } from '#lib/domain/strategy/access/may-write.ts';
import type { Standing } from '#lib/domain/strategy/access/standing.ts';
import type { FieldFault } from '#lib/domain/strategy/record/field-kind.ts';
import { fieldKind, itemKindNamed } from '#lib/domain/strategy/record/item-kind.ts';
import type { Item } from '#lib/domain/strategy/record/item.ts';
import { typingForm } from '#lib/domain/strategy/record/typing-form.ts';
import { formatDateTime, isoDay } from '#lib/format/date.ts';
import { formatNumber } from '#lib/format/number.ts';
import { saving as words } from '#lib/messages/strategy-saving.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { signInWithin } from '#lib/server/sign-in-within.ts';
import { countScenario } from '#lib/server/siting/counted-scenario.ts';
import { changeFields, type FieldOutcome } from '#lib/server/strategies/change-fields.ts';
import { addItem, removeItem, type Added } from '#lib/server/strategies/items.ts';
import { setCounted } from '#lib/server/strategies/set-counted.ts';
import { askStrategy, type OpenedStrategy } from '#lib/server/strategy-guard.ts';
import { undoBatch } from '#lib/server/strategies/undo.ts';
import { FORM, readChanges, readNew } from '#lib/strategy/field-names.ts';
import type { ShownOutcome } from '#lib/strategy/shown-outcome.ts';

type Event = RequestEvent<{ id: string }>;

/** More fields than any page has. */
const MOST_CHANGES = 500;

/** What a page of a strategy may be asked to do: save fields, add something, take something out, undo. */
export const stepActions = {
  save: async (event: Event) => {
    const form = await event.request.formData();
    const changes = readChanges(form).slice(0, MOST_CHANGES);
    const asked = await askStep(event, form);
    if (!('kept' in asked)) return asked;
    const { hand, writer, kept } = asked;
    const { outcomes, batch } = await changeFields(
      appDatabase(),
      hand,
      kept.id,
      changes,
      (item, items, field) => mayWrite(writer, item, items, field),
    );
    const shown = outcomes.map((outcome, at) =>
      shownOutcome(outcome, changes[at]?.now ?? '', (value) => typed(kept.items, outcome, value)),
    );
    await countAgain(asked, outcomes);
    return { outcomes: shown, batch };
  },
  add: async (event: Event) => {
    const form = await event.request.formData();
    const asked = await askStep(event, form);
    if (!('kept' in asked)) return asked;
    const { hand, writer, kept } = asked;
    const kind = itemKindNamed(form.get(FORM.kind));
    const fields = readNew(form);
    const refused = (problem: string) => fail(422, { problem, typed: fields, added: kind });
    if (!kind) return refused(words.add.refused);
    const under = String(form.get(FORM.under) ?? '');
    const item = { id: String(form.get(FORM.item) ?? ''), kind, under, fields };
    const done = await addItem(appDatabase(), hand, kept.id, item, (above, items) =>
      mayWrite(writer, above, items),
    );
    return answerTo(done, { typed: fields, added: kind }) ?? { added: item.id };
  },
  remove: async (event: Event) => {
    const form = await event.request.formData();
    const asked = await askStep(event, form);
    if (!('kept' in asked)) return asked;
    const { hand, writer, kept } = asked;
    const batch = await removeItem(
      appDatabase(),
      hand,
      kept.id,
      String(form.get(FORM.item) ?? ''),
      (item, items) => mayRemove(writer, item, items),
    );
    return batch === null ? fail(409, { problem: words.removedNot }) : { done: words.removed, batch };
  },
  undo: async (event: Event) => {
    const form = await event.request.formData();
    const asked = await askStep(event, form);
    if (!('kept' in asked)) return asked;
    const { hand, writer, kept } = asked;
    const done = await undoBatch(appDatabase(), hand, kept.id, String(form.get(FORM.batch) ?? ''), {
      write: (...of) => mayWrite(writer, ...of),
      remove: (...of) => mayRemove(writer, ...of),
    });
    const isUndone = done?.outcomes.every(({ became }) => became === 'undone' || became === 'same');
    return isUndone ? { done: words.undone } : fail(409, { problem: words.undoneNot });
  },
};

/**
 * The strategy, for who may do so much with it. Whose session, or link, has ended is told: the page keeps what was
 * typed, and without scripts what was typed comes back with a password to give.
 */
export async function askStep(
  event: Event,
  form: FormData,
  least: Standing = 'contributor',
): Promise<OpenedStrategy | ReturnType<typeof fail<{ problem: string; signIn: boolean }>>> {
  const unsigned = await signInWithin(event, form);
  const asked = await askStrategy(event, least);
  if ('kept' in asked) return asked;
  const status = asked.status === 303 ? 401 : asked.status;
  const problem = unsigned ?? asked.problem;
  const byScript = event.request.headers.get('x-sveltekit-action') === 'true';
  if ((status === 401 || status === 410) && !byScript)
    error(status, { message: problem, typed: typedIn(form) });
  return fail(status, { problem, signIn: status === 401 });
}

/** Counts the scenarios that were changed. */
async function countAgain({ kept, hand }: OpenedStrategy, outcomes: readonly FieldOutcome[]): Promise<void> {
  for (const outcome of outcomes) {
    if (outcome.field !== 'scenario' || outcome.became !== 'saved') continue;
    const counted =
      outcome.value === ''
        ? null
        : await countScenario(await currentData(), appDatabase(), outcome.value, isoDay(new Date()));
    await setCounted(appDatabase(), hand, kept.id, outcome.item, counted);
  }
}

/** Why something was not added, with what the form keeps; `null` when it is there. */
export function answerTo(added: Added, kept: object = {}) {
  if (added.became === 'added' || added.became === 'twice') return null;
  const problem = added.became === 'fault' ? faultText(added.fault) : words.add[added.became];
  return fail(422, { ...kept, problem });
}

/** Everything of a form but its password, to be sent once more. */
const typedIn = (form: FormData): [string, string][] =>
  [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !name.startsWith('compte-') ? [[name, value]] : [],
  );

/** Why a text is not a value of its field, in French. */
export function faultText(fault: FieldFault): string {
  const { faults } = words;
  if (fault.fault === 'long') return faults.long(formatNumber(fault.most));
  if (fault.fault === 'range') return faults.range(formatNumber(fault.least), formatNumber(fault.most));
  return faults[fault.fault];
}

/** A value in the form that people type. */
function typed(items: readonly Item[], { item: id, field }: FieldOutcome, value: string): string {
  const item = items.find((one) => one.id === id);
  const kind = item && fieldKind(item.kind, field);
  return kind ? typingForm(kind, value) : value;
}

function shownOutcome(
  outcome: FieldOutcome,
  typed: string,
  typingOf: (value: string) => string,
): ShownOutcome {
  const { item, field } = outcome;
  const named = { item, field, typed };
  switch (outcome.became) {
    case 'saved':
    case 'same':
      return { ...named, became: 'saved', value: typingOf(outcome.value), problem: '' };
    case 'conflict':
      return {
        ...named,
        became: 'conflict',
        value: typingOf(outcome.value),
        problem: words.conflict(outcome.by, formatDateTime(outcome.at)),
      };
    case 'fault':
      return { ...named, became: 'fault', value: null, problem: faultText(outcome.fault) };
    case 'gone':
      return { ...named, became: 'refused', value: null, problem: words.gone };
    case 'refused':
      return { ...named, became: 'refused', value: null, problem: words.refused };
  }
}
