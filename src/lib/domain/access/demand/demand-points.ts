import type { LandedPoints } from '../reach.ts';

/** Points where the people of communes live, those of a commune in a run; parallel lists. */
export interface InhabitedPoints {
  /** Ordinal of the commune of each point, rising. */
  communes: Int32Array;
  lons: Float64Array;
  lats: Float64Array;
  /** More than none. */
  people: Float64Array;
}

/**
 * What reach is counted from: the inhabited points of a commune where they are given, else its published
 * centre, which then stands for everybody.
 */
export interface DemandPoints extends LandedPoints {
  lons: Float64Array;
  lats: Float64Array;
  /** First point of each commune, one more at the end. */
  starts: Int32Array;
  /** Share of the people of its commune at each point, of sum 1 in a commune. */
  shares: Float64Array;
  /** 1 for a commune whose inhabited points are given. */
  given: Uint8Array;
}

/** The demand points of communes, in their order, from their centres and what is given. */
export function demandPoints(centres: LandedPoints, inhabited: InhabitedPoints | null): DemandPoints {
  const count = centres.lons.length;
  const own = new Int32Array(count);
  for (const commune of inhabited?.communes ?? []) own[commune] = (own[commune] as number) + 1;
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i] as number) + Math.max(1, own[i] as number);
  const total = starts[count] as number;
  const points = {
    lons: new Float64Array(total),
    lats: new Float64Array(total),
    lands: new Uint8Array(total),
    shares: new Float64Array(total),
  };
  let next = 0;
  for (let i = 0; i < count; i++) {
    const from = starts[i] as number;
    const to = starts[i + 1] as number;
    points.lands.fill(centres.lands[i] as number, from, to);
    if (!inhabited || own[i] === 0) {
      points.lons[from] = centres.lons[i] as number;
      points.lats[from] = centres.lats[i] as number;
      points.shares[from] = 1;
      continue;
    }
    const mine = inhabited.people.subarray(next, next + (own[i] as number));
    const people = mine.reduce((sum, here) => sum + here, 0);
    for (let at = from; at < to; at++, next++) {
      points.lons[at] = inhabited.lons[next] as number;
      points.lats[at] = inhabited.lats[next] as number;
      points.shares[at] = (inhabited.people[next] as number) / people;
    }
  }
  return { ...points, starts, given: Uint8Array.from(own, (n) => (n > 0 ? 1 : 0)) };
}

/** Mean over the people of each commune of what is known by point. */
export function meanByCommune({ starts, shares }: DemandPoints, values: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, i) => {
    let mean = 0;
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at++)
      mean += (shares[at] as number) * (values[at] as number);
    return mean;
  });
}

/** People at each point, from those of the communes (NaN when unknown). */
export function peopleAt({ starts, shares }: DemandPoints, people: ArrayLike<number>): Float64Array {
  const here = new Float64Array(shares.length);
  for (let i = 0; i + 1 < starts.length; i++)
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at++)
      here[at] = (people[i] as number) * (shares[at] as number);
  return here;
}

/** The point of each commune where most of its people live. */
export const mainPoints = ({ starts, shares }: DemandPoints): Int32Array =>
  Int32Array.from({ length: starts.length - 1 }, (_, i) => {
    let main = starts[i] as number;
    for (let at = main + 1; at < (starts[i + 1] as number); at++)
      if ((shares[at] as number) > (shares[main] as number)) main = at;
    return main;
  });

/**
 * The point that each supply point stands at, whatever the distance (−1 for none): that of its commune
 * (`homes`) where the centre stands for everybody, for it may be far from the town; and where inhabited
 * points are given the main one, for a supply point without a position only, the others being measured.
 */
export function homePoints(points: DemandPoints, homes: ArrayLike<number>, to: LandedPoints): Int32Array {
  const main = mainPoints(points);
  return Int32Array.from(homes, (commune, k) => {
    if (commune < 0) return -1;
    const measured = points.given[commune] === 1 && !Number.isNaN(to.lons[k]);
    return measured ? -1 : (main[commune] as number);
  });
}

/** What going to the nearest supply point costs from each point: nothing where one stands at it. */
export function pointCosts(distances: Float64Array, homes: ArrayLike<number>): Float64Array {
  const costs = distances.slice();
  for (let k = 0; k < homes.length; k++) if ((homes[k] as number) >= 0) costs[homes[k] as number] = 0;
  return costs;
}
