import type { IndicatorLine } from '#lib/domain/strategy/portfolio/before-after.ts';
import { beforeAfterOf } from '#lib/domain/strategy/portfolio/before-after.ts';
import { formatIsoDate } from '#lib/format/date.ts';
import { formatKnownSum } from '#lib/format/known-sum.ts';
import { formatNumber, formatPercent } from '#lib/format/number.ts';
import { portefeuille } from '#lib/messages/portefeuille.ts';
import type { AskedPortfolio } from './asked-portfolio.server.ts';

const words = portefeuille.change;

/** Before and after, of the strategies of the territory asked for. */
export function changesOf({ ofTerritory }: AskedPortfolio) {
  const read = ofTerritory.map(({ id, strategy }) => ({ id, strategy, ...beforeAfterOf(strategy) }));
  const nameOf = (name: string): string => name || portefeuille.untitled;
  return {
    gaps: read.map(({ id, strategy, gaps }) => ({
      key: id,
      href: `/strategies/${id}/ecarts`,
      name: strategy.name || portefeuille.untitledStrategy,
      answered: gaps.answered.length,
      answeredPeople: peopleCell(gaps.answered.length, gaps.answeredPeople),
      left: gaps.left.length,
      leftPeople: peopleCell(gaps.left.length, gaps.leftPeople),
    })),
    reach: read.flatMap(({ id, reach }) =>
      reach.map(({ action, question, day, all, before, after }) => ({
        key: action.id,
        href: `/strategies/${id}/actions/${action.id}`,
        name: nameOf(action.name),
        question: words.day(question, formatIsoDate(day)),
        all,
        before,
        after,
        gained: after - before,
      })),
    ),
    indicators: read.flatMap(({ id, indicators }) =>
      indicators.map((line) => ({
        key: line.indicator.id,
        href: `/strategies/${id}/actions/${line.action.id}`,
        action: nameOf(line.action.name),
        ...indicatorRow(line),
      })),
    ),
  };
}

const peopleCell = (gaps: number, people: { sum: number | null; unsaid: number }) => ({
  value: gaps === 0 ? null : people.sum,
  text: gaps === 0 ? '–' : formatKnownSum(people, formatNumber, words.gapCounts),
});

function indicatorRow({ indicator, progress: { last, share, state } }: IndicatorLine) {
  const valueText = (value: number | null, day: string): string =>
    value === null
      ? portefeuille.unsaid
      : words.value(formatValue(value), indicator.unit, day === '' ? '' : formatIsoDate(day));
  return {
    indicator: indicator.name,
    baseline: valueText(indicator.baseline, indicator.baselineDay),
    last: last ? valueText(last.value, last.day) : words.states.unmeasured,
    target: valueText(indicator.target, indicator.targetDay),
    state:
      share !== null && state === 'going'
        ? words.share(words.states[state], formatPercent(100 * share))
        : words.states[state],
  };
}

/** As many decimals as the value has, three at most. */
const formatValue = (value: number): string =>
  formatNumber(value, [0, 1, 2].find((decimals) => Number(value.toFixed(decimals)) === value) ?? 3);
