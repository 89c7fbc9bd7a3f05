import { LONE_ISLAND } from './coastline.ts';
import { spread } from './frontier.ts';
import { connectedGroups, type Mesh } from './mesh.ts';
import { fractalNoise } from '../random/noise.ts';
import { distance, type Point } from './plane.ts';
import type { Prng } from '../random/prng.ts';
import type { Bank } from './rivers.ts';
import { HIGH_COUNTRY, TOWNS } from './towns.ts';

/** The island cut into communes: for each cell of the mesh the rank of its commune, −1 at sea. */
export interface Partition {
  owner: Int32Array;
  /** For each commune the cell of its town hall. */
  seats: number[];
  /** Ranks of the communes of `TOWNS`, in the same order. */
  towns: number[];
  /** Rank of the commune that is an island on its own. */
  loneIsland: number;
}

/** Communes to draw, the towns and the lone island included. */
export const COMMUNES = 300;

/** Cells tried as town halls, at random: about thirty for each commune. */
const CANDIDATES = 9000;

/** Km added to the way across a river: villages keep to their bank, so borders follow the water. */
const FORD = 2.6;

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

/** The scattering whose count is the nearest to `COMMUNES`, found by halving the scale. */
function scatterToCount(
  candidates: readonly number[],
  mesh: Mesh,
  fixed: readonly number[],
  wished: Float64Array,
): number[] {
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

/** For each seat that is not fixed, the cell of its group nearest to the group's middle (one step of Lloyd's method). */
function relax(mesh: Mesh, owner: Int32Array, seats: readonly number[], fixed: number): number[] {
  const cells: number[][] = seats.map(() => []);
  owner.forEach((rank, cell) => cells[rank]?.push(cell));
  return seats.map((seat, rank) => {
    const own = cells[rank] as number[];
    if (rank < fixed || own.length === 0) return seat;
    const middle: Point = [0, 1].map(
      (axis) =>
        own.reduce((sum, cell) => sum + ((mesh.sites[cell] as Point)[axis] as number), 0) / own.length,
    ) as [number, number];
    return nearestCell(mesh, own, middle);
  });
}

const nearestCell = (mesh: Mesh, cells: readonly number[], point: Point): number =>
  cells.reduce((best, cell) =>
    distance(mesh.sites[cell] as Point, point) < distance(mesh.sites[best] as Point, point) ? cell : best,
  );

/** Gives each islet to the commune of the nearest shore. */
function attachIslets(mesh: Mesh, owner: Int32Array, islets: readonly number[][]): void {
  const shore = [...owner.keys()].filter(
    (cell) =>
      (owner[cell] as number) >= 0 && (mesh.neighbours[cell] as number[]).some((next) => !mesh.land[next]),
  );
  for (const islet of islets) {
    const middle = mesh.sites[islet[Math.floor(islet.length / 2)] as number] as Point;
    const rank = owner[nearestCell(mesh, shore, middle)] as number;
    for (const cell of islet) owner[cell] = rank;
  }
}

/**
 * Draws the communes: town halls scattered with the density of the country, each taking the cells
 * it reaches first on foot (rivers and rough ground slow it), so that every commune holds together.
 */
export function drawCommunes(random: Prng, mesh: Mesh, bank: (point: Point) => Bank): Partition {
  const groups = connectedGroups(mesh.neighbours, (cell) => mesh.land[cell] === true).sort(
    (a, b) => b.length - a.length,
  );
  const [main, ...others] = groups as [number[], ...number[][]];
  const nearestTo = (point: Point, group: readonly number[]): number =>
    distance(mesh.sites[nearestCell(mesh, group, point)] as Point, point);
  const lone = others.reduce((best, group) =>
    nearestTo(LONE_ISLAND, group) < nearestTo(LONE_ISLAND, best) ? group : best,
  );
  const fixed = [...TOWNS.map(({ at }) => nearestCell(mesh, main, at)), nearestCell(mesh, lone, LONE_ISLAND)];

  const uneven = fractalNoise(random, 9, 2);
  const wished = Float64Array.from(mesh.sites, (site) => spacing(site, uneven(...site)));
  let seats = scatterToCount(random.shuffle(main).slice(0, CANDIDATES), mesh, fixed, wished);
  const rough = fractalNoise(random, 3.4, 3, 0.6);
  const slowness = mesh.sites.map(([x, y]) => Math.exp(2.6 * rough(x, y)) + random.between(0, 0.3));
  const banks = mesh.sites.map((site, cell) => (mesh.land[cell] ? bank(site) : null));
  const step = (from: number, to: number): number => {
    const [a, b] = [banks[from], banks[to]];
    const ford =
      a && b && a.river === b.river && a.side !== b.side && a.distance < 1 && b.distance < 1 ? FORD : 0;
    const length = distance(mesh.sites[from] as Point, mesh.sites[to] as Point);
    return (length * ((slowness[from] as number) + (slowness[to] as number))) / 2 + ford;
  };
  const links = mesh.neighbours.map((cells, cell) =>
    mesh.land[cell] ? cells.filter((next) => mesh.land[next]) : [],
  );
  const share = (): Int32Array =>
    spread(
      mesh.sites.length,
      seats.map((node) => ({ node, start: 0 })),
      (cell) => links[cell] as number[],
      step,
    );
  seats = relax(mesh, share(), seats, fixed.length);
  const owner = share();
  attachIslets(
    mesh,
    owner,
    others.filter((group) => group !== lone),
  );
  return { owner, seats, towns: TOWNS.map((_, rank) => rank), loneIsland: TOWNS.length };
}
