import { ACTION_STATUSES } from '../record/item-kind.ts';
import { budgetOf } from '../model/budget.ts';
import { expectedPeople } from '../model/expected-people.ts';
import { actionSheet, calendarOf } from './action-sheet.ts';
import { orNull, ownPassage, tableOf, tallied } from './blocks.ts';
import type { Block, Passage } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** How many actions, how far they are, and how many people they expect. */
export function actionsPassage(input: ReportInput, key: string): Passage[] {
  const { strategy, voice } = input;
  const { actions } = strategy;
  if (actions.length === 0) return [];
  const byStatus = ACTION_STATUSES.map((status) => {
    const count = actions.filter((action) => action.status === status).length;
    return [count, `${voice.number(count)} « ${voice.labels.status[status]} »`] as const;
  });
  const expected = actions
    .filter(({ status }) => status !== 'dropped')
    .map(expectedPeople)
    .filter((people) => people !== null);
  const total = expected.reduce((sum, people) => sum + people, 0);
  const more =
    expected.length === 0
      ? ''
      : ` Celles dont le nombre de personnes est estimé (${voice.number(expected.length)}) en attendent ${voice.number(total)} en tout ; une même personne peut être comptée par deux actions.`;
  return [
    ownPassage(
      input,
      key,
      `La stratégie compte ${voice.count(actions.length, 'action')} : ${tallied(byStatus)}.${more}`,
    ),
  ];
}

/** Actions at a glance, where they open sites, then a sheet each. */
export function actionsBlocks(input: ReportInput): Block[] {
  const { strategy, voice, hasSites } = input;
  const { actions } = strategy;
  return [
    ...actionsPassage(input, 'actions.nombre'),
    ...tableOf(
      input,
      'actions',
      [
        ['number', 'number'],
        ['name'],
        ['status'],
        ['lead'],
        ['calendar'],
        ['expected', 'number'],
        ['cost', 'number', '€'],
        ['funded', 'number', '€'],
      ],
      actions.map((action, at) => {
        const { costs, funding } = action;
        const budget = budgetOf([action]);
        return [
          at + 1,
          action.name || voice.untitled,
          voice.labels.status[action.status],
          orNull(action.lead),
          orNull(calendarOf(action, voice)),
          expectedPeople(action),
          costs.some(({ amount }) => amount !== null) ? budget.total : null,
          funding.some(({ amount }) => amount !== null)
            ? budget.funded.reduce((sum, amount) => sum + amount, 0)
            : null,
        ];
      }),
    ),
    ...(hasSites ? [{ is: 'map' as const, name: 'sites' }] : []),
    ...actions.flatMap((action, at) => actionSheet(input, action, at + 1)),
  ];
}
