import { RandomStream } from '../random/stream.ts';
import { type Contiguity, neighboursOf } from './contiguity.ts';

/**
 * How a territory stands with its neighbours: both high (a hot spot), both low (a cold spot), low among
 * high, high among low. `none` is not told from chance; `unknown` has no value or no neighbour with one.
 */
export const SPOTS = ['none', 'high-high', 'low-low', 'low-high', 'high-low', 'unknown'] as const;

export type Spot = (typeof SPOTS)[number];

export interface LocalMoran {
  /** I_i = (z_i / m2) · mean of z over the neighbours; NaN where unknown. */
  local: Float64Array;
  /** Pseudo p-value of each, by conditional permutations; NaN where unknown. */
  p: Float64Array;
  /** Index in `SPOTS`. */
  spots: Uint8Array;
  /** The global index: the mean of the local ones. */
  global: number;
  /** Greatest p-value held for more than chance; 0 when none is. */
  cut: number;
}

export interface MoranOptions {
  /** Drawings of neighbours at random; 999 gives p-values by thousandths. */
  permutations: number;
  seed: number;
  /** Share of false spots among those shown that is put up with. */
  falseDiscovery: number;
}

export const MORAN_OPTIONS: MoranOptions = { permutations: 999, seed: 1, falseDiscovery: 0.05 };

/**
 * Local Moran of every territory, the weight of neighbours shared equally (rows sum to one).
 *
 * Significance: the value stays, its neighbours are drawn among all the others (conditional
 * permutations); p = (M + 1) / (R + 1), M the drawings whose mean is as high or higher, or as low or
 * lower, whichever are fewer: equal means count on both sides, so that ties never pass for significance. Many territories are tried at once: only those that
 * pass the false-discovery correction of Benjamini and Hochberg are spots. Values that are not finite take
 * no part, nor do they count as neighbours.
 *
 * The same seed gives the same spots. Source: Anselin 1995, « Local Indicators of Spatial Association ».
 */
export function localMoran(
  contiguity: Contiguity,
  values: ArrayLike<number>,
  options: MoranOptions = MORAN_OPTIONS,
): LocalMoran {
  const finding = findingSpots(contiguity, values, options);
  for (;;) {
    const step = finding.next();
    if (step.done) return step.value;
  }
}

/** Territories tried before others are given a turn: some milliseconds of work. */
const SLICE = 300;

/** The same, a slice at a time, so that others are served meanwhile. */
export function* findingSpots(
  contiguity: Contiguity,
  values: ArrayLike<number>,
  { permutations, seed, falseDiscovery }: MoranOptions = MORAN_OPTIONS,
): Generator<void, LocalMoran> {
  const count = contiguity.starts.length - 1;
  const known: number[] = [];
  for (let i = 0; i < count; i++) if (Number.isFinite(values[i])) known.push(i);
  const { deviations, square } = deviationsOf(values, known);
  const local = new Float64Array(count).fill(Number.NaN);
  const p = new Float64Array(count).fill(Number.NaN);
  const spots = new Uint8Array(count).fill(SPOTS.indexOf('unknown'));
  const neighbours = (i: number): Int32Array =>
    neighboursOf(contiguity, i).filter((j) => Number.isFinite(values[j]));
  if (square === 0) return { local, p, spots, global: Number.NaN, cut: 0 };

  const lags = new Float64Array(count);
  for (const i of known) {
    const near = neighbours(i);
    if (near.length === 0) continue;
    lags[i] = mean(near, deviations);
    local[i] = ((deviations[i] as number) * (lags[i] as number)) / square;
  }
  const tried = known.filter((i) => !Number.isNaN(local[i]));
  const lists = drawLists(tried, (i) => neighbours(i).length, known.length, permutations, seed);
  const ranks = new Int32Array(count).fill(-1);
  known.forEach((i, rank) => (ranks[i] = rank));
  const pool = Float64Array.from(known, (i) => deviations[i] as number);
  for (const [rank, i] of tried.entries()) {
    if (rank % SLICE === 0) yield;
    const size = neighbours(i).length;
    const own = ranks[i] as number;
    const lag = lags[i] as number;
    let [above, below] = [0, 0];
    for (let draw = 0; draw < permutations; draw++) {
      const list = lists.get(size)?.[draw] as Int32Array;
      let sum = 0;
      // The list draws among all the others: what falls on the territory itself takes the last.
      for (let k = 0; k < size; k++) {
        const at = list[k] as number;
        sum += pool[at === own ? pool.length - 1 : at] as number;
      }
      if (sum / size >= lag) above++;
      if (sum / size <= lag) below++;
    }
    p[i] = (Math.min(above, below) + 1) / (permutations + 1);
  }
  const cut = discoveryCut(
    tried.map((i) => p[i] as number),
    falseDiscovery,
  );
  for (const i of tried)
    spots[i] = (p[i] as number) <= cut ? spotOf(deviations[i] as number, lags[i] as number) : 0;
  const global = tried.reduce((sum, i) => sum + (local[i] as number), 0) / known.length;
  return { local, p, spots, global, cut };
}

/** z of every territory, and the mean of z². */
function deviationsOf(
  values: ArrayLike<number>,
  known: readonly number[],
): { deviations: Float64Array; square: number } {
  const average = known.reduce((sum, i) => sum + (values[i] as number), 0) / Math.max(1, known.length);
  const deviations = Float64Array.from(values, (value) => value - average);
  const square =
    known.reduce((sum, i) => sum + (deviations[i] as number) ** 2, 0) / Math.max(1, known.length);
  // What rounding leaves of equal values is no variance.
  return { deviations, square: square <= (average * 1e-12) ** 2 ? 0 : square };
}

const mean = (at: Int32Array, of: Float64Array): number => {
  let sum = 0;
  for (const i of at) sum += of[i] as number;
  return sum / at.length;
};

/**
 * For each number of neighbours, as many lists of distinct ranks as there are drawings, among all but the
 * last rank: one set of drawings serves every territory that has as many neighbours.
 */
function drawLists(
  tried: readonly number[],
  sizeOf: (i: number) => number,
  count: number,
  permutations: number,
  seed: number,
): Map<number, Int32Array[]> {
  const lists = new Map<number, Int32Array[]>();
  for (const size of new Set(tried.map(sizeOf))) {
    const stream = new RandomStream(seed, size);
    lists.set(
      size,
      Array.from({ length: permutations }, () => {
        const drawn = new Set<number>();
        while (drawn.size < Math.min(size, count - 1)) drawn.add(stream.below(count - 1));
        return Int32Array.from(drawn);
      }),
    );
  }
  return lists;
}

/** The greatest p-value held under the false-discovery rate (Benjamini and Hochberg, 1995); 0 when none is. */
export function discoveryCut(values: readonly number[], rate: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  let cut = 0;
  sorted.forEach((value, at) => {
    if (value <= ((at + 1) / sorted.length) * rate) cut = value;
  });
  return cut;
}

function spotOf(deviation: number, lag: number): number {
  const spot: Spot = deviation > 0 ? (lag > 0 ? 'high-high' : 'high-low') : lag > 0 ? 'low-high' : 'low-low';
  return SPOTS.indexOf(spot);
}
