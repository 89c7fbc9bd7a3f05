import { EARTH_RADIUS, RADIANS, type Points } from './sphere.ts';

/** About two points a cell where there are points at all: measured best between one and four. */
const POINTS_PER_CELL = 2;
/** Four million cells are 16 MB: enough for 0.1° over the whole globe. */
const MAX_CELLS = 4_000_000;
/** Beyond, the point is far from everything (an island across the ocean): reading all is cheaper. */
const MAX_RINGS = 12;

/** Points in cells of a lon/lat grid, each cell a run of one array. */
export class PointGrid {
  readonly #size: number;
  readonly #west: number;
  readonly #south: number;
  readonly #columns: number;
  readonly #rows: number;
  /** First position in `#items` of each cell, row by row, one more at the end. */
  readonly #starts: Int32Array;
  readonly #items: Int32Array;
  /** Unit vectors, in the order of `#items`: a cell's candidates are read in a run. */
  readonly #vectors: Float64Array;
  // The point searched and the best so far.
  #x = 0;
  #y = 0;
  #z = 0;
  #best = -1;
  #bestChord = Infinity;

  constructor(points: Points) {
    const kept = Int32Array.from(points.lons as ArrayLike<number>, (_, i) => i).filter(
      (i) => !Number.isNaN(points.lons[i]) && !Number.isNaN(points.lats[i]),
    );
    const lons = Float64Array.from(kept, (i) => points.lons[i] as number);
    const lats = Float64Array.from(kept, (i) => points.lats[i] as number);
    const n = kept.length;
    this.#west = n === 0 ? 0 : least(lons);
    this.#south = n === 0 ? 0 : least(lats);
    const width = n === 0 ? 0 : -least(lons.map((lon) => -lon)) - this.#west;
    const height = n === 0 ? 0 : -least(lats.map((lat) => -lat)) - this.#south;
    this.#size = Math.max(
      cellSize(lons, lats),
      Math.sqrt((width * height) / MAX_CELLS),
      Math.max(width, height) / MAX_CELLS,
    );
    this.#columns = Math.floor(width / this.#size) + 1;
    this.#rows = Math.floor(height / this.#size) + 1;
    this.#starts = new Int32Array(this.#columns * this.#rows + 1);
    this.#items = new Int32Array(n);
    this.#vectors = new Float64Array(3 * n);
    const cells = Int32Array.from(
      lons,
      (lon, k) => this.#row(lats[k] as number) * this.#columns + this.#column(lon),
    );
    for (const cell of cells) (this.#starts[cell + 1] as number)++;
    for (let cell = 1; cell < this.#starts.length; cell++) {
      this.#starts[cell] = (this.#starts[cell] as number) + (this.#starts[cell - 1] as number);
    }
    const next = this.#starts.slice();
    for (let k = 0; k < n; k++) {
      const at = next[cells[k] as number] as number;
      next[cells[k] as number] = at + 1;
      this.#items[at] = kept[k] as number;
      const cosLat = Math.cos((lats[k] as number) * RADIANS);
      this.#vectors[3 * at] = cosLat * Math.cos((lons[k] as number) * RADIANS);
      this.#vectors[3 * at + 1] = cosLat * Math.sin((lons[k] as number) * RADIANS);
      this.#vectors[3 * at + 2] = Math.sin((lats[k] as number) * RADIANS);
    }
  }

