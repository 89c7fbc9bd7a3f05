/** Mean Earth radius, metres: the sphere of every distance in Maillage. */
export const EARTH_RADIUS = 6_371_008.8;

const RADIANS = Math.PI / 180;

/** Points as parallel arrays, degrees WGS 84. */
export interface Points {
  lons: ArrayLike<number>;
  lats: ArrayLike<number>;
}

/** Great-circle distance in metres (haversine, sphere of radius `EARTH_RADIUS`). */
export function greatCircle(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const dLat = (lat2 - lat1) * RADIANS;
  const dLon = (lon2 - lon1) * RADIANS;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

export interface Nearest {
  /** Metres to the nearest point; `Infinity` when there is none. */
  distances: Float64Array;
  /** Index of the nearest point (the lowest on a tie); −1 when there is none. */
  indices: Int32Array;
}

const CELLS_PER_POINT = 0.5;

/**
 * Nearest point of `to` for each point of `from`, exactly.
 *
 * Points become unit vectors; on the sphere the nearest by great circle is the nearest by chord, so
 * squared chords are compared and the arc is taken once per result. Candidates come from a lon/lat
 * grid searched ring by ring: a ring is left only when nothing beyond it can be nearer, with the
 * narrowing of meridians and the antimeridian taken into account. Unknown coordinates (NaN) are
 * skipped on both sides.
 */
export function nearestPoints(from: Points, to: Points): Nearest {
  const grid = buildGrid(to);
  const n = from.lons.length;
  const distances = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const indices = new Int32Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    const lon = from.lons[i] as number;
    const lat = from.lats[i] as number;
    if (Number.isNaN(lon) || Number.isNaN(lat)) continue;
    const found = searchGrid(grid, lon, lat);
    indices[i] = found;
    if (found >= 0) distances[i] = greatCircle(lon, lat, to.lons[found] as number, to.lats[found] as number);
  }
  return { distances, indices };
}

interface Grid {
  /** Cell size, degrees. */
  size: number;
  west: number;
  south: number;
  columns: number;
  rows: number;
  /** First position in `items` of each cell, row by row, one more at the end. */
  starts: Int32Array;
  items: Int32Array;
  xs: Float64Array;
  ys: Float64Array;
  zs: Float64Array;
}

function buildGrid(points: Points): Grid {
  const n = points.lons.length;
  let west = Infinity;
  let east = -Infinity;
  let south = Infinity;
  let north = -Infinity;
  let count = 0;
  for (let i = 0; i < n; i++) {
    const lon = points.lons[i] as number;
    const lat = points.lats[i] as number;
    if (Number.isNaN(lon) || Number.isNaN(lat)) continue;
    count++;
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  if (count === 0) west = east = south = north = 0;
  const area = Math.max(1e-6, (east - west) * (north - south));
  // At least a hundredth of a degree, so that stacked points do not make a grid of dust; at most a million cells.
  const size = Math.max(0.01, Math.sqrt(area / Math.max(1, count * CELLS_PER_POINT)), Math.sqrt(area / 1e6));
  const columns = Math.floor((east - west) / size) + 1;
  const rows = Math.floor((north - south) / size) + 1;
  const starts = new Int32Array(columns * rows + 1);
  const cells = new Int32Array(n).fill(-1);
  const xs = new Float64Array(n);
  const ys = new Float64Array(n);
  const zs = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const lon = points.lons[i] as number;
    const lat = points.lats[i] as number;
    if (Number.isNaN(lon) || Number.isNaN(lat)) continue;
    const cosLat = Math.cos(lat * RADIANS);
    xs[i] = cosLat * Math.cos(lon * RADIANS);
    ys[i] = cosLat * Math.sin(lon * RADIANS);
    zs[i] = Math.sin(lat * RADIANS);
    const cell = Math.floor((lat - south) / size) * columns + Math.floor((lon - west) / size);
    cells[i] = cell;
    starts[cell + 1] = (starts[cell + 1] as number) + 1;
  }
  for (let cell = 0; cell < columns * rows; cell++) starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  const next = starts.slice(0, -1);
  const items = new Int32Array(count);
  for (let i = 0; i < n; i++) {
    const cell = cells[i] as number;
    if (cell < 0) continue;
    items[next[cell] as number] = i;
    next[cell] = (next[cell] as number) + 1;
  }
  return { size, west, south, columns, rows, starts, items, xs, ys, zs };
}

