import { deviationBreaks } from './deviation.ts';
import { equalBreaks } from './equal.ts';
import { firstAtLeast } from './first-at-least.ts';
import { geometricBreaks } from './geometric.ts';
import { headTailBreaks } from './head-tail.ts';
import { jenksBreaks } from './jenks.ts';
import type { BreakMethod, ClassMethod } from './method.ts';
import { quantileBreaks } from './quantile.ts';

const METHODS: Record<Exclude<ClassMethod, 'manual'>, BreakMethod> = {
  quantile: quantileBreaks,
  equal: equalBreaks,
  jenks: jenksBreaks,
  deviation: deviationBreaks,
  geometric: geometricBreaks,
  'head-tail': headTailBreaks,
};

export interface BreakOptions {
  method: ClassMethod;
  /** Classes wanted; equal values may leave fewer, never one that is empty. */
  classes: number;
  /** The limits of the `manual` method. */
  manual?: readonly number[];
  /** Decimals to which limits are rounded, so that a legend says exactly what was done. */
  decimals?: number;
  /** A value that must separate two classes when there are values on both sides, such as no change. */
  reference?: number;
}

/**
 * The inner limits of classes of known values sorted ascending: class i holds the values from limit
 * i−1 (included) to limit i (excluded). Ascending, without an empty class; no limit for no value.
 */
export function findBreaks(sorted: Float64Array, options: BreakOptions): number[] {
  if (sorted.length === 0) return [];
  const { method, classes, manual = [], decimals, reference } = options;
  if (method === 'manual') return tidyBreaks(sorted, manual);
  const raw = METHODS[method](sorted, classes);
  const anchored = reference === undefined ? raw : anchorBreaks(sorted, raw, reference);
  const exact = tidyBreaks(sorted, anchored);
  if (decimals === undefined) return exact;
  const rounded = tidyBreaks(
    sorted,
    exact.map((limit) => roundLimit(sorted, limit, decimals)),
  );
  // Values closer together than their last decimal keep their exact limits.
  return rounded.length === 0 ? exact : rounded;
}

/** Sorted, each once, and only those that leave a value on both sides. */
export function tidyBreaks(sorted: Float64Array, breaks: readonly number[]): number[] {
  const kept: number[] = [];
  let from = 0;
  for (const limit of [...breaks].sort((a, b) => a - b)) {
    const at = firstAtLeast(sorted, limit);
    if (!Number.isFinite(limit) || at <= from || at >= sorted.length) continue;
    kept.push(limit);
    from = at;
  }
  return kept;
}

/** Moves the nearest limit onto the reference, where there are values on both sides of it. */
function anchorBreaks(sorted: Float64Array, breaks: readonly number[], reference: number): number[] {
  const at = firstAtLeast(sorted, reference);
  if (at === 0 || at === sorted.length || breaks.length === 0) return [...breaks];
  const distances = breaks.map((limit) => Math.abs(limit - reference));
  const nearest = distances.indexOf(Math.min(...distances));
  // Another limit that separates the same values would be kept in its place.
  const others = breaks.filter((limit, i) => i !== nearest && firstAtLeast(sorted, limit) !== at);
  return [...others, reference];
}

/**
 * A limit rounded so that it separates the same values, downwards if it must: a limit is often a value
 * that exists, and rounded upwards would leave it in the class below.
 */
function roundLimit(sorted: Float64Array, limit: number, decimals: number): number {
  const nearest = roundTo(limit, decimals);
  const at = firstAtLeast(sorted, limit);
  if (firstAtLeast(sorted, nearest) === at) return nearest;
  const below = Math.floor(limit * 10 ** decimals) / 10 ** decimals;
  return firstAtLeast(sorted, below) === at ? below : nearest;
}

function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}

/** The class of a value among inner limits: how many of them it reaches. */
export function classOf(value: number, breaks: readonly number[]): number {
  let at = 0;
  while (at < breaks.length && value >= (breaks[at] as number)) at++;
  return at;
}
