import { isSecured } from '../model/budget.ts';
import { expectedPeople } from '../model/expected-people.ts';
import type { Action } from '../model/strategy.ts';
import { sumKnown, type KnownSum } from './known-sum.ts';

/** What one lead carries. */
export interface LeadGroup {
  /** As first written; empty for the actions that nobody leads yet. */
  lead: string;
  actions: Action[];
  /** Euros that its actions take. An action without a line of cost is one figure that is not said. */
  cost: KnownSum;
  /** Euros granted or paid. */
  secured: KnownSum;
  /** People expected by each action, added up: who is expected by two is counted twice. */
  people: KnownSum;
}

/** Euros that an action takes; an action without a line says nothing. */
export const costOf = ({ costs }: Pick<Action, 'costs'>): KnownSum =>
  sumKnown(costs.length === 0 ? [null] : costs.map(({ amount }) => amount));

/** Euros of an action that are granted or paid; 0 without a line of such. */
export const securedOf = ({ funding }: Pick<Action, 'funding'>): KnownSum =>
  sumKnown(funding.filter(({ status }) => isSecured(status)).map(({ amount }) => amount));

/** Actions by who leads them, who leads most first; those that nobody leads last. `leadOf` names the lead of an action. */
export function groupByLead(
  actions: readonly Action[],
  leadOf: (action: Action) => string = ({ lead }) => lead,
): LeadGroup[] {
  const groups = new Map<string, { lead: string; actions: Action[] }>();
  for (const action of actions) {
    const lead = leadOf(action).trim();
    const key = lead.toLocaleLowerCase('fr');
    const group = groups.get(key) ?? { lead, actions: [] };
    groups.set(key, group);
    group.actions.push(action);
  }
  return [...groups.values()]
    .map((group) => ({
      ...group,
      cost: addUp(group.actions.map(costOf)),
      secured: addUp(group.actions.map(securedOf)),
      people: sumKnown(group.actions.map(expectedPeople)),
    }))
    .sort(
      (a, b) =>
        Number(a.lead === '') - Number(b.lead === '') ||
        b.actions.length - a.actions.length ||
        a.lead.localeCompare(b.lead, 'fr'),
    );
}

/** Sums of sums: what none of them says stays unsaid. */
export function addUp(sums: readonly KnownSum[]): KnownSum {
  return {
    sum: sumKnown(sums.map(({ sum }) => sum)).sum,
    unsaid: sums.reduce((total, { unsaid }) => total + unsaid, 0),
  };
}
