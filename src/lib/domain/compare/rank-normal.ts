import { normalQuantile } from '../random/normal.ts';

/**
 * Standard scores by rank: each known value takes the place, in a normal law, of its middle rank among
 * the known ones, (below + equal / 2) / known. NaN stays NaN.
 *
 * Rather than distances to the mean or to the median: the scores are bounded whatever the tail (fibre
 * is above 90 % nearly everywhere and 0 somewhere), do not change under any monotone rescaling, and ties
 * share one score.
 */
export function rankNormal(values: Float64Array): Float64Array {
  const known = [...values.keys()].filter((at) => !Number.isNaN(values[at]));
  known.sort((a, b) => (values[a] as number) - (values[b] as number));
  const scores = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0, to = 0; from < known.length; from = to) {
    const value = values[known[from] as number];
    while (to < known.length && values[known[to] as number] === value) to++;
    const score = normalQuantile((from + to) / 2 / known.length);
    for (let at = from; at < to; at++) scores[known[at] as number] = score;
  }
  return scores;
}
