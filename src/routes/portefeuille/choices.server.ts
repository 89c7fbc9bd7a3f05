import { funderKey } from '#lib/domain/strategy/model/budget.ts';
import { portefeuille } from '#lib/messages/portefeuille.ts';
import type { AskedPortfolio } from './asked-portfolio.server.ts';
import { perimeterName } from './perimeter-name.server.ts';

const words = portefeuille.form;

interface Choice {
  value: string;
  label: string;
}

/** What the form offers: the funders, perimeters and years that the strategies name. */
export function choicesOf({ data, all, filter }: AskedPortfolio): {
  funders: Choice[];
  territories: Choice[];
  years: Choice[];
} {
  const actions = all.flatMap(({ strategy }) => strategy.actions);
  const names = new Map<string, string>();
  for (const { funder } of [...actions.flatMap(({ funding }) => funding), { funder: filter.funder }])
    if (funder !== '' && !names.has(funderKey(funder))) names.set(funderKey(funder), funder);
  const said = actions.flatMap(({ funding, costs }) =>
    [...funding, ...costs].flatMap(({ year }) => year ?? []),
  );
  const years = [...new Set([...said, filter.from, filter.to])]
    .filter((year) => year !== null)
    .sort((a, b) => a - b);
  const slugs = [...new Set(all.map(({ strategy }) => strategy.territory))];
  const byLabel = (a: Choice, b: Choice): number => a.label.localeCompare(b.label, 'fr');
  return {
    funders: [
      { value: '', label: words.anyFunder },
      ...[...names.values()].map((name) => ({ value: name, label: name })).sort(byLabel),
    ],
    territories: [
      { value: '', label: words.anyTerritory },
      ...slugs.map((slug) => ({ value: slug, label: perimeterName(data, slug) })).sort(byLabel),
    ],
    years: [
      { value: '', label: words.anyYear },
      ...years.map((year) => ({ value: String(year), label: String(year) })),
    ],
  };
}

/** The name that the form shows for the funder of an address, whatever its case. */
export const chosenFunder = (funders: readonly Choice[], funder: string): string =>
  funders.find(({ value }) => value !== '' && funderKey(value) === funderKey(funder))?.value ?? '';