  #row(lat: number): number {
    return Math.floor((lat - this.#south) / this.#size);
  }

  #column(lon: number): number {
    return Math.floor((lon - this.#west) / this.#size);
  }

  /** Index of the nearest point, −1 when there is none. */
  nearest(lon: number, lat: number): number {
    const cosLat = Math.cos(lat * RADIANS);
    this.#x = cosLat * Math.cos(lon * RADIANS);
    this.#y = cosLat * Math.sin(lon * RADIANS);
    this.#z = Math.sin(lat * RADIANS);
    this.#best = -1;
    this.#bestChord = Infinity;
    const row = this.#row(lat);
    const column = this.#column(lon);
    // Rings that do not touch the grid are jumped over at once.
    const outside = Math.max(0, -row, row - this.#rows + 1, -column, column - this.#columns + 1);
    const last = Math.max(row, this.#rows - 1 - row, column, this.#columns - 1 - column);
    for (let ring = outside; ring <= last; ring++) {
      if (this.#minimumChord(lon, lat, row, column, ring) > this.#bestChord) break;
      if (ring - outside > MAX_RINGS) {
        this.#read(0, this.#items.length);
        break;
      }
      this.#readRing(row, column, ring);
    }
    return this.#best;
  }

  /**
   * Every point within `metres` of great circle, the limit included, with its distance; in no order.
   * Reads the cells of the parallels and meridians that the circle can touch, round the antimeridian too.
   */
  within(lon: number, lat: number, metres: number, visit: (index: number, metres: number) => void): void {
    const angle = metres / EARTH_RADIUS;
    const cosLat = Math.cos(lat * RADIANS);
    const x = cosLat * Math.cos(lon * RADIANS);
    const y = cosLat * Math.sin(lon * RADIANS);
    const z = Math.sin(lat * RADIANS);
    // A hair more: the distance itself decides.
    const limit = 4 * Math.sin(Math.min(angle, Math.PI) / 2) ** 2 * (1 + 1e-9) + 1e-15;
    const north = angle / RADIANS;
    const polar = Math.abs(lat) + north >= 90;
    const east = polar ? 180 : Math.asin(Math.min(1, Math.sin(angle) / cosLat)) / RADIANS + 1e-9;
    const first = Math.max(0, this.#row(lat - north - 1e-9));
    const last = Math.min(this.#rows - 1, this.#row(lat + north + 1e-9));
    for (const turn of east >= 180 ? [0] : [-360, 0, 360]) {
      const from = east >= 180 ? 0 : Math.max(0, this.#column(lon - east + turn));
      const to =
        east >= 180 ? this.#columns - 1 : Math.min(this.#columns - 1, this.#column(lon + east + turn));
      if (from > to) continue;
      for (let row = first; row <= last; row++) {
        const base = row * this.#columns;
        const end = this.#starts[base + to + 1] as number;
        for (let at = this.#starts[base + from] as number; at < end; at++) {
          const dx = (this.#vectors[3 * at] as number) - x;
          const dy = (this.#vectors[3 * at + 1] as number) - y;
          const dz = (this.#vectors[3 * at + 2] as number) - z;
          const chord = dx * dx + dy * dy + dz * dz;
          if (chord > limit) continue;
          const arc = 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord) / 2));
          if (arc <= metres) visit(this.#items[at] as number, arc);
        }
      }
    }
  }

  #readRing(row: number, column: number, ring: number): void {
    this.#readCells(row - ring, column - ring, column + ring);
    if (ring === 0) return;
    this.#readCells(row + ring, column - ring, column + ring);
    for (let r = row - ring + 1; r < row + ring; r++) {
      this.#readCells(r, column - ring, column - ring);
      this.#readCells(r, column + ring, column + ring);
    }
  }

  #readCells(row: number, from: number, to: number): void {
    if (row < 0 || row >= this.#rows) return;
    const first = Math.max(0, from);
    const last = Math.min(this.#columns - 1, to);
    if (first > last) return;
    const base = row * this.#columns;
    this.#read(this.#starts[base + first] as number, this.#starts[base + last + 1] as number);
  }

  #read(from: number, to: number): void {
    const vectors = this.#vectors;
    const x = this.#x;
    const y = this.#y;
    const z = this.#z;
    for (let at = from; at < to; at++) {
      const dx = (vectors[3 * at] as number) - x;
      const dy = (vectors[3 * at + 1] as number) - y;
      const dz = (vectors[3 * at + 2] as number) - z;
      const chord = dx * dx + dy * dy + dz * dz;
      if (chord > this.#bestChord) continue;
      const item = this.#items[at] as number;
      if (chord < this.#bestChord || item < this.#best) {
        this.#bestChord = chord;
        this.#best = item;
      }
    }
  }

  /** A lower bound of the squared chord to anything in rings `ring` and beyond. */
  #minimumChord(lon: number, lat: number, row: number, column: number, ring: number): number {
    let parallel = Infinity;
    if (row - ring >= 0) parallel = lat - (this.#south + (row - ring + 1) * this.#size);
    if (row + ring < this.#rows) parallel = Math.min(parallel, this.#south + (row + ring) * this.#size - lat);
    let meridian = Infinity;
    if (column + ring < this.#columns) meridian = this.#west + (column + ring) * this.#size - lon;
    if (column - ring >= 0)
      meridian = Math.min(meridian, lon - (this.#west + (column - ring + 1) * this.#size));
    if (meridian !== Infinity) {
      // The way round by the antimeridian, where the grid spans far enough for it to be shorter.
      meridian = Math.min(
        meridian,
        360 - Math.max(lon - this.#west, this.#west + this.#columns * this.#size - lon),
      );
    }
    const bound = Math.min(chordToParallel(parallel), chordToMeridian(meridian, this.#x, this.#y, this.#z));
    // A hair less, so that rounding never prunes a tie.
    return bound * (1 - 1e-9) - 1e-15;
  }
}

/**
 * Least squared chord to a parallel `degrees` away: 4 sin²(a/2) = 2 − 2 cos a, bounded below by the
 * first terms of its series, which cost no trigonometry.
 */
function chordToParallel(degrees: number): number {
  if (degrees === Infinity) return Infinity;
  const angle = Math.max(0, degrees) * RADIANS;
  return angle * angle * Math.max(0, 1 - (angle * angle) / 12);
}

/**
 * Least squared chord from a unit vector to a meridian `degrees` of longitude away: at least its
 * distance to the meridian's plane, cos φ · sin Δλ; from a quarter turn on, its distance to the pole.
 */
function chordToMeridian(degrees: number, x: number, y: number, z: number): number {
  if (degrees === Infinity) return Infinity;
  if (degrees >= 90) return 2 - 2 * Math.abs(z);
  const angle = Math.max(0, degrees) * RADIANS;
  const sine = angle * (1 - (angle * angle) / 6);
  return (x * x + y * y) * sine * sine;
}

function least(values: Float64Array): number {
  let result = Infinity;
  for (const value of values) result = Math.min(result, value);
  return result;
}

/**
 * Cell size (degrees) for about `POINTS_PER_CELL` points a cell, by the area where there are points:
 * France and its overseas départements fill a thousandth of the box around them.
 */
function cellSize(lons: Float64Array, lats: Float64Array): number {
  const occupied = new Set<number>();
  for (let k = 0; k < lons.length; k++)
    occupied.add(Math.floor(lats[k] as number) * 1024 + Math.floor(lons[k] as number));
  return Math.max(0.01, Math.sqrt((occupied.size * POINTS_PER_CELL) / Math.max(1, lons.length)));
}
