/** What the tables of a portfolio are kept as: they have no outline. */
export const PORTFOLIO_FORMATS = ['csv', 'xlsx'] as const;

export type PortfolioFormat = (typeof PORTFOLIO_FORMATS)[number];

export const isPortfolioFormat = (text: string): text is PortfolioFormat =>
  (PORTFOLIO_FORMATS as readonly string[]).includes(text);
