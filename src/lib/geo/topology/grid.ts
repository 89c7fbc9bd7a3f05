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
  return { x: rounded(x, side), y: rounded(y, -side) };
}

/** Positions in fractions of a degree, `steps` to a degree (a divisor of 100,000). */
export function degreeGrid({ topology }: Presimplified, steps: number): Grid {
  const scale = steps / STEPS_PER_DEGREE;
  return { x: rounded(topology.lon, scale), y: rounded(topology.lat, scale) };
}

/** A plain loop: `from` with a function takes ten times longer over a million vertices. */
function rounded(values: Float64Array | Int32Array, scale: number): Int32Array {
  const out = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) out[i] = Math.round(values[i]! * scale);
  return out;
}

/** Area of the unit square that a square tile unit covers, at a zoom. */
export const tileUnitArea = (zoom: number): number => (TILE_EXTENT * 2 ** zoom) ** -2;
