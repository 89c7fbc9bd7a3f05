import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { budgetOf } from '#lib/domain/strategy/model/budget.ts';
import { expectedPeople } from '#lib/domain/strategy/model/expected-people.ts';
import type { Action, Strategy } from '#lib/domain/strategy/model/strategy.ts';
import { formatIsoDate, isoDay } from '#lib/format/date.ts';
import { formatEuros } from '#lib/format/euros.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { strategySteps } from '#lib/messages/strategy-steps.ts';
import { appDatabase } from '#lib/server/app.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { entrustable } from '#lib/server/strategies/entrustable.ts';
import { FORM } from '#lib/strategy/field-names.ts';
import { DEFAULT_SITING_VIEW, sitingAddress } from '#lib/view/siting-view.ts';
import { commentsOn } from '../../comments.server.ts';
import { stepActions } from '../../step-actions.server.ts';
import { itemsOf, openStep } from '../../step-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const words = strategySteps.action;

/** The sheet of an action. */
export const load: PageServerLoad = async (event) => {
  const { opened, data, shown } = await openStep(event);
  const { kept } = opened;
  const action = kept.strategy.actions.find(({ id }) => id === event.params.action);
  const item = itemsOf(opened, 'action').find(({ id }) => id === event.params.action);
  if (!action || !item) error(404, words.gone);
  const budget = budgetOf([action]);
  const { counted } = action;
  return {
    ...shown,
    item,
    mayRemove: shown.root.mayWrite,
    today: isoDay(new Date()),
    ids: { cost: randomUUID(), funding: randomUUID(), indicator: randomUUID(), entry: randomUUID() },
    gaps: kept.strategy.gaps.map(({ id, name }) => ({ value: id, label: name })),
    places: placeChoices(data, kept.strategy, action),
    organisations: await entrustable(appDatabase(), kept.id),
    people: expectedPeople(action),
    counted:
      counted === null
        ? null
        : 'problem' in counted
          ? { problem: counted.problem, elsewhere: '', text: '', sites: [], sources: [] }
          : {
              problem: '',
              elsewhere:
                counted.territory === shown.heading.place
                  ? ''
                  : words.elsewhere(counted.territory, shown.heading.place),
              text: words.counted(
                formatNumber(Math.round(counted.people.gained)),
                formatCount(counted.sites.length, 'site'),
                formatIsoDate(counted.day),
              ),
              sites: counted.sites.map(({ name, hours }) => ({
                name,
                hours: hours === null ? '' : words.hours(formatNumber(hours, 1)),
              })),
              sources: [words.of(counted.territory, counted.question), ...counted.sources],
            },
    siting: sitingAddress({ ...DEFAULT_SITING_VIEW, within: kept.strategy.territory }),
    budget: words.total(formatEuros(budget.total), formatEuros(budget.secured)),
    costs: itemsOf(opened, 'cost', item.id),
    funding: itemsOf(opened, 'funding', item.id),
    indicators: itemsOf(opened, 'indicator', item.id).map((indicator) => ({
      item: indicator,
      newId: randomUUID(),
      measures: itemsOf(opened, 'measure', indicator.id),
    })),
    entries: itemsOf(opened, 'entry', item.id),
    comments: await commentsOn(opened, [item.id], event.url.pathname),
  };
};

/** The places of the actors of a strategy, and those that the action names already, by name. */
function placeChoices(data: Snapshot, { actors }: Strategy, { places }: Action) {
  const wanted = new Set([...places, ...actors.flatMap((actor) => actor.places)]);
  return data.places
    .filter(({ id }) => wanted.has(id))
    .map(({ id, name, town }) => ({ value: id, label: `${name}, ${town}` }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
}

export const actions: Actions = {
  ...stepActions,
  /** Who takes the action itself out goes back to the others. */
  remove: async (event) => {
    const copy = event.request.clone();
    const done = await stepActions.remove(event);
    const { id, action } = event.params;
    if ('done' in done && (await copy.formData()).get(FORM.item) === action)
      redirect(303, `/strategies/${id}/actions`);
    return done;
  },
};
