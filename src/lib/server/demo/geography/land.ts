import { fractalNoise } from '../random/noise.ts';
import { prngFor } from '../random/prng.ts';
import { drawBorders, type Border } from './borders.ts';
import { landField } from './coastline.ts';
import { CELL_AREA, drawMesh } from './mesh.ts';
import { drawOutlines, outlineContains, type Outline } from './outlines.ts';
import { drawCommunes } from './partition.ts';
import { distance, toLonLat, type Point } from './plane.ts';
import { riverBanks } from './rivers.ts';
import { TOWNS, type Town } from './towns.ts';

/** What the drawing says of a commune, before it has a name or inhabitants. */
export interface Parcel {
  /** Town hall, km on the plane of work. */
  seat: Point;
  /** Middles of its cells, km: spots where a place can stand. */
  spots: Point[];
  outline: Outline;
  /** The same outline to about 100 m, a few points a border. */
  coarse: Outline;
  surfaceKm2: number;
  /** Ranks of the communes with a common border, in rising order. */
  neighbours: number[];
  isCoastal: boolean;
  /** Km from the town hall to the nearest coast. */
  toCoast: number;
  /** What the river adds to its name, when the town hall stands by one. */
  river: string | null;
  town: Town | null;
  isLoneIsland: boolean;
}

/** Every twelfth point of a border, ends kept: enough for a map of the whole country. */
const coarsened = (borders: readonly Border[]): Border[] =>
  borders.map((border) => ({
    ...border,
    line: border.line.filter(
      (_, index, { length }) =>
        index === length - 1 || index % Math.min(12, Math.ceil((length - 1) / 3)) === 0,
    ),
  }));

const nearest = (point: Point, spots: readonly Point[]): Point =>
  spots.reduce((best, spot) => (distance(spot, point) < distance(best, point) ? spot : best));

/** Draws the island and its communes: about 300 parcels, the same for a same seed. */
export function drawLand(seed: number): Parcel[] {
  const mesh = drawMesh(prngFor(seed, 'mesh'), landField(prngFor(seed, 'coast')));
  const bank = riverBanks(fractalNoise(prngFor(seed, 'rivers'), 9, 3));
  const { owner, seats, towns, loneIsland } = drawCommunes(prngFor(seed, 'communes'), mesh, bank);
  const borders = drawBorders(prngFor(seed, 'borders'), mesh, owner);
  const outlines = drawOutlines(borders, seats.length);
  const coarse = drawOutlines(coarsened(borders), seats.length, 3);
  const coast = borders
    .filter(({ right }) => right < 0)
    .flatMap(({ line }) => line.filter((_, index) => index % 4 === 0));
  const cells: number[][] = seats.map(() => []);
  owner.forEach((rank, cell) => cells[rank]?.push(cell));
  return seats.map((cell, rank) => {
    const outline = outlines[rank] as Outline;
    const own = cells[rank] as number[];
    const spots = own
      .map((each) => mesh.sites[each] as Point)
      .filter((spot) => outlineContains(outline, toLonLat(spot)));
    // Drawing the shore finely can leave the cell of a port in the water: the nearest dry spot takes over.
    const seat = nearest(mesh.sites[cell] as Point, spots);
    const around = borders.filter(({ left, right }) => left === rank || right === rank);
    const near = bank(seat);
    return {
      seat,
      spots,
      outline,
      coarse: coarse[rank] as Outline,
      surfaceKm2: own.length * CELL_AREA,
      neighbours: [...new Set(around.map(({ left, right }) => (left === rank ? right : left)))]
        .filter((other) => other >= 0)
        .sort((a, b) => a - b),
      isCoastal: around.some(({ right }) => right < 0),
      toCoast: Math.min(...coast.map((point) => distance(point, seat))),
      river: near.distance < 1.3 ? near.river.suffix : null,
      town: TOWNS[towns.indexOf(rank)] ?? null,
      isLoneIsland: rank === loneIsland,
    };
  });
}
