import type { Distribution } from './distribution.ts';
import type { FragileEnd, Normalisation } from './recipe.ts';
import { distanceScore, groupScale, isPlacing, MIDDLE, placeScore } from './scale.ts';

/** One indicator turned into scores that can be added to others. */
export interface SubScore {
  /** NaN where unknown or outside of the set; otherwise 0 to 10, 10 at the fragile end (raw when it is not placed). */
  scores: Float64Array;
  /** Ordinals of the set whose figure is not known, and those whose figure is estimated. */
  lacking: Uint32Array;
  estimated: Uint32Array;
  /** Territories whose figure is known. */
  known: number;
  /** Of groups of several known territories, those that all have the same figure. */
  constantGroups: number;
  /** Groups with a known figure. */
  knownGroups: number;
}

/**
 * The sub-score of every territory, inside its group. `published` and `people` keep the figure as it
 * is, whatever the fragile end: their producer decided of it.
 */
export function subScoreOf(
  distribution: Distribution,
  normalisation: Normalisation,
  fragile: FragileEnd,
): SubScore {
  const { values, order, sorted, starts, groups } = distribution;
  const known = order.length;
  const outside = (at: number): boolean => groups !== null && (groups[at] as number) < 0;
  const lists = {
    known,
    lacking: ordinalsWhere(values.length, (at) => Number.isNaN(values[at]) && !outside(at)),
    estimated: ordinalsWhere(values.length, (at) => distribution.estimated[at] === 1),
  };
  if (!isPlacing(normalisation))
    return { ...lists, scores: values, constantGroups: 0, knownGroups: known > 0 ? 1 : 0 };

  const scores = new Float64Array(values.length).fill(Number.NaN);
  let constantGroups = 0;
  let knownGroups = 0;
  for (let group = 0; group + 1 < starts.length; group++) {
    const scale = groupScale(distribution, group);
    const { from, to } = scale;
    const count = to - from;
    if (count === 0) continue;
    knownGroups++;
    if (scale.constant) {
      if (count > 1) constantGroups++;
      for (let i = from; i < to; i++) scores[order[i] as number] = MIDDLE[normalisation];
    } else if (normalisation === 'min-max' || normalisation === 'z-score') {
      for (let i = from; i < to; i++)
        scores[order[i] as number] = distanceScore(sorted[i] as number, scale, normalisation, fragile);
    } else {
      for (let i = from; i < to;) {
        let next = i + 1;
        while (next < to && sorted[next] === sorted[i]) next++;
        const score = placeScore(i - from + (next - from), count, normalisation, fragile);
        for (let k = i; k < next; k++) scores[order[k] as number] = score;
        i = next;
      }
    }
  }
  return { ...lists, scores, constantGroups, knownGroups };
}

function ordinalsWhere(length: number, holds: (at: number) => boolean): Uint32Array {
  const found = new Uint32Array(length);
  let count = 0;
  for (let at = 0; at < length; at++) if (holds(at)) found[count++] = at;
  return found.slice(0, count);
}
