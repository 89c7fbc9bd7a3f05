import type { OfferLine } from '../../diagnosis/diagnosis.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatNumber } from '../../format/number.ts';
import { formatName } from '../../format/territory.ts';
import { territoire } from '../../messages/territoire.ts';
import { offeredIn } from '../gaps/parts.ts';
import { accessOf, gapsOf } from '../queries/access/gaps.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { DEFAULT_GAPS_VIEW } from '../../view/gaps-view.ts';

/**
 * Places and hours in reach for 10,000 inhabitants, of a territory then of those around it: where nobody is
 * far, what is missing is hours. The figures are those of `/ecarts`, with hours as supply. `today` is an ISO day.
 */
export function offerLines(data: Snapshot, territory: Territory, today: string): OfferLine[] {
  const view = { ...DEFAULT_GAPS_VIEW, supply: 'hours' as const };
  const gaps = gapsOf(data, view, today);
  const access = accessOf(data, view, today);
  return distinct(data, territory).flatMap((one): OfferLine[] => {
    const { places, placesPer10000, accessPer10000 } = offeredIn(data, gaps, access, one);
    if (Number.isNaN(placesPer10000)) return [];
    return [
      {
        slug: slugOf(one.level, one.code),
        name: formatName(one),
        places: formatNumber(places),
        per10000: formatNumber(placesPer10000, 2),
        hours: Number.isNaN(accessPer10000) ? territoire.gaps.unknown : formatNumber(accessPer10000, 1),
      },
    ];
  });
}

/** A territory and those around it, each once: Martinique is a département and a région of the same communes. */
function distinct(data: Snapshot, territory: Territory): Territory[] {
  const all = [territory, ...Object.values(data.territories.parents(territory))];
  const size = (one: Territory): number => data.territories.communes(one).length;
  return all.filter((one, at) => all.slice(0, at).every((before) => size(before) !== size(one)));
}
