import { overlapsOf } from '#lib/domain/strategy/portfolio/overlaps.ts';
import type { HeldStrategy } from '#lib/domain/strategy/portfolio/portfolio.ts';
import { formatEuros } from '#lib/format/euros.ts';
import { formatKnownSum } from '#lib/format/known-sum.ts';
import { formatCount } from '#lib/format/number.ts';
import { portefeuille } from '#lib/messages/portefeuille.ts';
import type { AskedPortfolio } from './asked-portfolio.server.ts';
import { perimeterName } from './perimeter-name.server.ts';

const words = portefeuille.overlaps;

/** Funders across the matrix: more do not fit a page. */
const MOST_FUNDERS = 10;

/** Which actions and territories funders pay together. Of the territory and years asked for, whoever the funder. */
export function overlapsShown({ data, filter }: AskedPortfolio, strategies: readonly HeldStrategy[]) {
  const { funders, cells, shared, territories, unnamed } = overlapsOf(strategies);
  const listed = funders.slice(0, MOST_FUNDERS);
  const rest = funders.length - listed.length;
  return {
    chosen: filter.funder,
    funders: listed,
    rows: listed.map((funder, row) => ({
      funder,
      cells: listed.map((_, column) => {
        const cell = cells[row]?.[column];
        const isNothing = !cell || cell.actions === 0;
        return {
          isOwn: row === column,
          isNothing,
          text: isNothing
            ? words.nothing
            : words.cell(
                formatCount(cell.actions, ...words.actions),
                formatKnownSum(cell.euros, formatEuros, portefeuille.amounts),
              ),
        };
      }),
    })),
    notes: [
      ...(rest > 0 ? [words.more(formatCount(rest, 'financeur'))] : []),
      ...(unnamed > 0 ? [words.unnamed(formatCount(unnamed, 'ligne'))] : []),
    ],
    shared: shared.map(({ strategy, action, funders: own }) => ({
      key: action.id,
      href: `/strategies/${strategy.id}/actions/${action.id}`,
      name: action.name || portefeuille.untitled,
      territory: perimeterName(data, strategy.territory),
      funders: own
        .map(({ funder, euros }) => `${funder} : ${formatKnownSum(euros, formatEuros, portefeuille.amounts)}`)
        .join(' ; '),
    })),
    territories: territories.map(({ territory, funders: own }) => ({
      key: territory,
      text: `${perimeterName(data, territory)} : ${own.join(', ')}`,
    })),
  };
}
