import type { PortfolioFilter } from '#lib/domain/strategy/portfolio/filter-portfolio.ts';

/** Everything. */
export const NO_FILTER: PortfolioFilter = { funder: '', territory: '', from: null, to: null };

/** What an address asks for, and the years that are none. */
export function readPortfolioFilter(parameters: URLSearchParams): {
  filter: PortfolioFilter;
  badYears: string[];
  isSwapped: boolean;
} {
  const badYears: string[] = [];
  const yearOf = (name: string): number | null => {
    const text = (parameters.get(name) ?? '').trim();
    if (text === '') return null;
    if (/^(?:19|20|21)\d\d$/.test(text)) return Number(text);
    badYears.push(text.slice(0, 40));
    return null;
  };
  const [from, to] = [yearOf('de'), yearOf('a')];
  const isSwapped = from !== null && to !== null && from > to;
  return {
    filter: {
      funder: (parameters.get('financeur') ?? '').trim().slice(0, 200),
      territory: (parameters.get('territoire') ?? '').trim().slice(0, 80),
      from: isSwapped ? to : from,
      to: isSwapped ? from : to,
    },
    badYears,
    isSwapped,
  };
}

/** The address of a filter; what is not asked for never shows. */
export function portfolioAddress(
  { funder, territory, from, to }: PortfolioFilter,
  path = '/portefeuille',
): string {
  const parameters = new URLSearchParams();
  if (funder !== '') parameters.set('financeur', funder);
  if (territory !== '') parameters.set('territoire', territory);
  if (from !== null) parameters.set('de', String(from));
  if (to !== null) parameters.set('a', String(to));
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}
