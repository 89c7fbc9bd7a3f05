const EARTH_KM = 6371.0088;
const CELL_DEGREES = 0.25;
const CELL_KM = (CELL_DEGREES * Math.PI * EARTH_KM) / 180;
/** How far the search goes, in rings of cells (28 km north to south): beyond, residuals no longer resemble each other. */
const MAX_RINGS = 6;

/** Where rows stand: degrees, and kilometres from the centre of the Earth. */
export interface Positions {
  latitude: Float64Array;
  longitude: Float64Array;
  xyz: Float64Array;
}

/** Reads positions once: distances are then chords, as good as great circles at the scale of neighbours. */
export function placeOnSphere(latitude: Float64Array, longitude: Float64Array): Positions {
  const xyz = new Float64Array(3 * latitude.length);
  latitude.forEach((degrees, row) => {
    const lat = (degrees * Math.PI) / 180;
    const lon = ((longitude[row] as number) * Math.PI) / 180;
    xyz[3 * row] = EARTH_KM * Math.cos(lat) * Math.cos(lon);
    xyz[3 * row + 1] = EARTH_KM * Math.cos(lat) * Math.sin(lon);
    xyz[3 * row + 2] = EARTH_KM * Math.sin(lat);
  });
  return { latitude, longitude, xyz };
}

/** Kilometres between two rows in a straight line. */
export function distanceKm({ xyz }: Positions, a: number, b: number): number {
  const dx = (xyz[3 * a] as number) - (xyz[3 * b] as number);
  const dy = (xyz[3 * a + 1] as number) - (xyz[3 * b + 1] as number);
  const dz = (xyz[3 * a + 2] as number) - (xyz[3 * b + 2] as number);
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}

export interface Neighbour {
  row: number;
  km: number;
}

/** The rows around a point, by a grid of quarter degrees; rows without a position are left out. */
export class Neighbourhood {
  readonly positions: Positions;
  readonly #cells = new Map<number, number[]>();

  constructor(positions: Positions, rows: readonly number[]) {
    this.positions = positions;
    for (const row of rows) {
      if (!this.#isPlaced(row)) continue;
      const key = this.#keyAround(row, 0, 0);
      const cell = this.#cells.get(key);
      if (cell) cell.push(row);
      else this.#cells.set(key, [row]);
    }
  }

  /** The `k` nearest rows to a row's position, itself left out, nearest first, ties by row. */
  nearest(target: number, k: number): Neighbour[] {
    if (!this.#isPlaced(target)) return [];
    const found: Neighbour[] = [];
    const visit = (row: number): void => {
      if (row !== target) found.push({ row, km: distanceKm(this.positions, target, row) });
    };
    // A cell is narrower than it is tall away from the equator: what is certain is its width.
    const width = CELL_KM * Math.cos(((this.positions.latitude[target] as number) * Math.PI) / 180);
    for (let ring = 0; ring <= MAX_RINGS; ring++) {
      this.#visitRing(target, ring, visit);
      if (found.length < k) continue;
      found.sort(byDistance);
      if ((found[k - 1] as Neighbour).km <= ring * width) break;
    }
    return found.sort(byDistance).slice(0, k);
  }

  /** Visits every pair of rows closer than some kilometres, once, the lesser row first. */
  visitPairs(withinKm: number, visit: (a: number, b: number, km: number) => void): void {
    const { xyz, latitude } = this.positions;
    const limit = withinKm * withinKm;
    for (const cell of this.#cells.values()) {
      const [first] = cell;
      if (first === undefined) continue;
      const tall = Math.ceil(withinKm / CELL_KM);
      // The edge nearer the pole is the narrower one.
      const edge = (Math.abs(latitude[first] as number) + (tall + 1) * CELL_DEGREES) * (Math.PI / 180);
      const wide = Math.ceil(withinKm / (CELL_KM * Math.max(0.1, Math.cos(edge))));
      for (let i = -tall; i <= tall; i++) {
        for (let j = -wide; j <= wide; j++) {
          const others = this.#cells.get(this.#keyAround(first, i, j));
          if (!others) continue;
          for (const a of cell) {
            const [x, y, z] = [xyz[3 * a] as number, xyz[3 * a + 1] as number, xyz[3 * a + 2] as number];
            for (const b of others) {
              if (b <= a) continue;
              const dx = x - (xyz[3 * b] as number);
              const dy = y - (xyz[3 * b + 1] as number);
              const dz = z - (xyz[3 * b + 2] as number);
              const square = dx * dx + dy * dy + dz * dz;
              if (square < limit) visit(a, b, Math.sqrt(square));
            }
          }
        }
      }
    }
  }

  #visitRing(target: number, ring: number, visit: (row: number) => void): void {
    for (let i = -ring; i <= ring; i++) {
      const step = Math.abs(i) === ring ? 1 : Math.max(1, 2 * ring);
      for (let j = -ring; j <= ring; j += step)
        this.#cells.get(this.#keyAround(target, i, j))?.forEach(visit);
    }
  }

  #keyAround(row: number, up: number, right: number): number {
    const { latitude, longitude } = this.positions;
    const lat = Math.floor((latitude[row] as number) / CELL_DEGREES) + up;
    const lon = Math.floor((longitude[row] as number) / CELL_DEGREES) + right;
    return lat * 100_000 + lon;
  }

  #isPlaced(row: number): boolean {
    return (
      !Number.isNaN(this.positions.xyz[3 * row] as number) &&
      !Number.isNaN(this.positions.xyz[3 * row + 2] as number)
    );
  }
}

const byDistance = (a: Neighbour, b: Neighbour): number => a.km - b.km || a.row - b.row;
