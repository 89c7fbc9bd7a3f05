import { formatCount } from '#lib/format/number.ts';
import { appDatabase } from '#lib/server/app.ts';
import { findTerritory } from '#lib/server/queries/find-territory.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { communesOf } from '#lib/server/zones/neighbourhoods.ts';
import { neighbourhoodsWithin } from '#lib/server/zones/zone-help.ts';
import type { MapView } from '#lib/view/map-view.ts';
import type { ListedZones } from '../page-data.ts';

/** A panel is no page: the others are on the territory's. */
const MOST = 60;

/** The priority neighbourhoods of the selected territory, while the map shows them; `null` otherwise. */
export async function listedZones(
  data: Snapshot,
  { zones, territory: slug }: Pick<MapView, 'zones' | 'territory'>,
): Promise<ListedZones | null> {
  if (!zones.includes('qpv') || slug === null) return null;
  const found = findTerritory(data.territories, slug);
  if (found.kind !== 'found') return null;
  const within = await neighbourhoodsWithin(appDatabase(), data, found.territory);
  if (within === null) return null;
  const left = within.length - MOST;
  return {
    total: formatCount(within.length, 'quartier prioritaire', 'quartiers prioritaires'),
    zones: within
      .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
      .slice(0, MOST)
      .map(({ code, name, communes, population, lon, lat }) => ({
        code,
        name,
        communes: communesOf(data, communes),
        commune: communes[0] ?? '',
        population,
        lon,
        lat,
      })),
    more: left > 0 ? formatCount(left, 'quartier') : '',
  };
}
