import { drawFor, drawNext, normalOf } from '../random/draw.ts';
import { RandomStream } from '../random/stream.ts';
import { mixScratch, mixShares, mixSum } from './mix.ts';
import { keyScaleOf, rankGreatestFirst, rankScratch, SCORE_KEYS } from './ranks.ts';
import type { RankMatrix } from './rank-summary.ts';
import { ingredientsOf, sharesOf, type Normalisation, type Recipe } from './recipe.ts';
import { isPlacing, scoreOnScale } from './scale.ts';
import { componentsOf } from './score.ts';
import type { Setting, SubScores } from './sub-scores.ts';
import { uncertainCells, type UncertainCells } from './uncertain-cells.ts';

/**
 * How close drawn weights stay to those of the person: with this sum of Dirichlet parameters a share of
 * a quarter has a standard deviation of 6 points, and lies between 16 % and 36 % in nine draws of ten:
 * about what two people who agree that four things matter alike would still discuss.
 */
export const CONCENTRATION = 50;

/** The normalisations among which a draw chooses, with the person's own. */
const ALTERNATIVES = ['rank', 'min-max', 'z-score'] as const;

/** Ranks some territories in one variant after the other, by its number; what variants share is gathered once. */
export function variantRanker(
  recipe: Recipe,
  subScores: SubScores,
  setting: Setting,
  members: Uint32Array,
  seed: number,
): (number: number, into: RankMatrix['rows']) => void {
  const count = members.length;
  const ingredients = ingredientsOf(recipe);
  const shares = sharesOf(recipe);
  const components = componentsOf(recipe);
  const people = recipe.normalisation === 'people';
  const choices = choicesOf(recipe.normalisation);
  const placed = choices.map((normalisation) =>
    ingredients.map((part) => gather(subScores.of(part, normalisation, setting).scores, members)),
  );
  const uncertain = ingredients.map(({ indicator }, k) =>
    (shares[k] as number) > 0
      ? uncertainCells(subScores.distribution(indicator, setting), subScores.figures(indicator), members)
      : null,
  );
  const noisy = uncertain.map((cells) => (cells ? new Float64Array(count) : null));
  const mixing = mixScratch(count);
  const ranking = rankScratch(count);

  return (number, into) => {
    const stream = new RandomStream(seed, number);
    const choice = stream.below(choices.length);
    const normalisation = choices[choice] as Normalisation;
    const weights = people ? shares : stream.dirichlet(shares, CONCENTRATION);
    const columns = ingredients.map((part, k) => {
      const column = placed[choice]?.[k] as Float64Array;
      const cells = uncertain[k];
      const scratch = noisy[k];
      if (!cells || !scratch) return column;
      scratch.set(column);
      blur(scratch, cells, normalisation, part.fragile, drawFor(seed, number, k));
      return scratch;
    });
    const mix = { scores: columns, components, shares: weights };
    const { values } = people ? mixSum(mix, count, mixing) : mixShares(mix, count, mixing);
    const scale = isPlacing(normalisation) ? SCORE_KEYS : keyScaleOf(values.subarray(0, count));
    rankGreatestFirst(values, count, into, scale, ranking);
  };
}

function choicesOf(own: Normalisation): Normalisation[] {
  return isPlacing(own) ? [...new Set<Normalisation>([own, ...ALTERNATIVES])] : [own];
}

const gather = (column: Float64Array, members: Uint32Array): Float64Array =>
  Float64Array.from(members, (at) => column[at] as number);

/** Replaces the scores of uncertain figures by those of one draw of them. */
function blur(
  scores: Float64Array,
  { places, ordinals, values, deviations, scales, sorted }: UncertainCells,
  normalisation: Normalisation,
  fragile: 'high' | 'low',
  path: number,
): void {
  for (let i = 0; i < places.length; i++) {
    const noise = normalOf(drawNext(path, ordinals[i] as number));
    const value = Math.max(0, (values[i] as number) + noise * (deviations[i] as number));
    const scale = scales[i];
    if (scale) scores[places[i] as number] = scoreOnScale(value, sorted, scale, normalisation, fragile);
  }
}
