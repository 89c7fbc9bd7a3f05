import type { Distribution } from './distribution.ts';
import type { FragileEnd, Normalisation } from './recipe.ts';
import { distanceScore, groupScale, isPlacing, MIDDLE, placeScore } from './scale.ts';

/** One indicator turned into scores that can be added to others. */
export interface SubScore {
  /** NaN where unknown or outside of the set; otherwise 0 to 10, 10 at the fragile end (raw when it is not placed). */
  scores: Float64Array;
  /** 1 where the figure is estimated. */
  estimated: Uint8Array;
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
  const { values, estimated, order, sorted, starts } = distribution;
  const known = order.length;
  if (!isPlacing(normalisation))
    return { scores: values, estimated, known, constantGroups: 0, knownGroups: known > 0 ? 1 : 0 };

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
  return { scores, estimated, known, constantGroups, knownGroups };
}
