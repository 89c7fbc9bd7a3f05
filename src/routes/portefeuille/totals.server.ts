import type { KnownSum } from '#lib/domain/strategy/plan/known-sum.ts';
import type { PortfolioTotals } from '#lib/domain/strategy/portfolio/totals.ts';
import { formatEuros } from '#lib/format/euros.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { portefeuille } from '#lib/messages/portefeuille.ts';

const words = portefeuille.totals;

/** The figures at the head of the portfolio, what is not said beside each. */
export function totalFacts({ actions, money, cost, places, hours, uncounted, people }: PortfolioTotals) {
  const known = (
    label: string,
    { sum, unsaid }: KnownSum,
    format: (value: number) => string,
    [one, many]: readonly [string, string],
    note: string,
  ) => ({
    label,
    text: sum === null ? portefeuille.unsaid : format(sum),
    note: unsaid === 0 ? note : `${note} ; ${words.notes.unsaid(formatCount(unsaid, one, many))}`,
  });
  const euros = (label: string, sum: KnownSum, note: string) =>
    known(label, sum, formatEuros, portefeuille.amounts, note);
  return [
    euros(words.asked, money.asked, words.notes.money),
    euros(words.granted, money.granted, words.notes.money),
    euros(words.paid, money.paid, words.notes.money),
    euros(words.cost, cost, words.notes.cost),
    { label: words.actions, text: formatNumber(actions), note: words.notes.actions },
    {
      label: words.places,
      text: places === null ? portefeuille.unsaid : formatNumber(places),
      note: uncounted === 0 ? words.notes.allPlaces : words.notes.places(formatCount(uncounted, 'action')),
    },
    known(words.hours, hours, formatHours, portefeuille.sites, words.notes.hours),
    known(words.people, people, formatNumber, portefeuille.counts, words.notes.people),
  ];
}

/** Hours, a half where there is one. */
export const formatHours = (hours: number): string => formatNumber(hours, Number.isInteger(hours) ? 0 : 1);
