import { randomUUID } from 'node:crypto';
import { progressOf } from '#lib/domain/strategy/model/progress.ts';
import { formatIsoDate, isoDay } from '#lib/format/date.ts';
import { formatNumber, formatPercent } from '#lib/format/number.ts';
import { strategySteps } from '#lib/messages/strategy-steps.ts';
import { stepActions } from '../step-actions.server.ts';
import { openStep, shownItem } from '../step-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const words = strategySteps.followUp;

/** The indicators of every action, against their targets. */
export const load: PageServerLoad = async (event) => {
  const { opened, shown } = await openStep(event, 'followUp');
  const { strategy, items } = opened.kept;
  const said = (value: number | null, day: string): string =>
    value === null
      ? '–'
      : day === ''
        ? formatNumber(value, 1)
        : words.on(formatNumber(value, 1), formatIsoDate(day));
  return {
    ...shown,
    today: isoDay(new Date()),
    indicators: strategy.actions
      .filter(({ status }) => status !== 'dropped')
      .flatMap((action) =>
        action.indicators.map((indicator) => {
          const { last, share, state } = progressOf(indicator);
          const item = items.find(({ id }) => id === indicator.id);
          return {
            id: indicator.id,
            newId: randomUUID(),
            mayWrite: item !== undefined && shownItem(opened, item).mayWrite,
            action: action.name,
            href: `/strategies/${opened.kept.id}/actions/${action.id}`,
            name: [indicator.name, indicator.unit && `(${indicator.unit})`].filter(Boolean).join(' '),
            baseline: said(indicator.baseline, indicator.baselineDay),
            target: said(indicator.target, indicator.targetDay),
            last: last ? said(last.value, last.day) : '–',
            state: [words.states[state], share === null ? '' : words.share(formatPercent(100 * share))]
              .filter(Boolean)
              .join(', '),
          };
        }),
      ),
  };
};

export const actions: Actions = stepActions;
