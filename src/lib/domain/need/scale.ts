import type { Distribution } from './distribution.ts';
import type { FragileEnd, Normalisation } from './recipe.ts';

/** Normalisations that place a figure among others; the two others take it as it is. */
export type PlacingNormalisation = Exclude<Normalisation, 'published' | 'people'>;

export const isPlacing = (normalisation: Normalisation): normalisation is PlacingNormalisation =>
  normalisation !== 'published' && normalisation !== 'people';

/** Greatest score of every normalisation that places. */
export const MAX_SCORE = 10;

/**
 * Score of everybody where nobody is told apart (one figure for all, or one territory alone): the
 * middle of the scale. For deciles, the middle of 1–10, which no territory has otherwise.
 */
export const MIDDLE: Readonly<Record<PlacingNormalisation, number>> = {
  rank: 5,
  deciles: 5.5,
  'min-max': 5,
  'z-score': 5,
};

/** Beyond three standard deviations a figure is extreme whatever it is, and must not flatten the others. */
const Z_LIMIT = 3;

/** Everything of a group that a score of it depends on. */
export interface GroupScale {
  from: number;
  to: number;
  least: number;
  greatest: number;
  mean: number;
  deviation: number;
  /** Nobody is told apart. */
  constant: boolean;
}

/** Reads a group of a distribution. Sums run in ascending order: the order of rows changes no bit. */
export function groupScale({ sorted, starts }: Distribution, group: number): GroupScale {
  const from = starts[group] as number;
  const to = starts[group + 1] as number;
  const count = to - from;
  let sum = 0;
  for (let i = from; i < to; i++) sum += sorted[i] as number;
  const mean = sum / count;
  let squares = 0;
  for (let i = from; i < to; i++) squares += ((sorted[i] as number) - mean) ** 2;
  const least = sorted[from] ?? Number.NaN;
  const greatest = sorted[to - 1] ?? Number.NaN;
  const deviation = Math.sqrt(squares / count);
  return { from, to, least, greatest, mean, deviation, constant: !(greatest > least) };
}

/**
 * Score of a place among `count`, from twice the figures below plus those equal (so that equals share
 * the middle): `doubled` / 2 / count is the mid-rank percentile.
 */
export function placeScore(
  doubled: number,
  count: number,
  normalisation: 'rank' | 'deciles',
  fragile: FragileEnd,
): number {
  const place = fragile === 'high' ? doubled : 2 * count - doubled;
  const tenths = (5 * place) / count;
  return normalisation === 'rank' ? tenths : Math.min(MAX_SCORE, Math.max(1, Math.ceil(tenths)));
}

/** Score of a figure by its distance to the ends or to the mean of its group. */
export function distanceScore(
  value: number,
  scale: GroupScale,
  normalisation: 'min-max' | 'z-score',
  fragile: FragileEnd,
): number {
  const raw =
    normalisation === 'min-max'
      ? (MAX_SCORE * (value - scale.least)) / (scale.greatest - scale.least)
      : MAX_SCORE / 2 + standardised(value, scale) * (MAX_SCORE / 2 / Z_LIMIT);
  const held = Math.min(MAX_SCORE, Math.max(0, raw));
  return fragile === 'high' ? held : MAX_SCORE - held;
}

/**
 * The score that any figure would have in a group, itself a member or not: the scale stays that of the
 * members.
 */
export function scoreOnScale(
  value: number,
  sorted: Float64Array,
  scale: GroupScale,
  normalisation: Normalisation,
  fragile: FragileEnd,
): number {
  if (!isPlacing(normalisation)) return value;
  if (scale.constant) return MIDDLE[normalisation];
  if (normalisation === 'min-max' || normalisation === 'z-score')
    return distanceScore(value, scale, normalisation, fragile);
  let low = scale.from;
  let high = scale.to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  let above = low;
  while (above < scale.to && sorted[above] === value) above++;
  return placeScore(low - scale.from + (above - scale.from), scale.to - scale.from, normalisation, fragile);
}

/** Deviations from the mean; 0 where squares are too small or too large for a float to hold. */
function standardised(value: number, { mean, deviation }: GroupScale): number {
  return deviation > 0 && Number.isFinite(deviation) ? (value - mean) / deviation : 0;
}
