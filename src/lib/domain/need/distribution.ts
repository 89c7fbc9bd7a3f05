import { STATE_CODES } from '../indicators/value.ts';
import { orderOfValues } from './order.ts';
import { groupSizes, type Groups } from './reference.ts';

/** The part of a column that a score reads; an interval is that of estimated values, at 90 %. */
export interface Figures {
  values: Float64Array;
  states: Uint8Array;
  interval?: { low: Float64Array; high: Float64Array } | null;
}

/** The known figures of an indicator, sorted once inside each group of the reference set. */
export interface Distribution {
  /** NaN where unknown or outside of the set. */
  values: Float64Array;
  /** 1 where the value is estimated. */
  estimated: Uint8Array;
  groups: Groups;
  /** Known ordinals, by group then ascending by value. */
  order: Uint32Array;
  /** Their values, in the same order. */
  sorted: Float64Array;
  /** Where each group starts in `order`; one more entry for the end. */
  starts: Uint32Array;
}

/** Values that count: published, or estimated unless estimates are switched off; NaN elsewhere. */
export function knownFigures({ values, states }: Figures, estimates: boolean): Float64Array {
  const known = new Float64Array(values.length).fill(Number.NaN);
  for (let i = 0; i < known.length; i++) {
    const state = states[i];
    if (state !== STATE_CODES.value && !(estimates && state === STATE_CODES.estimated)) continue;
    const value = values[i] as number;
    if (Number.isFinite(value)) known[i] = value;
  }
  return known;
}

/** Sorts the known figures of each group; an indicator without figures (`null`) is unknown everywhere. */
export function distribute(
  figures: Figures | null,
  length: number,
  groups: Groups,
  estimates: boolean,
): Distribution {
  const values = figures ? knownFigures(figures, estimates) : new Float64Array(length).fill(Number.NaN);
  if (groups) for (let i = 0; i < length; i++) if ((groups[i] as number) < 0) values[i] = Number.NaN;
  const estimated = new Uint8Array(length);
  if (figures && estimates)
    for (let i = 0; i < length; i++)
      if (figures.states[i] === STATE_CODES.estimated && !Number.isNaN(values[i])) estimated[i] = 1;

  const byValue = orderOfValues(values);
  const starts = startsOf(byValue, groups, groupSizes(groups, length).length);
  const order = groups ? byGroup(byValue, groups, starts) : byValue;
  const sorted = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) sorted[i] = values[order[i] as number] as number;
  return { values, estimated, groups, order, sorted, starts };
}

function startsOf(order: Uint32Array, groups: Groups, count: number): Uint32Array {
  if (!groups) return Uint32Array.of(0, order.length);
  const starts = new Uint32Array(count + 1);
  for (const at of order) {
    const next = (groups[at] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let group = 0; group < count; group++)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  return starts;
}

/** A stable counting pass: values stay ascending inside each group. */
function byGroup(order: Uint32Array, groups: Int32Array, starts: Uint32Array): Uint32Array {
  const next = starts.slice();
  const grouped = new Uint32Array(order.length);
  for (const at of order) {
    const group = groups[at] as number;
    grouped[next[group] as number] = at;
    next[group] = (next[group] as number) + 1;
  }
  return grouped;
}
