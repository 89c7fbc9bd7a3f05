import { outlineContains } from '../geography/outlines.ts';
import { distance, toLonLat, type Point } from '../geography/plane.ts';
import { HIGH_COUNTRY } from '../geography/towns.ts';
import type { Prng } from '../random/prng.ts';
import type { DescribedCommune } from '../territory.ts';

/** A spot on the ground of a commune, degrees with 6 decimals. */
export interface Spot {
  commune: DescribedCommune;
  lat: number;
  lon: number;
}

/** True where nobody helps: the high country, the island apart and the empty commune. */
export const isForsaken = (commune: DescribedCommune): boolean =>
  commune.isLoneIsland ||
  commune.population === 0 ||
  distance(commune.seat, HIGH_COUNTRY.at) < HIGH_COUNTRY.radius;

/** A spot near the town hall: within 700 m in a village, farther in a city. */
export function spotIn(random: Prng, commune: DescribedCommune): Spot {
  const reach = Math.min(3, 0.7 + commune.population / 60_000);
  const near = commune.spots.filter((spot) => distance(spot, commune.seat) <= reach);
  const [x, y] = near.length > 0 ? random.pick(near) : (commune.spots[0] as Point);
  const moved: Point = [x + random.between(-0.15, 0.15), y + random.between(-0.15, 0.15)];
  const chosen = outlineContains(commune.outline, toLonLat(moved)) ? moved : ([x, y] as const);
  const [lon, lat] = toLonLat(chosen, 6);
  return { commune, lat, lon };
}

/** Draws communes that have help, the more inhabitants the oftener (population to the power 0.85). */
export function populousDraw(random: Prng, communes: readonly DescribedCommune[]): () => DescribedCommune {
  const served = communes.filter((commune) => !isForsaken(commune));
  const weights = served.map(({ population, town }) => population ** 0.85 * (town ? 1.6 : 0.8));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return () => {
    let left = random.between(0, total);
    return (
      served.find((_, index) => (left -= weights[index] as number) < 0) ?? (served[0] as DescribedCommune)
    );
  };
}
