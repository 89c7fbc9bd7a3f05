import { funderKey, isSecured } from '../model/budget.ts';
import type { Action, FundingStatus } from '../model/strategy.ts';
import { costOf } from './by-lead.ts';
import { sumKnown, type KnownSum } from './known-sum.ts';

/** A line of funding, with the action that it pays. */
export interface FundedLine {
  id: string;
  action: { id: string; name: string };
  year: number | null;
  amount: number | null;
  status: FundingStatus;
}

/** What one funder is asked for and brings. */
export interface FunderGroup {
  /** As first written; empty where a line names nobody. */
  funder: string;
  /** By year, those without one last. */
  lines: FundedLine[];
  /** Euros, refused lines left out. */
  total: KnownSum;
  /** Euros granted or paid. */
  secured: KnownSum;
}

/** What an action takes that nobody was asked for. */
export interface UnfundedAction {
  id: string;
  name: string;
  /** Euros; `null` when the cost of the action is not said. */
  amount: number | null;
}

/** Lines of funding by funder, who brings most first; those that name nobody last. */
export function groupByFunder(actions: readonly Pick<Action, 'id' | 'name' | 'funding'>[]): FunderGroup[] {
  const groups = new Map<string, { funder: string; lines: FundedLine[] }>();
  for (const { id, name, funding } of actions)
    for (const { id: line, funder, year, amount, status } of funding) {
      const group = groups.get(funderKey(funder)) ?? { funder, lines: [] };
      groups.set(funderKey(funder), group);
      group.lines.push({ id: line, action: { id, name }, year, amount, status });
    }
  return [...groups.values()]
    .map(({ funder, lines }) => ({
      funder,
      lines: lines.sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || 0),
      total: sumOf(lines, (status) => status !== 'refused'),
      secured: sumOf(lines, isSecured),
    }))
    .sort(
      (a, b) =>
        Number(a.funder === '') - Number(b.funder === '') ||
        (b.total.sum ?? 0) - (a.total.sum ?? 0) ||
        a.funder.localeCompare(b.funder, 'fr'),
    );
}

const sumOf = (lines: readonly FundedLine[], counts: (status: FundingStatus) => boolean): KnownSum =>
  sumKnown(lines.filter(({ status }) => counts(status)).map(({ amount }) => amount));

/** What each action takes beyond the lines that are not refused, the most first; actions whose cost is not said last. */
export function unfundedOf(
  actions: readonly Pick<Action, 'id' | 'name' | 'costs' | 'funding'>[],
): UnfundedAction[] {
  return actions
    .flatMap((action): UnfundedAction[] => {
      const { id, name, funding } = action;
      const cost = costOf(action).sum;
      const coming = funding.reduce(
        (total, { amount, status }) => total + (status === 'refused' ? 0 : (amount ?? 0)),
        0,
      );
      const amount = cost === null ? null : cost - coming;
      return amount === null || amount > 0 ? [{ id, name, amount }] : [];
    })
    .sort((a, b) => (b.amount ?? -1) - (a.amount ?? -1));
}
