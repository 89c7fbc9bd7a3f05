import { indicator } from '../domain/indicators/catalogue.ts';
import { indexIndicator } from '../domain/need/index-indicator.ts';
import type { Recipe } from '../domain/need/recipe.ts';
import type { ScoreProblem } from '../domain/need/score-problem.ts';
import { formatCount, formatNumber } from '../format/number.ts';
import { indices } from '../messages/indices.ts';
import type { IndexView } from '../view/index-view.ts';
import type { MapView } from '../view/map-view.ts';

/** The name of an index: that of its variant, of its ready-made form, or the plain words. */
export const indexLabel = ({ name, preset }: IndexView): string =>
  name || (preset !== null && indices.presets[preset]?.label) || indices.own;

/** What an index is, in a sentence. */
export const indexAbout = ({ preset }: IndexView): string =>
  (preset !== null && indices.presets[preset]?.about) || indices.ownAbout;

/** What an index cannot say, and what to do about it. */
export function problemSentence(problem: ScoreProblem): string {
  const words = indices.problems;
  switch (problem.kind) {
    case 'alone':
      return words.alone(formatCount(problem.territories, 'territoire'));
    case 'no-value':
      return words['no-value'](indicator(problem.indicator).label);
    case 'constant': {
      const { label } = indicator(problem.indicator);
      return problem.groups === problem.of
        ? words.constant(label)
        : words.constantIn(
            label,
            `${formatNumber(problem.groups)} ensembles sur ${formatNumber(problem.of)}`,
          );
    }
    default:
      return words[problem.kind];
  }
}

/** A score alone, in the unit of its index: « 7,42 », « 1 240 ». */
export const formatScore = (recipe: Pick<Recipe, 'normalisation'>, value: number): string =>
  formatNumber(value, indexIndicator(recipe, '').decimals);

/** Whom one ranks, after a colon: « : Isère, au moins 2 000 habitants »; empty for everybody. `name` is that of a territory. */
export function scopeText(
  name: string | null,
  { least, perimeter }: Pick<MapView, 'least' | 'perimeter'>,
): string {
  const chosen = perimeter.tokens.length > 0 ? perimeter.name || indices.first.perimeter : null;
  const size = least > 0 ? indices.ranking.leastOf(formatNumber(least)).toLowerCase() : null;
  const parts = [name ?? chosen, size].filter((part) => part !== null);
  return parts.length === 0 ? '' : indices.first.of(parts.join(', '));
}
