import { prioritiesOf, suggestedImpact } from '#lib/domain/strategy/model/priorities.ts';
import { formatNumber } from '#lib/format/number.ts';
import { strategySteps } from '#lib/messages/strategy-steps.ts';
import { stepActions } from '../step-actions.server.ts';
import { itemsOf, openStep } from '../step-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const words = strategySteps.priorities;

/** The gaps by impact and feasibility: the matrix, the order, and the arguments. */
export const load: PageServerLoad = async (event) => {
  const { opened, shown } = await openStep(event, 'priorities');
  const { gaps } = opened.kept.strategy;
  const priorities = prioritiesOf(gaps);
  const rankOf = new Map(priorities.map(({ gap }, at) => [gap.id, at + 1]));
  const score = (value: number | null): string => (value === null ? '–' : formatNumber(value));
  return {
    ...shown,
    rows: priorities.map(({ gap, score: product, quadrant }, at) => ({
      id: gap.id,
      rank: at + 1,
      name: gap.name,
      people: gap.people === null ? '–' : formatNumber(gap.people),
      impact: score(gap.impact),
      feasibility: score(gap.feasibility),
      score: score(product),
      what: quadrant === null ? words.unscored : words.quadrants[quadrant],
    })),
    points: gaps.flatMap(({ id, name, impact, feasibility }) =>
      impact === null || feasibility === null
        ? []
        : [{ rank: rankOf.get(id) ?? 0, name, impact, feasibility }],
    ),
    gaps: itemsOf(opened, 'gap').map((item) => {
      const gap = gaps.find(({ id }) => id === item.id);
      const suggested = gap && gap.impact === null ? suggestedImpact(gap, gaps) : null;
      return { item, suggested: suggested === null ? '' : words.suggested(formatNumber(suggested)) };
    }),
  };
};

export const actions: Actions = stepActions;
