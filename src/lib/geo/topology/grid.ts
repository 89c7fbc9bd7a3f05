import type { Presimplified } from './presimplify.ts';
import { STEPS_PER_DEGREE } from './shape-rings.ts';

/** Units on the side of a vector tile. */
export const TILE_EXTENT = 4096;

/** Integer position of every vertex at one level of detail, y upward. */
export interface Grid {
  x: Int32Array;
  y: Int32Array;
}

/** Positions on the grid that the tiles of a zoom share: y is the opposite of the row downward. */
export function tileGrid({ x, y }: Presimplified, zoom: number): Grid {
  const side = TILE_EXTENT * 2 ** zoom;
  return {
    x: Int32Array.from(x, (value) => Math.round(value * side)),
    y: Int32Array.from(y, (value) => -Math.round(value * side)),
  };
}

/** Positions in fractions of a degree, `steps` to a degree (a divisor of 100,000). */
export function degreeGrid({ topology }: Presimplified, steps: number): Grid {
  const ratio = STEPS_PER_DEGREE / steps;
  return {
    x: Int32Array.from(topology.lon, (value) => Math.round(value / ratio)),
    y: Int32Array.from(topology.lat, (value) => Math.round(value / ratio)),
  };
}

/** Area of the unit square that a square tile unit covers, at a zoom. */
export const tileUnitArea = (zoom: number): number => (TILE_EXTENT * 2 ** zoom) ** -2;
