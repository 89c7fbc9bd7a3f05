import { territoryLines } from '#lib/domain/strategy/portfolio/territory-lines.ts';
import { portefeuille } from '#lib/messages/portefeuille.ts';
import { column } from '#lib/server/export/export-column.ts';
import type { PortfolioTable } from './asked-file.server.ts';
import type { AskedPortfolio } from './asked-portfolio.server.ts';
import { perimeterName } from './perimeter-name.server.ts';

const words = portefeuille.export;
const labels = words.columns;
const euros = { unit: '€', decimals: 2 } as const;

/** Need against money, a line a perimeter. */
export function territoryTable({ data, shown, factsOf }: AskedPortfolio): PortfolioTable {
  return {
    title: words.territories,
    columns: [
      column('code', labels.slug, { kind: 'code' }),
      column('territoire', labels.territory, { kind: 'text' }),
      column('strategies', labels.strategies, { kind: 'text' }),
      column('porteurs', labels.owners, { kind: 'text' }),
      column('population', labels.inhabitants, { source: 'cog-2026' }),
      column('besoin', labels.need, { source: 'estimation-pauvrete', year: '2021', unit: 'personnes' }),
      column('communes-sans-estimation', labels.needUnsaid),
      column('actions', labels.actions),
      column('cout', labels.cost, euros),
      column('demande', labels.asked, euros),
      column('accorde', labels.granted, euros),
      column('verse', labels.paid, euros),
      column('lignes-sans-montant', labels.unsaid),
      column('euros-par-personne', labels.euros, euros),
      column('personnes-par-euro', labels.people, { decimals: 4 }),
      column('lieux', labels.places),
      column('heures', labels.hours, { decimals: 1 }),
      column('personnes-attendues', labels.expected),
    ],
    rows: function* () {
      for (const { territory, strategies, inhabitants, need, totals, secured, ...ratios } of territoryLines(
        shown.strategies,
        factsOf,
      )) {
        const { asked, granted, paid } = totals.money;
        yield {
          id: territory,
          cells: [
            territory,
            perimeterName(data, territory),
            strategies.map(({ name }) => name || portefeuille.untitledStrategy).join(' ; '),
            [...new Set(strategies.map(({ owner }) => owner))].filter((owner) => owner !== '').join(' ; '),
            inhabitants.sum,
            need.sum === null ? null : Math.round(need.sum),
            need.unsaid,
            totals.actions,
            totals.cost.sum,
            asked.sum,
            granted.sum,
            paid.sum,
            asked.unsaid + secured.unsaid,
            ratios.eurosPerPerson,
            ratios.peoplePerEuro,
            totals.places,
            totals.hours.sum,
            totals.people.sum,
          ],
        };
      }
    },
    notes: [portefeuille.need.lead],
  };
}
