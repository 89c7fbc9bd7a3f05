import { PointGrid } from './point-grid.ts';
import type { Points } from './sphere.ts';

/** Points, and the land that each is on. */
export interface LandedPoints extends Points {
  /** Numbers of `landNumbers`; nobody goes from one to another. */
  lands: ArrayLike<number>;
}

/**
 * Who can go where: the pairs of a demand point and a supply point within reach, a run of pairs for each
 * demand point. `costs` are metres or minutes, as `unit` says.
 */
export interface Reach {
  /** First pair of each demand point, one more at the end. */
  starts: Int32Array;
  /** Supply point of each pair. */
  supplies: Int32Array;
  costs: Float32Array;
  unit: CostUnit;
  /** Number of supply points, in reach or not. */
  supplyCount: number;
}

export type CostUnit = 'metres' | 'minutes';

/**
 * Every pair within `metres` of great circle, the limit included, exactly; never across two lands. Points
 * without coordinates (NaN) have no pairs. `homes` is the demand point that each supply point stands in
 * (−1 for none): whatever the distance, they are a pair that costs nothing.
 */
export function reachWithin(
  from: LandedPoints,
  to: LandedPoints,
  metres: number,
  homes: ArrayLike<number> = [],
): Reach {
  const grid = new PointGrid(to);
  const n = from.lons.length;
  const inside = Array.from({ length: n }, (): number[] => []);
  for (let j = 0; j < homes.length; j++) inside[homes[j] as number]?.push(j);
  const starts = new Int32Array(n + 1);
  const pairs = new PairList();
  for (let i = 0; i < n; i++) {
    const lon = from.lons[i] as number;
    const lat = from.lats[i] as number;
    const land = from.lands[i] as number;
    for (const at of inside[i] as number[]) pairs.push(at, 0);
    if (!Number.isNaN(lon) && !Number.isNaN(lat))
      grid.within(lon, lat, metres, (at, far) => {
        if (to.lands[at] === land && homes[at] !== i) pairs.push(at, far);
      });
    starts[i + 1] = pairs.length;
  }
  return { starts, ...pairs.cut(), unit: 'metres', supplyCount: to.lons.length };
}

/** A reach of pairs that come in any order, `demands` being the demand point of each. */
export function reachOfPairs(
  demands: ArrayLike<number>,
  { supplies, costs }: Pick<Reach, 'supplies' | 'costs'>,
  { demandCount, supplyCount, unit }: { demandCount: number; supplyCount: number; unit: CostUnit },
): Reach {
  const starts = new Int32Array(demandCount + 1);
  for (let k = 0; k < demands.length; k++) (starts[(demands[k] as number) + 1] as number)++;
  for (let i = 0; i < demandCount; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice();
  const sorted = { supplies: new Int32Array(supplies.length), costs: new Float32Array(costs.length) };
  for (let k = 0; k < demands.length; k++) {
    const at = (next[demands[k] as number] as number)++;
    sorted.supplies[at] = supplies[k] as number;
    sorted.costs[at] = costs[k] as number;
  }
  return { starts, ...sorted, unit, supplyCount };
}

/** Pairs as they are found, in arrays that double. */
export class PairList {
  #supplies = new Int32Array(1 << 14);
  #costs = new Float32Array(1 << 14);
  length = 0;

  push(supply: number, cost: number): void {
    if (this.length === this.#supplies.length) this.#widen();
    this.#supplies[this.length] = supply;
    this.#costs[this.length++] = cost;
  }

  /** What was pushed, without the room left. */
  cut(): { supplies: Int32Array; costs: Float32Array } {
    return { supplies: this.#supplies.slice(0, this.length), costs: this.#costs.slice(0, this.length) };
  }

  #widen(): void {
    const supplies = new Int32Array(this.length * 2);
    supplies.set(this.#supplies);
    this.#supplies = supplies;
    const costs = new Float32Array(this.length * 2);
    costs.set(this.#costs);
    this.#costs = costs;
  }
}
