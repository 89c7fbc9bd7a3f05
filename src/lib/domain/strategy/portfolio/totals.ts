import { FUNDING_STATUSES } from '../record/item-kind.ts';
import { expectedPeople } from '../model/expected-people.ts';
import type { Action, FundingStatus } from '../model/strategy.ts';
import { countedNow } from '../plan/counted-now.ts';
import { sumKnown, type KnownSum } from '../plan/known-sum.ts';

/** What some actions take, bring and open. */
export interface PortfolioTotals {
  actions: number;
  /** Euros of the lines of each status. */
  money: Record<FundingStatus, KnownSum>;
  /** Euros that the actions take, of the lines that say so. */
  cost: KnownSum;
  /** Sites of the scenarios that were counted; `null` when there are actions and no scenario of any was. */
  places: number | null;
  /** Hours of help a week of these sites. */
  hours: KnownSum;
  /** Actions without a scenario that was counted: the places are short of theirs. */
  uncounted: number;
  /** People expected by each action, added up: who is expected by two is counted twice. */
  people: KnownSum;
}

/** Adds up some actions. */
export function totalsOf(actions: readonly Action[]): PortfolioTotals {
  const funding = actions.flatMap((action) => action.funding);
  const counted = actions.flatMap((action) => countedNow(action) ?? []);
  const sites = counted.flatMap((one) => one.sites);
  return {
    actions: actions.length,
    money: Object.fromEntries(
      FUNDING_STATUSES.map((status) => [
        status,
        sumKnown(funding.filter((line) => line.status === status).map(({ amount }) => amount)),
      ]),
    ) as PortfolioTotals['money'],
    cost: sumKnown(actions.flatMap(({ costs }) => costs.map(({ amount }) => amount))),
    places: actions.length > 0 && counted.length === 0 ? null : sites.length,
    hours:
      actions.length > 0 && counted.length === 0
        ? { sum: null, unsaid: 0 }
        : sumKnown(sites.map(({ hours }) => hours)),
    uncounted: actions.length - counted.length,
    people: sumKnown(actions.map(expectedPeople)),
  };
}
