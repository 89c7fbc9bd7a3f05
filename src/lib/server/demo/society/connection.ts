import { fractalNoise } from '../random/noise.ts';
import { prngFor } from '../random/prng.ts';
import type { Census } from './census.ts';
import type { Commune } from './communes.ts';
import { influenceOf } from './influence.ts';

/** How a commune is connected. */
export interface Connection {
  /** Premises that fibre can reach in 2026, %; null where the source has no value. */
  fibre2026: number | null;
  /** Premises that fibre reached at the end of 2017 T3, 2017 T4 and 2018 T1. */
  premises2018: [number, number, number];
  /** The band of their share at each date: 0, 5, 10, 25, 50 or 80 %. */
  band2018: [number, number, number];
  /** Share of homes under 30 Mbit/s and of the ground without 4G, % (for the fragility index only). */
  slow: number;
  no4g: number;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const BANDS = [80, 50, 25, 10, 5];

/** The one commune the 2026 source forgets: a bourg of a few thousand people, far from the capital. */
const FORGOTTEN = { least: 2500, most: 6500 };

/** Connects each commune: towns and belts first, the high country last; in 2018 hardly anyone but the towns. */
export function connect(seed: number, communes: readonly Commune[], census: readonly Census[]): Connection[] {
  const random = prngFor(seed, 'connection');
  const works = fractalNoise(random, 20, 3);
  const early = fractalNoise(random, 34, 2);
  const forgotten = communes.findLastIndex(
    ({ town, population, isCoastal }) =>
      !town && isCoastal && population >= FORGOTTEN.least && population <= FORGOTTEN.most,
  );
  return communes.map((commune, rank) => {
    const [x, y] = commune.seat;
    const { core, high, metropole } = influenceOf(commune);
    const { households2018, secondaryHomes2018, vacantHomes2018 } = census[rank] as Census;
    const homes = households2018 + secondaryHomes2018 + vacantHomes2018;
    const built = 93 + 9 * metropole + 7 * core - 40 * high ** 1.3 + 22 * works(x, y) + 5 * random.normal();
    const isOff = commune.population === 0 || commune.isLoneIsland || (high > 0.8 && random.chance(0.25));
    const fibre = isOff ? 0 : Math.round(10 * clamp(built, 40, 100)) / 10;
    const share = clamp(
      95 * metropole * core + 55 * metropole - 25 + 60 * core * core + 45 * Math.max(0, early(x, y) - 0.3),
      0,
      97,
    );
    const premises = homes * 1.08;
    const reached = [0.72, 0.86, 1].map((part) => Math.round((premises * share * part) / 100)) as [
      number,
      number,
      number,
    ];
    return {
      fibre2026: rank === forgotten ? null : fibre,
      premises2018: reached,
      band2018: reached.map(
        (count) => BANDS.find((band) => count > 0 && (100 * count) / premises >= band) ?? 0,
      ) as [number, number, number],
      slow: clamp(62 - 0.55 * fibre + 22 * high + 6 * random.normal(), 0, 95),
      no4g: clamp(28 * high - 4 + 5 * works(y, x) + 3 * random.normal(), 0, 60),
    };
  });
}
