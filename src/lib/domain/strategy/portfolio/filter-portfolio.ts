import { funderKey } from '../model/budget.ts';
import type { Action } from '../model/strategy.ts';
import type { HeldStrategy } from './portfolio.ts';

/** What is asked of a portfolio; empty and `null` ask for everything. */
export interface PortfolioFilter {
  /** Name of a funder, whatever its case. */
  funder: string;
  /** Slug of a perimeter. */
  territory: string;
  /** First and last year of the money. */
  from: number | null;
  to: number | null;
}

/** What answers, and what was left out by the way. */
export interface FilteredPortfolio {
  strategies: HeldStrategy[];
  /** Lines of money without a year, left out where years are asked for. */
  undated: number;
  /** Actions that were dropped: never counted. */
  dropped: number;
}

/**
 * Keeps what a filter asks for. Of a funder, the lines that it brings and the actions that have one; of years,
 * the lines of these years and the actions that have one, or that run then. Dropped actions are left out.
 */
export function filterPortfolio(
  strategies: readonly HeldStrategy[],
  filter: PortfolioFilter,
): FilteredPortfolio {
  const counts = { undated: 0, dropped: 0 };
  const kept = strategies
    .filter(({ strategy }) => filter.territory === '' || strategy.territory === filter.territory)
    .map((held): HeldStrategy => {
      const standing = held.strategy.actions.filter(({ status }) => status !== 'dropped');
      counts.dropped += held.strategy.actions.length - standing.length;
      const actions = standing.flatMap((action) => keepAction(action, filter, counts));
      return { ...held, strategy: { ...held.strategy, actions } };
    });
  return { strategies: kept, ...counts };
}

function keepAction(action: Action, filter: PortfolioFilter, counts: { undated: number }): Action[] {
  const { funder, from, to } = filter;
  const isYears = from !== null || to !== null;
  const inYears = ({ year }: { year: number | null }): boolean =>
    !isYears || (year !== null && year >= (from ?? -Infinity) && year <= (to ?? Infinity));
  const own = action.funding.filter((line) => funder === '' || funderKey(line.funder) === funderKey(funder));
  if (funder !== '' && own.length === 0) return [];
  const funding = own.filter(inYears);
  const costs = action.costs.filter(inYears);
  const runs = isYears && runsIn(action, from ?? -Infinity, to ?? Infinity);
  // Of a funder, its own lines alone tell whether an action is of these years.
  const isKept = !isYears || funding.length > 0 || (funder === '' && (costs.length > 0 || runs));
  if (isYears) counts.undated += [...own, ...action.costs].filter(({ year }) => year === null).length;
  return isKept ? [{ ...action, funding, costs }] : [];
}

/** Whether the calendar of an action crosses some years; one without any month runs in none. */
function runsIn({ from, to }: Action, first: number, last: number): boolean {
  if (from === '' && to === '') return false;
  const begins = from === '' ? -Infinity : Number(from.slice(0, 4));
  const ends = to === '' ? Infinity : Number(to.slice(0, 4));
  return begins <= last && ends >= first;
}
