import { reasonsOf } from '#lib/domain/report/reasons.ts';
import { fundedCommunes, isPartlyLost } from '#lib/domain/strategy/portfolio/funded-communes.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { frenchNumerals } from '#lib/format/numerals.ts';
import { formatNumber } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { keepTogether } from '#lib/format/typography.ts';
import { portefeuille } from '#lib/messages/portefeuille.ts';
import { NO_FILTER } from '#lib/domain/places/filter.ts';
import { communeFacts, prioritiesOf } from '#lib/server/queries/priorities.ts';
import type { AskedPortfolio } from './asked-portfolio.server.ts';

const words = portefeuille.priorities;

/** How many communes of each perimeter are looked at. */
const LOOKED_AT = 10;

/** The first communes of each perimeter that no money, granted or paid, has come to. */
export async function prioritiesLeft({ data, ofTerritory, gazetteer }: AskedPortfolio) {
  const funded = fundedCommunes(ofTerritory, gazetteer);
  const slugs = [...new Set(ofTerritory.map(({ strategy }) => strategy.territory))];
  const perimeters = slugs.flatMap((slug) => {
    const territory = data.territories.bySlug(slug);
    return territory && data.territories.communes(territory).length > 0 ? [territory] : [];
  });
  const lists = await Promise.all(
    perimeters.map(async (territory) => {
      const { order } = await prioritiesOf(data, data.territories.communes(territory));
      const all = data.territories.all('commune');
      const left = order.slice(0, LOOKED_AT).flatMap((priority, at) => {
        const commune = all[priority.ordinal];
        return commune && !funded.has(commune.code) ? [{ priority, commune, rank: at + 1 }] : [];
      });
      const facts = await communeFacts(
        data,
        left.map(({ priority }) => priority.ordinal),
        NO_FILTER,
      );
      return left.map(({ priority, commune, rank }, at) => {
        const known = facts[at];
        return {
          key: `${territory.code}/${commune.code}`,
          slug: slugOf('commune', commune.code),
          name: formatName(commune),
          rank,
          rankText: formatNumber(rank),
          territory: formatName(territory),
          inhabitants: commune.population,
          inhabitantsText:
            commune.population === null ? portefeuille.unsaid : formatNumber(commune.population),
          reasons: known ? reasonsOf(priority, known, frenchNumerals).map(keepTogether).join(' ; ') : '',
        };
      });
    }),
  );
  return {
    lead: words.lead(formatNumber(LOOKED_AT)),
    rows: lists.flat(),
    none: perimeters.length === 0 ? words.unknown : words.none,
    isLost: isPartlyLost(ofTerritory, gazetteer),
  };
}
