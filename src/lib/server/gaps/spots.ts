import { contiguousSets } from '../../domain/spatial/contiguity.ts';
import { withNearest } from '../../domain/spatial/islands.ts';
import { findingSpots, SPOTS, type LocalMoran, type Spot } from '../../domain/spatial/moran.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { populationsOf, type Gaps } from '../queries/access/gaps.ts';
import { inSlices } from '../queries/in-slices.ts';
import { remember } from '../queries/memo.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { communePoints, supplyKey, type SupplyRequest } from '../queries/access/supply.ts';

/** Contiguous communes of one kind of spot. */
export interface SpotArea {
  spot: Spot;
  /** The most populous. */
  main: Territory;
  communes: number;
  inhabitants: number;
}

/** Kinds that a table names, the far ones first. */
const NAMED = ['high-high', 'high-low', 'low-high', 'low-low'] as const satisfies readonly Spot[];

/** Hot and cold spots of the distance, as the map draws them; `null` while it is not known who borders whom. */
export async function spotAreas(
  data: Snapshot,
  request: SupplyRequest,
  { supply }: Gaps,
  territory: Territory,
  today: string,
): Promise<SpotArea[] | null> {
  const { contiguity } = data;
  if (!contiguity) return null;
  const { spots } = await remember(
    data,
    'spots',
    supplyKey(request, today),
    (): Promise<LocalMoran> =>
      inSlices(findingSpots(withNearest(contiguity, communePoints(data)), supply.communeCosts)),
    16,
  );
  const populations = populationsOf(data);
  const all = data.territories.all('commune');
  const asked = data.territories.communes(territory).map(({ ordinal }) => ordinal);
  return NAMED.flatMap((spot) => {
    const code = SPOTS.indexOf(spot);
    const members = asked.filter((ordinal) => spots[ordinal] === code);
    return contiguousSets(contiguity, members)
      .map((set): SpotArea => {
        const people = (ordinal: number): number => populations[ordinal] || 0;
        const main = set.reduce((most, ordinal) => (people(ordinal) > people(most) ? ordinal : most));
        return {
          spot,
          main: all[main] as Territory,
          communes: set.length,
          inhabitants: set.reduce((sum, ordinal) => sum + people(ordinal), 0),
        };
      })
      .sort((a, b) => b.inhabitants - a.inhabitants);
  });
}
