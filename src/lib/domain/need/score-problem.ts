import { ingredientsOf, sharesOf, type Recipe } from './recipe.ts';
import { groupSizes, type Groups } from './reference.ts';
import type { SubScore } from './sub-score.ts';

/** What makes an index say less than it seems to, or nothing; each has its own sentence on screen. */
export type ScoreProblem =
  /** Every weight is zero: nobody has a score. */
  | { kind: 'no-weight' }
  /** The reference set is empty: nobody has a score. */
  | { kind: 'no-territory' }
  /** The set has one territory: it is compared with nobody and its score is the middle of the scale. */
  | { kind: 'one-territory' }
  /** Territories alone in their group, whose score is the middle of the scale. */
  | { kind: 'alone'; territories: number }
  /** An indicator that counts is known of nobody in the set (or is not loaded). */
  | { kind: 'no-value'; indicator: string }
  /** An indicator that counts is the same for everybody in `groups` of the `of` groups of the set. */
  | { kind: 'constant'; indicator: string; groups: number; of: number }
  /** Something is known, but of nobody is enough of the weight known. */
  | { kind: 'no-score' };

/** The problems of a recipe before anybody is scored; `parts` are its sub-scores, in the order of `ingredientsOf`. */
export function problemsOf(
  recipe: Recipe,
  parts: readonly SubScore[],
  groups: Groups,
  length: number,
): ScoreProblem[] {
  const problems: ScoreProblem[] = [];
  const shares = sharesOf(recipe);
  if (!shares.some((share) => share > 0)) problems.push({ kind: 'no-weight' });

  const sizes = groupSizes(groups, length);
  const territories = sizes.reduce((sum, size) => sum + size, 0);
  const alone = sizes.reduce((sum, size) => sum + (size === 1 ? 1 : 0), 0);
  if (territories === 0) problems.push({ kind: 'no-territory' });
  else if (territories === 1) problems.push({ kind: 'one-territory' });
  else if (alone > 0) problems.push({ kind: 'alone', territories: alone });

  if (territories > 0)
    ingredientsOf(recipe).forEach(({ indicator }, at) => {
      const part = parts[at];
      if (!part || !((shares[at] as number) > 0)) return;
      if (part.known === 0) problems.push({ kind: 'no-value', indicator });
      else if (part.constantGroups > 0)
        problems.push({ kind: 'constant', indicator, groups: part.constantGroups, of: part.knownGroups });
    });
  return problems;
}
