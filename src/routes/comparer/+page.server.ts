import { redirect } from '@sveltejs/kit';
import { COMPARABLE, REFUSED } from '#lib/domain/compare/evolution.ts';
import { BAND_LABELS } from '#lib/domain/compare/fibre-bands.ts';
import { indicatorsInUse, THEME_LABELS } from '#lib/domain/indicators/catalogue.ts';
import { keepTogether } from '#lib/format/typography.ts';
import { currentData } from '#lib/server/app.ts';
import { MOST_COMPARED, chooseTerritories, readComparison } from '#lib/server/queries/comparison.ts';
import { exampleComparisons, parentAdditions, searchAdditions } from './additions.server.ts';
import { readComparisonView, writeComparisonView } from './comparison-address.ts';
import { evolutionCard } from './evolution.server.ts';
import { highlightsOf } from './highlights.server.ts';
import { named, slugIn } from './names.server.ts';
import { noticesOf } from './notices.server.ts';
import { similarPanel } from './similar.server.ts';
import { THEME_ORDER, tableSections } from './table.server.ts';
import type { PageServerLoad } from './$types';

/** Up to six territories side by side, all of it from the address. */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const view = readComparisonView(url.searchParams);
  const written = writeComparisonView(view);
  // A form sends its defaults and one parameter a box: the address that is kept has neither.
  if (new URLSearchParams(written).toString() !== url.searchParams.toString())
    redirect(303, `/comparer${written}`);
  const choice = chooseTerritories(data.territories, view.slugs);
  const { kept } = choice;
  const shown = { ...view, slugs: kept.map(slugIn) };
  const full = kept.length >= MOST_COMPARED;
  const rows = kept.length === 0 ? [] : readComparison(data, kept, view.estimated);
  return {
    ownSearch: true,
    view: shown,
    full,
    notices: noticesOf(choice),
    territories: kept.map(named),
    parents: full ? [] : parentAdditions(data, shown, kept),
    results: full ? null : searchAdditions(data, shown, kept),
    examples: kept.length === 0 ? await exampleComparisons(data, shown) : [],
    themes: THEME_ORDER.filter((theme) => indicatorsInUse().some((one) => one.theme === theme)).map(
      (theme) => ({ theme, label: THEME_LABELS[theme] }),
    ),
    estimates: rows.some(({ cells }) =>
      cells.some(({ cell, hidden }) => cell.state === 'estimated' || hidden),
    ),
    sections: kept.length === 0 ? [] : tableSections(rows, view),
    highlights: kept.length < 2 ? [] : highlightsOf(rows, kept),
    similar: kept.length === 0 && view.similar === null ? null : similarPanel(data, shown, kept),
    evolution: kept.map((territory) => evolutionCard(data, territory)),
    bands: BAND_LABELS,
    compared: COMPARABLE.map(({ title, how }) => ({ title, how: keepTogether(how) })),
    refused: REFUSED.map(({ id, title, reason, instead }) => ({
      id,
      title,
      reason: keepTogether(reason),
      instead: keepTogether(instead),
    })),
  };
};
