import type { Distribution, Figures } from './distribution.ts';
import { groupScale, type GroupScale } from './scale.ts';

/** Width of a 90 % interval of a normal law, in standard deviations: 2 × 1.645. */
const INTERVAL_WIDTH = 3.29;

/** Estimated figures with an interval, among some territories. */
export interface UncertainCells {
  /** Place of each in the list of members. */
  places: Uint32Array;
  ordinals: Uint32Array;
  values: Float64Array;
  /** Standard deviation of each, from the width of its interval. */
  deviations: Float64Array;
  /** Scale of the group of each. */
  scales: GroupScale[];
  /** The sorted figures that scales point into. */
  sorted: Float64Array;
}

/** The figures of an indicator that a draw moves; `null` when all are certain. */
export function uncertainCells(
  distribution: Distribution,
  figures: Figures | null,
  members: Uint32Array,
): UncertainCells | null {
  const interval = figures?.interval;
  if (!interval) return null;
  const { estimated, values, groups, sorted } = distribution;
  const spread = (at: number): number =>
    ((interval.high[at] as number) - (interval.low[at] as number)) / INTERVAL_WIDTH;
  const places = Uint32Array.from(members.keys()).filter((place) => {
    const at = members[place] as number;
    return estimated[at] === 1 && spread(at) > 0 && Number.isFinite(spread(at));
  });
  if (places.length === 0) return null;

  const ordinals = places.map((place) => members[place] as number);
  const scales = new Map<number, GroupScale>();
  return {
    places,
    ordinals,
    values: Float64Array.from(ordinals, (at) => values[at] as number),
    deviations: Float64Array.from(ordinals, spread),
    scales: Array.from(ordinals, (at) => {
      const group = groups ? (groups[at] as number) : 0;
      const scale = scales.get(group) ?? groupScale(distribution, group);
      scales.set(group, scale);
      return scale;
    }),
    sorted,
  };
}
