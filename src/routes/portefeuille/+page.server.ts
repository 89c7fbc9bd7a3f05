import { filterPortfolio, type PortfolioFilter } from '#lib/domain/strategy/portfolio/filter-portfolio.ts';
import { totalsOf } from '#lib/domain/strategy/portfolio/totals.ts';
import { formatCount } from '#lib/format/number.ts';
import { exports as exportWords } from '#lib/messages/exports.ts';
import { portefeuille as words } from '#lib/messages/portefeuille.ts';
import { loadedSources } from '#lib/server/export/loaded-sources.ts';
import { askPortfolio } from './asked-portfolio.server.ts';
import { changesOf } from './changes.server.ts';
import { choicesOf, chosenFunder } from './choices.server.ts';
import { needOf } from './need.server.ts';
import { PORTFOLIO_FORMATS } from './formats.ts';
import { overlapsShown } from './overlaps.server.ts';
import { portfolioAddress } from './portfolio-address.ts';
import { prioritiesLeft } from './priorities.server.ts';
import { SOURCES } from './sources.ts';
import { totalFacts } from './totals.server.ts';
import type { DownloadItem } from '#lib/ui/download-item.ts';
import type { PageServerLoad } from './$types';

/** Every strategy that who asks may read, as one portfolio. */
export const load: PageServerLoad = async (event) => {
  const asked = await askPortfolio(event);
  const { all, filter, shown, notices, data } = asked;
  const choices = choicesOf(asked);
  const held = {
    choices,
    filter: { ...filter, funder: chosenFunder(choices.funders, filter.funder) || filter.funder },
    notices,
    noOrganisation: asked.isAlone,
    isEmpty: all.length === 0,
    reset: portfolioAddress({ funder: '', territory: '', from: null, to: null }),
  };
  const actions = shown.strategies.flatMap(({ strategy }) => strategy.actions);
  if (all.length === 0) return { ...held, answer: null };
  const anyFunder = filterPortfolio(all, { ...filter, funder: '' }).strategies;
  const territories = new Set(shown.strategies.map(({ strategy }) => strategy.territory)).size;
  return {
    ...held,
    answer: {
      isNothing: actions.length === 0,
      counted: words.totals.strategies(
        formatCount(shown.strategies.length, 'stratégie'),
        formatCount(territories, 'territoire'),
      ),
      dropped:
        shown.dropped > 0
          ? words.notices.dropped(formatCount(shown.dropped, 'action abandonnée', 'actions abandonnées'))
          : null,
      totals: totalFacts(totalsOf(actions)),
      need: needOf(asked),
      overlaps: overlapsShown(asked, anyFunder),
      priorities: await prioritiesLeft(asked),
      change: changesOf(asked),
      downloads: downloadsOf(filter),
      sources: loadedSources(data, SOURCES).map(({ id, title, edition }) => ({ id, title, edition })),
    },
  };
};

/** The tables of need as files, with the same filters. */
const downloadsOf = (filter: PortfolioFilter): DownloadItem[] =>
  (['territories', 'communes'] as const).flatMap((what) =>
    PORTFOLIO_FORMATS.map((format) => ({
      label: words.need.files[what](exportWords.items[format]),
      detail: exportWords.items[`${format}Detail`],
      href: portfolioAddress(filter, `/portefeuille/${FILES[what]}.${format}`),
    })),
  );

const FILES = { territories: 'territoires', communes: 'communes' } as const;
