import type { OrderedSite } from './order.ts';

/** One step of the curve: what is reached with that many sites opened. */
export interface CurvePoint {
  count: number;
  reached: number;
}

/** What is reached with 0, 1, 2 … of the sites, in their order; what exists alone reaches `from`. */
export function curveOf(ordered: readonly OrderedSite[], from: number): CurvePoint[] {
  let reached = from;
  return [
    { count: 0, reached },
    ...ordered.map(({ gain }, at) => ({ count: at + 1, reached: (reached += gain) })),
  ];
}

/**
 * The knee of a curve of gains: the point farthest above the line from its first to its last point
 * (Satopää and others 2011, « Finding a Kneedle in a Haystack »). 0 for a line or fewer than three points.
 */
export function kneeOf(curve: readonly CurvePoint[]): number {
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last || last.count === first.count || last.reached <= first.reached) return 0;
  let knee = 0;
  let most = 1e-9;
  for (const { count, reached } of curve) {
    const across = (count - first.count) / (last.count - first.count);
    const up = (reached - first.reached) / (last.reached - first.reached);
    if (up - across > most) [knee, most] = [count, up - across];
  }
  return knee;
}
