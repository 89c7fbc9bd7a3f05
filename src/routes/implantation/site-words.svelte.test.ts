import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { readSitingView } from '#lib/view/siting-view.ts';
import Facts from './Facts.svelte';
import SiteTable from './SiteTable.svelte';
import type { ShownProposal } from './siting-search.svelte.ts';

const proposal: ShownProposal = {
  sites: [{ site: 4, price: 3_000, people: 100, gain: 100, cumulated: 1 }],
  closes: [],
  problems: [],
  people: { all: 400, before: 100, after: 200 },
  served: false,
  left: { communes: 2, people: 200 },
  gap: 0,
  proven: true,
  unit: 'metres',
  farthest: null,
  fewest: null,
  curve: [],
  knee: 0,
};
const { view } = readSitingView(new URLSearchParams());

describe.each([
  [true, '30 € par personne de plus', 'Personnes de plus', 'Coût par personne'],
  [false, '30 € par unité comptée de plus', 'À portée de plus', 'Coût par unité comptée'],
])('where people are counted: %s', (countsPeople, cost, gained, each) => {
  it('names what a euro buys for what is counted', async () => {
    await render(Facts, { proposal, group: 'ménages suivis', countsPeople, isPartial: false });
    await expect.element(page.getByText(cost)).toBeVisible();
  });

  it('heads the sites with what is counted', async () => {
    await render(SiteTable, { proposal, sheets: {}, place: 'Isère', view, countsPeople });
    for (const name of [gained, each])
      await expect.element(page.getByRole('columnheader', { name, exact: true })).toBeVisible();
  });
});
