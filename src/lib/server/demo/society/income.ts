import { fractalNoise } from '../random/noise.ts';
import { prngFor } from '../random/prng.ts';
import type { Commune } from './communes.ts';
import { influenceOf } from './influence.ts';

/** Standard of living of a commune, before any statistical secrecy. */
export interface Income {
  /** Median standard of living, € a year and consumption unit. */
  median: number;
  /** People under 60 % of the national median, %. */
  poverty: number;
  /** People and households known to the tax office. */
  persons: number;
  households: number;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Where the median of mainland France stood in 2021, and its poverty rate: the pivots of both laws below. */
const PIVOT = { median: 22_600, poverty: 13.4 };

/**
 * Income of each commune: prosperous belts around towns and on the western shore, poorer town
 * centres, a poor high country, and a slow regional noise. Poverty follows the median as it does in
 * Filosofi (about −2.6 points per 1,000 €), with more of it in town centres.
 */
export function earn(seed: number, communes: readonly Commune[]): Income[] {
  const random = prngFor(seed, 'income');
  const region = fractalNoise(random, 38, 2);
  const local = fractalNoise(random, 9, 2);
  return communes.map((commune) => {
    const [x, y] = commune.seat;
    const { core, belt, coast, high, metropole } = influenceOf(commune);
    const shore = coast * (x < 0 ? 1300 : 500);
    const place = 3300 * belt + 2100 * metropole * (1 - core) + shore - 3700 * high - 2300 * core;
    const chance = 3200 * region(x, y) + 2600 * local(x, y) + 420 * random.normal();
    const median = Math.round(clamp(PIVOT.median - 500 + place + chance, 16_000, 32_000) / 10) * 10;
    const expected = PIVOT.poverty - (2.6 * (median - PIVOT.median)) / 1000 + 4 * core + 1.5 * high;
    const persons = Math.round(commune.population * (0.965 + 0.02 * random.next()));
    return {
      median,
      poverty: clamp(expected + 1.1 * random.normal(), 2.5, 35),
      persons,
      households: Math.round(persons / (2.02 + 0.35 * belt - 0.12 * core)),
    };
  });
}
