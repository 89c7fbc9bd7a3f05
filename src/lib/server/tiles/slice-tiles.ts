import { clipRing } from '../../geo/clip-ring.ts';
import { TILE_EXTENT } from '../../geo/topology/grid.ts';
import { mercatorY } from '../../geo/topology/mercator.ts';
import { doubleArea } from '../../geo/topology/ring-area.ts';
import { TILE_BUFFER } from './zooms.ts';

/** What one tile holds of one shape: polygons in tile units, y downward, exteriors clockwise on screen. */
export interface SlicedShape {
  shape: number;
  polygons: Int32Array[][];
}

export interface TileContent {
  x: number;
  y: number;
  features: SlicedShape[];
}

/** The tiles of one level at one zoom, filled shape by shape. */
export class TileSlicer {
  readonly tiles = new Map<number, TileContent>();
  readonly #side: number;

  constructor(zoom: number) {
    this.#side = 2 ** zoom;
  }

  /**
   * Adds a shape given on the grid of the zoom (y upward), cut to every tile it touches. A polygon
   * that reaches beyond 85° (Terre Adélie, to the pole) has no place in Web Mercator and is left out.
   */
  add(shape: number, polygons: readonly Int32Array[][]): void {
    for (const polygon of polygons) {
      const rings = polygon.map(flip);
      if (leavesTheMap(rings[0]!, this.#side * TILE_EXTENT)) continue;
      for (const x of this.#span(rings[0]!, 0)) {
        const column = clipPolygon(rings, 0, x);
        if (!column) continue;
        for (const y of this.#span(column[0]!, 1)) {
          const cell = clipPolygon(column, 1, y);
          if (cell) this.#put(shape, x, y, cell);
        }
      }
    }
  }

  /** Ranks of the columns (axis 0) or rows (axis 1) that a ring touches, buffer included. */
  #span(ring: Int32Array, axis: 0 | 1): number[] {
    let least = Infinity;
    let most = -Infinity;
    for (let i = axis; i < ring.length; i += 2) {
      least = Math.min(least, ring[i]!);
      most = Math.max(most, ring[i]!);
    }
    const from = Math.max(0, Math.floor((least - TILE_BUFFER) / TILE_EXTENT));
    const to = Math.min(this.#side - 1, Math.floor((most + TILE_BUFFER) / TILE_EXTENT));
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  }

  #put(shape: number, x: number, y: number, cell: readonly Int32Array[]): void {
    const key = x * this.#side + y;
    const tile = this.tiles.get(key) ?? { x, y, features: [] };
    this.tiles.set(key, tile);
    const polygon = cell.map((ring) => ring.map((value, i) => value - (i % 2 === 0 ? x : y) * TILE_EXTENT));
    const last = tile.features.at(-1);
    if (last?.shape === shape) last.polygons.push(polygon);
    else tile.features.push({ shape, polygons: [polygon] });
  }
}

/** Latitude at which the map stops: at the very edge of the square, scale has run away. */
const LAST_LATITUDE = 85;

function leavesTheMap(ring: Int32Array, side: number): boolean {
  const north = mercatorY(LAST_LATITUDE) * side;
  for (let i = 1; i < ring.length; i += 2) if (ring[i]! < north || ring[i]! > side - north) return true;
  return false;
}

/** The same ring with y downward; what turned counter-clockwise now turns clockwise on screen, as tiles ask. */
function flip(ring: Int32Array): Int32Array {
  const out = new Int32Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    out[ring.length - 2 - i] = ring[i]!;
    out[ring.length - 1 - i] = -ring[i + 1]!;
  }
  return out;
}

/** A polygon cut to a column or a row of tiles and its buffer; `null` when nothing with an area is left. */
function clipPolygon(polygon: readonly Int32Array[], axis: 0 | 1, rank: number): Int32Array[] | null {
  const low = rank * TILE_EXTENT - TILE_BUFFER;
  const high = (rank + 1) * TILE_EXTENT + TILE_BUFFER;
  const [exterior, ...holes] = polygon.map((ring) => clipRing(ring, axis, low, high));
  if (!exterior || doubleArea(exterior) <= 0) return null;
  return [exterior, ...holes.filter((hole) => doubleArea(hole) < 0)];
}
