import { LONE_ISLAND } from './coastline.ts';
import { spread } from './frontier.ts';
import { connectedGroups, type Mesh } from './mesh.ts';
import { fractalNoise } from '../random/noise.ts';
import { distance, type Point } from './plane.ts';
import type { Prng } from '../random/prng.ts';
import type { Bank } from './rivers.ts';
import { scatterTownHalls } from './town-halls.ts';
import { TOWNS } from './towns.ts';

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

/** Km added to the way across a river: villages keep to their bank, so borders follow the water. */
const FORD = 2.6;

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

  let seats = scatterTownHalls(random, mesh, main, fixed);
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
