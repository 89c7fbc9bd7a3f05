import type { Parcel } from '../geography/land.ts';
import { distance } from '../geography/plane.ts';
import { TOWNS } from '../geography/towns.ts';
import type { Prng } from '../random/prng.ts';
import { influenceOf } from './influence.ts';

/** Inhabitants of the whole territory, aimed at to within rounding. */
export const TOTAL_POPULATION = 800_000;

const LONE_ISLAND_POPULATION = 643;

/** People per km² of open country, and those the shore adds. */
const COUNTRYSIDE = 15;
const SHORE = 42;

/** People per km² outside town centres, before the chances of history. */
function expectedDensity(parcel: Parcel): number {
  const { coast, high } = influenceOf(parcel);
  const suburbs = TOWNS.reduce((sum, { at, population, reach, suburbs: ratio }) => {
    const peak = (ratio * population) / (2 * Math.PI * reach ** 2);
    return sum + peak * Math.exp(-distance(parcel.seat, at) / reach);
  }, 0);
  return COUNTRYSIDE * (1 - 0.85 * high) + SHORE * coast ** 2 * (1 - 0.5 * high) + suburbs;
}

/**
 * Inhabitants of each parcel: towns have theirs; elsewhere the density of suburbs, shore and
 * country times a log-normal chance, scaled to the total. One commune of the high country is empty,
 * like the villages of Verdun.
 */
export function settle(random: Prng, parcels: readonly Parcel[]): number[] {
  const rough = parcels.map((parcel) => {
    const luck = Math.exp(Math.min(0.8, 1.2 * random.normal() - 0.5));
    return parcel.town || parcel.isLoneIsland ? 0 : parcel.surfaceKm2 * expectedDensity(parcel) * luck;
  });
  const deserted = parcels.reduce(
    (best, parcel, rank) => {
      const here = parcel.town ? 0 : influenceOf(parcel).high;
      return here > best.high && !parcel.isCoastal ? { rank, high: here } : best;
    },
    { rank: -1, high: 0 },
  ).rank;
  rough[deserted] = 0;
  const towns = TOWNS.reduce((sum, { population }) => sum + population, 0);
  const scale =
    (TOTAL_POPULATION - towns - LONE_ISLAND_POPULATION) / rough.reduce((sum, each) => sum + each, 0);
  return parcels.map((parcel, rank) => {
    if (parcel.town) return parcel.town.population;
    if (parcel.isLoneIsland) return LONE_ISLAND_POPULATION;
    return rank === deserted ? 0 : Math.max(17, Math.round((rough[rank] as number) * scale));
  });
}
