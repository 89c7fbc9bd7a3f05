import { shareByCommune } from '#lib/domain/strategy/portfolio/commune-lines.ts';
import { portefeuille } from '#lib/messages/portefeuille.ts';
import { column } from '#lib/server/export/export-column.ts';
import { formatEuros } from '#lib/format/euros.ts';
import type { PortfolioTable } from './asked-file.server.ts';
import type { AskedPortfolio } from './asked-portfolio.server.ts';

const words = portefeuille.export;
const labels = words.columns;

/** Need against money, a line a commune of the perimeters; those that receive nothing too. */
export function communeTable({ data, shown, factsOf, gazetteer }: AskedPortfolio): PortfolioTable {
  const { lines, located } = shareByCommune(shown.strategies, factsOf, gazetteer);
  return {
    title: words.communes,
    columns: [
      column('code', labels.code, { kind: 'code' }),
      column('commune', labels.commune, { kind: 'text' }),
      column('population', labels.inhabitants, { source: 'cog-2026' }),
      column('besoin', labels.need, { source: 'estimation-pauvrete', year: '2021', unit: 'personnes' }),
      column('accorde-ou-verse', labels.secured, { unit: '€', decimals: 2 }),
      column('lieux', labels.places),
      column('heures', labels.hours, { decimals: 1 }),
    ],
    rows: function* () {
      for (const { commune, inhabitants, need, euros, places, hours } of lines)
        yield {
          id: commune,
          cells: [
            commune,
            data.territories.get('commune', commune)?.name ?? null,
            inhabitants,
            need === null ? null : Math.round(need),
            Math.round(100 * euros) / 100,
            places,
            hours,
          ],
        };
    },
    notes: [
      portefeuille.need.lead,
      portefeuille.need.curve.rule,
      ...(located.nothing > 0
        ? [portefeuille.need.curve.lost(formatEuros(Math.round(located.nothing)))]
        : []),
    ],
  };
}
