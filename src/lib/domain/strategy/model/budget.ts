import { FUNDING_STATUSES } from '../record/item-kind.ts';
import type { Action, FundingStatus } from './strategy.ts';

/** Money of a strategy, or of an action. Euros; years in order, `null` for what has no year, last. */
export interface Budget {
  years: (number | null)[];
  /** What it takes, by year. */
  costs: number[];
  /** What funders bring, refused money left out, by year. */
  funded: number[];
  total: number;
  /** By status, refused included. */
  byStatus: Record<FundingStatus, number>;
  /** Granted or paid. */
  secured: number;
  /** What it takes and nobody was asked for yet; never below zero. */
  unfunded: number;
  /** Lines without an amount: the totals are short of them. */
  unsaid: number;
}

/** What is sure to come. */
export const isSecured = (status: FundingStatus): boolean => status === 'granted' || status === 'paid';

/** Adds up the money of some actions. */
export function budgetOf(actions: readonly Pick<Action, 'costs' | 'funding'>[]): Budget {
  const costs = actions.flatMap((action) => action.costs);
  const funding = actions.flatMap((action) => action.funding);
  const coming = funding.filter(({ status }) => status !== 'refused');
  const years = yearsOf([...costs, ...coming]);
  const inYear = (lines: readonly Line[]): number[] =>
    years.map((year) => sumOf(lines.filter((one) => one.year === year)));
  const byStatus = Object.fromEntries(
    FUNDING_STATUSES.map((status) => [status, sumOf(funding.filter((one) => one.status === status))]),
  ) as Budget['byStatus'];
  return {
    years,
    costs: inYear(costs),
    funded: inYear(coming),
    total: sumOf(costs),
    byStatus,
    secured: byStatus.granted + byStatus.paid,
    unfunded: Math.max(0, sumOf(costs) - sumOf(coming)),
    unsaid: [...costs, ...coming].filter(({ amount }) => amount === null).length,
  };
}

interface Line {
  year: number | null;
  amount: number | null;
}

const sumOf = (lines: readonly Line[]): number =>
  lines.reduce((total, { amount }) => total + (amount ?? 0), 0);

function yearsOf(lines: readonly Line[]): (number | null)[] {
  const said = [...new Set(lines.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => a - b);
  return lines.some(({ year }) => year === null) ? [...said, null] : said;
}

/** What one funder brings. */
export interface FunderShare {
  funder: string;
  /** Not refused. */
  total: number;
  secured: number;
  /** Identifiers of the actions that it has a line in. */
  actions: string[];
}

/** By what two names of one funder are known for one: neither case nor spaces around tell them apart. */
export const funderKey = (funder: string): string => funder.toLocaleLowerCase('fr').trim();

/** Funders by what they bring, the most first; one who is not named is « ''». Names that differ by case or spaces are one. */
export function fundersOf(actions: readonly Pick<Action, 'id' | 'funding'>[]): FunderShare[] {
  const shares = new Map<string, FunderShare>();
  for (const { id, funding } of actions)
    for (const { funder, amount, status } of funding) {
      const key = funderKey(funder);
      const share = shares.get(key) ?? { funder, total: 0, secured: 0, actions: [] };
      shares.set(key, share);
      if (!share.actions.includes(id)) share.actions.push(id);
      if (status !== 'refused') share.total += amount ?? 0;
      if (isSecured(status)) share.secured += amount ?? 0;
    }
  return [...shares.values()].sort((a, b) => b.total - a.total || a.funder.localeCompare(b.funder, 'fr'));
}
