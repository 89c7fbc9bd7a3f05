import { budgetOf, fundersOf } from '#lib/domain/strategy/model/budget.ts';
import { FUNDING_STATUSES } from '#lib/domain/strategy/record/item-kind.ts';
import { formatEuros } from '#lib/format/euros.ts';
import { formatNumber } from '#lib/format/number.ts';
import { strategySteps } from '#lib/messages/strategy-steps.ts';
import { choiceWords } from '#lib/strategy/field-words.ts';
import { stepActions } from '../step-actions.server.ts';
import { openStep } from '../step-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const words = strategySteps.budget;

/** What the actions cost and who pays, added up from their sheets; those that were dropped left out. */
export const load: PageServerLoad = async (event) => {
  const { opened, shown } = await openStep(event, 'budget');
  const { strategy } = opened.kept;
  const actions = strategy.actions.filter(({ status }) => status !== 'dropped');
  const budget = budgetOf(actions);
  const left = strategy.envelope === null ? null : strategy.envelope - budget.total;
  const isEmpty = actions.every(({ costs, funding }) => costs.length === 0 && funding.length === 0);
  return {
    ...shown,
    isEmpty,
    years: [
      ...budget.years.map((year, at) =>
        yearRow(year === null ? words.noYear : String(year), budget.costs[at] ?? 0, budget.funded[at] ?? 0),
      ),
      yearRow(words.total, budget.total, sum(budget.funded)),
    ],
    statuses: FUNDING_STATUSES.filter((status) => budget.byStatus[status] > 0).map((status) => ({
      status: choiceWords('funding', 'status', status),
      amount: formatEuros(budget.byStatus[status]),
    })),
    funders: fundersOf(actions).map(({ funder, total, secured, actions: of }) => ({
      funder: funder || words.noFunder,
      total: formatEuros(total),
      secured: formatEuros(secured),
      actions: formatNumber(of.length),
    })),
    remarks: [
      budget.unsaid > 0 ? words.unsaid(formatNumber(budget.unsaid)) : '',
      budget.unfunded > 0 ? words.unfunded(formatEuros(budget.unfunded)) : '',
      left === null ? '' : left >= 0 ? words.envelope(formatEuros(left)) : words.over(formatEuros(-left)),
    ].filter(Boolean),
  };
};

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

const yearRow = (year: string, costs: number, funded: number) => ({
  year,
  costs: formatEuros(costs),
  funded: formatEuros(funded),
  rest: formatEuros(Math.max(0, costs - funded)),
});

export const actions: Actions = stepActions;
