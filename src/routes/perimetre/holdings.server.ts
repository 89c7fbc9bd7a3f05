import { EXCLUSION, slugOfToken, type PerimeterToken } from '#lib/domain/territory/perimeter.ts';
import type { Territories } from '#lib/domain/territory/territories.ts';
import { formatNumber } from '#lib/format/number.ts';
import { formatName, LEVEL_LABELS } from '#lib/format/territory.ts';
import { perimetre } from '#lib/messages/perimetre.ts';
import type { Holding } from './page-data.ts';

/** What a perimeter holds, token by token, in the order of its address. */
export const holdingsOf = (tokens: readonly PerimeterToken[], territories: Territories): Holding[] =>
  tokens.flatMap((token): Holding[] => {
    const slug = slugOfToken(token);
    const territory = territories.bySlug(slug);
    if (!territory) return [];
    const members = territories.communes(territory).length;
    const group = territory.level !== 'commune';
    return [
      {
        slug,
        excluded: token.startsWith(EXCLUSION),
        name: formatName(territory),
        detail: [
          LEVEL_LABELS[territory.level],
          ...(group ? [perimetre.communes(members, formatNumber(members))] : []),
        ].join(' · '),
      },
    ];
  });
