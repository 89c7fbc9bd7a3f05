import type { Strategy } from '#lib/domain/strategy/model/strategy.ts';
import { groupByFunder, unfundedOf } from '#lib/domain/strategy/plan/by-funder.ts';
import { formatEuros } from '#lib/format/euros.ts';
import { formatKnownSum } from '#lib/format/known-sum.ts';
import { strategyChoices } from '#lib/messages/strategy-fields.ts';
import { vuesActions } from '#lib/messages/vues-actions.ts';

const words = vuesActions.funders;

/** The lines of funding of a strategy by funder, and what nobody funds. Dropped actions ask for nothing more. */
export function funderGroups({ actions }: Strategy) {
  const left = unfundedOf(actions.filter(({ status }) => status !== 'dropped'));
  const known = left.filter(({ amount }) => amount !== null);
  return {
    groups: groupByFunder(actions).map(({ funder, lines, total, secured }) => ({
      funder: funder || words.unnamed,
      sum: words.sum(
        formatKnownSum(total, formatEuros, vuesActions.amounts),
        formatKnownSum(secured, formatEuros, vuesActions.amounts),
      ),
      lines: lines.map(({ id, action, year, amount, status }) => ({
        id,
        action: action.id,
        name: action.name || vuesActions.untitled,
        year: year === null ? words.noYear : String(year),
        yearSort: year,
        amount,
        amountText: amount === null ? vuesActions.unsaid : formatEuros(amount),
        status: strategyChoices.funding.status[status],
      })),
    })),
    unfunded: left.map(({ id, name, amount }) => ({
      id,
      name: name || vuesActions.untitled,
      amount,
      text: amount === null ? words.noCost : formatEuros(amount),
    })),
    whole:
      known.length > 0
        ? words.whole(formatEuros(known.reduce((sum, { amount }) => sum + (amount ?? 0), 0)))
        : words.covered,
  };
}
