import { emptyColumn, type Column } from '../indicators/column.ts';
import { STATE_CODES } from '../indicators/value.ts';
import { mixShares, mixSum, type Mix } from './mix.ts';
import { keyScaleOf, rankGreatestFirst, roundToKey, SCORE_KEYS } from './ranks.ts';
import { ingredientsOf, sharesOf, type Recipe } from './recipe.ts';
import { isPlacing } from './scale.ts';
import { problemsOf, type ScoreProblem } from './score-problem.ts';
import type { SubScore } from './sub-score.ts';
import type { Setting, SubScores } from './sub-scores.ts';

/** An index, scored for every territory of a level. */
export interface Scores {
  /**
   * The index as a column like any other: `value`, or `estimated` when an estimated figure counts in
   * it; `incomplete` (« non calculable », NaN) when too little of the weight is known; `absent` when
   * nothing is, or outside of the reference set. `covers` is the share of the weight that is known.
   */
  column: Column;
  /** 1 = most fragile; equal scores share the best rank; 0 = not ranked. */
  ranks: Int32Array;
  /** Territories that have a rank. */
  ranked: number;
  /** Bit k: the k-th ingredient counts and is not known there (the first `MAX_FLAGGED`); 0 outside of the set. */
  lacking: Uint32Array;
  problems: ScoreProblem[];
}

/** Ingredients that `lacking` can tell apart. */
export const MAX_FLAGGED = 32;

/** The part of scoring that weights do not change. */
export interface Prepared {
  length: number;
  setting: Setting;
  /** Sub-scores in the order of `ingredientsOf`. */
  parts: readonly SubScore[];
}

/** Gathers the sub-scores of a recipe: all that is sorted is sorted here, and remembered by `subScores`. */
export function prepareScores(recipe: Recipe, subScores: SubScores, setting: Setting): Prepared {
  return {
    length: subScores.length,
    setting,
    parts: ingredientsOf(recipe).map((part) => subScores.of(part, recipe.normalisation, setting)),
  };
}

/** A share of weight computed as a sum may fall short of the threshold by the rounding of floats. */
const SHARE_TOLERANCE = 1e-9;

/**
 * Weighs prepared sub-scores and ranks the result; only this runs when a weight or the threshold moves.
 * Inside a component, Σ s·w / Σ w over what is known; then Σ C·W / ΣW over the components that have
 * something known (after Greater Manchester's DERI). Headcounts are added up instead, Σ v·w / max w,
 * and need every part: a sum without one of its parts would be a lie.
 */
export function combineScores(recipe: Recipe, { parts, length, setting }: Prepared): Scores {
  const people = recipe.normalisation === 'people';
  const shares = sharesOf(recipe);
  const mix: Mix = { scores: parts.map(({ scores }) => scores), components: componentsOf(recipe), shares };
  const { values, known } = people ? mixSum(mix, length) : mixShares(mix, length);
  const threshold = people ? 1 : recipe.threshold;

  const { groups } = setting;
  const column = emptyColumn(length);
  const ordinals = new Uint32Array(length);
  const kept = new Float64Array(length);
  let ranked = 0;
  for (let i = 0; i < length; i++) {
    const share = known[i] as number;
    column.covers[i] = Math.round(share * 10_000);
    if (share === 0) continue;
    if (share < threshold - SHARE_TOLERANCE) {
      column.states[i] = STATE_CODES.incomplete;
      continue;
    }
    column.states[i] = STATE_CODES.value;
    kept[ranked] = values[i] as number;
    ordinals[ranked++] = i;
  }

  const scores = kept.subarray(0, ranked);
  const scale = isPlacing(recipe.normalisation) ? SCORE_KEYS : keyScaleOf(scores);
  const among = new Int32Array(ranked);
  rankGreatestFirst(scores, ranked, among, scale);
  const ranks = new Int32Array(length);
  for (let i = 0; i < ranked; i++) {
    const at = ordinals[i] as number;
    ranks[at] = among[i] as number;
    column.values[at] = roundToKey(scores[i] as number, scale);
  }

  const lacking = new Uint32Array(length);
  parts.forEach((part, k) => {
    if (!((shares[k] as number) > 0)) return;
    const bit = k < MAX_FLAGGED ? 1 << k : 0;
    for (const at of part.lacking) lacking[at] = (lacking[at] as number) | bit;
    for (const at of part.estimated)
      if (column.states[at] === STATE_CODES.value) column.states[at] = STATE_CODES.estimated;
  });

  const problems = problemsOf(recipe, parts, groups, length);
  if (ranked === 0 && known.some((share) => share > 0)) problems.push({ kind: 'no-score' });
  return { column, ranks, ranked, lacking, problems };
}

/** Scores a recipe: `prepareScores`, then `combineScores`. */
export const scoreRecipe = (recipe: Recipe, subScores: SubScores, setting: Setting): Scores =>
  combineScores(recipe, prepareScores(recipe, subScores, setting));

/** The component of each ingredient, in the order of `ingredientsOf`. */
export const componentsOf = ({ components }: Pick<Recipe, 'components'>): number[] =>
  components.flatMap(({ ingredients }, at) => ingredients.map(() => at));
