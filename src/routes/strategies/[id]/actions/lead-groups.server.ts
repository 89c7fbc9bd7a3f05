import { expectedPeople } from '#lib/domain/strategy/model/expected-people.ts';
import type { Action, Strategy } from '#lib/domain/strategy/model/strategy.ts';
import { costOf, groupByLead } from '#lib/domain/strategy/plan/by-lead.ts';
import { formatEuros } from '#lib/format/euros.ts';
import { formatKnownSum } from '#lib/format/known-sum.ts';
import { formatMonths } from '#lib/format/month.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { strategyChoices } from '#lib/messages/strategy-fields.ts';
import { vuesActions } from '#lib/messages/vues-actions.ts';

const words = vuesActions.leads;

/** Names the lead of an action: as it is written, else the organisation that it is entrusted to. */
export const leadNames =
  (names: ReadonlyMap<string, string>) =>
  ({ lead, entrusted }: Action): string => {
    if (lead !== '') return lead;
    const name = names.get(entrusted);
    return name === undefined ? '' : words.entrusted(name);
  };

/** The actions of a strategy by who leads them, with what they take and whom they expect. */
export const leadGroups = ({ actions }: Strategy, leadOf: (action: Action) => string) =>
  groupByLead(actions, leadOf).map(({ lead, actions: own, cost, secured, people }) => ({
    lead: lead || words.nobody,
    isNobody: lead === '',
    sum: words.sum(
      formatCount(own.length, ...words.actions),
      formatKnownSum(cost, formatEuros, vuesActions.amounts),
      formatKnownSum(secured, formatEuros, vuesActions.amounts),
      formatKnownSum(people, formatNumber, vuesActions.counts),
    ),
    actions: own.map((action) => {
      const people = expectedPeople(action);
      return {
        id: action.id,
        name: action.name || vuesActions.untitled,
        text: [
          strategyChoices.action.status[action.status],
          formatMonths(action.from, action.to) || words.noDates,
          formatKnownSum(costOf(action), formatEuros, vuesActions.amounts),
          people === null ? '' : formatCount(people, 'personne'),
        ]
          .filter(Boolean)
          .join(' · '),
      };
    }),
  }));