function searchGrid(grid: Grid, lon: number, lat: number): number {
  const { size, west, south, columns, rows, starts, items, xs, ys, zs } = grid;
  const cosLat = Math.cos(lat * RADIANS);
  const x = cosLat * Math.cos(lon * RADIANS);
  const y = cosLat * Math.sin(lon * RADIANS);
  const z = Math.sin(lat * RADIANS);
  const column = Math.floor((lon - west) / size);
  const row = Math.floor((lat - south) / size);
  let best = -1;
  let bestChord = Infinity;

  const visit = (r: number, from: number, to: number): void => {
    if (r < 0 || r >= rows) return;
    const first = Math.max(0, from);
    const last = Math.min(columns - 1, to);
    if (first > last) return;
    const end = starts[r * columns + last + 1] as number;
    for (let at = starts[r * columns + first] as number; at < end; at++) {
      const i = items[at] as number;
      const dx = (xs[i] as number) - x;
      const dy = (ys[i] as number) - y;
      const dz = (zs[i] as number) - z;
      const chord = dx * dx + dy * dy + dz * dz;
      if (chord < bestChord || (chord === bestChord && i < best)) {
        bestChord = chord;
        best = i;
      }
    }
  };

  // Rings that do not touch the grid are jumped over at once.
  const outside = Math.max(0, -row, row - rows + 1, -column, column - columns + 1);
  const rings = Math.max(row + 1, rows - row, column + 1, columns - column, 1);
  for (let ring = outside; ring <= rings; ring++) {
    if (best >= 0 && minimumChord(lon, lat, grid, row, column, ring) > bestChord) break;
    if (ring === 0) visit(row, column, column);
    else {
      visit(row - ring, column - ring, column + ring);
      visit(row + ring, column - ring, column + ring);
      for (let r = row - ring + 1; r < row + ring; r++) {
        visit(r, column - ring, column - ring);
        visit(r, column + ring, column + ring);
      }
    }
  }
  return best;
}

/** A lower bound of the squared chord to anything in rings `ring` and beyond. */
function minimumChord(lon: number, lat: number, grid: Grid, row: number, column: number, ring: number): number {
  const { size, west, south, columns, rows } = grid;
  let least = Infinity;
  const below = row - ring;
  const above = row + ring;
  if (below >= 0) least = Math.min(least, lat - (south + (below + 1) * size));
  if (above < rows) least = Math.min(least, south + above * size - lat);
  const east = column + ring < columns ? west + (column + ring) * size - lon : Infinity;
  const left = column - ring >= 0 ? lon - (west + (column - ring + 1) * size) : Infinity;
  const side = Math.min(east, left);
  // The way round by the antimeridian: only where the grid spans far enough for it to matter.
  const wrapped = Math.min(side, 360 - Math.max(Math.abs(west - lon), Math.abs(west + columns * size - lon)));
  if (side !== Infinity) least = Math.min(least, meridianAngle(lat, wrapped));
  if (least === Infinity) return Infinity;
  const half = Math.sin((Math.max(0, least) * RADIANS) / 2);
  // A hair less, so that rounding never prunes a tie.
  return 4 * half * half * (1 - 1e-9) - 1e-15;
}

/** Angular distance (degrees) from a point at `lat` to the meridian `deltaLon` degrees away. */
function meridianAngle(lat: number, deltaLon: number): number {
  if (deltaLon >= 90) return 90 - Math.abs(lat);
  return Math.asin(Math.cos(lat * RADIANS) * Math.sin(Math.max(0, deltaLon) * RADIANS)) / RADIANS;
}
