import { fractalNoise } from '../random/noise.ts';
import type { Prng } from '../random/prng.ts';
import type { Mesh } from './mesh.ts';
import { distance, type Point } from './plane.ts';
import { HIGH_COUNTRY, TOWNS } from './towns.ts';

/** Communes to draw, the towns and the lone island included. */
export const COMMUNES = 300;

/** Cells tried as town halls, at random: about thirty for each commune. */
const CANDIDATES = 9000;

/** Wished distance between two town halls, km: close together in suburbs, wide apart in the high country. */
function spacing(point: Point, uneven: number): number {
  const urban = Math.max(...TOWNS.map(({ at, reach }) => Math.exp(-distance(point, at) / (1.7 * reach))));
  const high = Math.exp(-((distance(point, HIGH_COUNTRY.at) / HIGH_COUNTRY.radius) ** 2));
  return (4.1 - 1.7 * urban + 1.3 * high) * Math.exp(0.45 * uneven);
}

/** Town halls kept apart, as many as fit when every wished distance is multiplied by `scale`. */
function scatter(
  candidates: readonly number[],
  mesh: Mesh,
  fixed: readonly number[],
  wished: Float64Array,
  scale: number,
): number[] {
  const seats = [...fixed];
  const sites = fixed.map((cell) => mesh.sites[cell] as Point);
  for (const cell of candidates) {
    const [x, y] = mesh.sites[cell] as Point;
    const apart = (scale * (wished[cell] as number)) ** 2;
    if (sites.some((site) => (site[0] - x) ** 2 + (site[1] - y) ** 2 <= apart)) continue;
    seats.push(cell);
    sites.push([x, y]);
  }
  return seats;
}

/**
 * Places the town halls: those given first, then others at random with the density of the country,
 * as near to `COMMUNES` in all as can be, found by halving a scale.
 *
 * @param main cells of the main island
 * @param fixed cells of the town halls that are known
 */
export function scatterTownHalls(
  random: Prng,
  mesh: Mesh,
  main: readonly number[],
  fixed: readonly number[],
): number[] {
  const candidates = random.shuffle(main).slice(0, CANDIDATES);
  const uneven = fractalNoise(random, 9, 2);
  const wished = Float64Array.from(mesh.sites, (site) => spacing(site, uneven(...site)));
  let [low, high] = [0.6, 1.6];
  let best: number[] = [];
  for (let turn = 0; turn < 14 && best.length !== COMMUNES; turn++) {
    const scale = (low + high) / 2;
    const seats = scatter(candidates, mesh, fixed, wished, scale);
    if (Math.abs(seats.length - COMMUNES) < Math.abs(best.length - COMMUNES)) best = seats;
    if (seats.length > COMMUNES) low = scale;
    else high = scale;
  }
  return best;
}
