import { drawNext, drawFor, normalOf } from '../random/draw.ts';
import { RandomStream } from '../random/stream.ts';
import { mixScratch, mixShares, mixSum } from './mix.ts';
import { keyScaleOf, rankGreatestFirst, rankScratch, SCORE_KEYS } from './ranks.ts';
import { ingredientsOf, sharesOf, type Normalisation, type Recipe } from './recipe.ts';
import { summariseRanks, type RankMatrix, type RankSummary } from './rank-summary.ts';
import { isPlacing, scoreOnScale } from './scale.ts';
import { componentsOf, scoreRecipe } from './score.ts';
import type { Setting, SubScores } from './sub-scores.ts';
import { uncertainCells, type UncertainCells } from './uncertain-cells.ts';

/** Enough that a share of draws is known to about ± 3 points (1.96 √(0.25 / 1000)). */
export const DRAWS = 1_000;

/** Any number would do; the same one for everybody, so that two people see the same figures. */
export const SEED = 20_260;

/**
 * How close drawn weights stay to those of the person: with this sum of Dirichlet parameters a share of
 * a quarter has a standard deviation of 6 points, and lies between 16 % and 36 % in nine draws of ten:
 * about what two people who agree that four things matter alike would still discuss.
 */
export const CONCENTRATION = 50;

/** The normalisations among which a draw chooses, with the person's own. */
const ALTERNATIVES = ['rank', 'min-max', 'z-score'] as const;

/** Whose ranks, and how they are drawn. */
export interface RobustnessOptions {
  /** Ordinals to rank among themselves; `null` for everybody. Who has no score is left out. */
  among: ArrayLike<number> | null;
  draws?: number;
  seed?: number;
}

/** Ranks of some territories over all draws. */
export interface Robustness extends RankSummary {
  /** Ordinals of the territories, in the order asked, without those that have no score. */
  members: Uint32Array;
  /** Their ranks among themselves with the weights and figures as they are. */
  ranks: Int32Array;
  draws: number;
}

/**
 * Draws an index again and again around the person's choices, and ranks each time: weights by a
 * Dirichlet law centred on theirs, the normalisation among rank, min-max and z-score (and theirs), and
 * each estimated figure by a normal law that gives its 90 % interval, never under 0. The scale of a
 * figure (its least, its mean, who stands below) stays that of the figures as they are, and so does who
 * has a score: the question is how much a rank owes to choices, not who should be compared.
 * Published scores keep their normalisation; people are people, so headcounts keep their weights too.
 *
 * Every draw has its own seed and every estimated figure its own number in it, from its ordinal: the
 * result depends neither on the order of members nor on how many draws are run at a time.
 */
export class RobustnessRun {
  readonly draws: number;
  readonly #members: Uint32Array;
  readonly #ranks: Int32Array;
  readonly #matrix: RankMatrix;
  readonly #draw: (number: number, into: RankMatrix['rows']) => void;
  #done = 0;

  constructor(
    recipe: Recipe,
    subScores: SubScores,
    setting: Setting,
    { among, draws = DRAWS, seed = SEED }: RobustnessOptions,
  ) {
    const scores = scoreRecipe(recipe, subScores, setting);
    const asked = among ? Uint32Array.from(among) : Uint32Array.from(scores.ranks, (_, i) => i);
    this.draws = draws;
    this.#members = asked.filter((at) => (scores.ranks[at] ?? 0) > 0);
    const count = this.#members.length;
    this.#ranks = new Int32Array(count);
    const central = Float64Array.from(this.#members, (at) => scores.column.values[at] as number);
    rankGreatestFirst(central, count, this.#ranks);
    const rows = count < 65_536 ? new Uint16Array(draws * count) : new Uint32Array(draws * count);
    this.#matrix = { rows, width: count, height: draws };
    this.#draw = drawer(recipe, subScores, setting, this.#members, seed);
  }

  /** Draws made so far. */
  get done(): number {
    return this.#done;
  }

  get finished(): boolean {
    return this.#done >= this.draws;
  }

  /** Makes up to `count` more draws. */
  run(count = this.draws): void {
    const to = Math.min(this.draws, this.#done + count);
    const { rows, width } = this.#matrix;
    for (; this.#done < to; this.#done++)
      this.#draw(this.#done, rows.subarray(this.#done * width, (this.#done + 1) * width));
  }

  /** What the draws made so far say; `top` is how many first places count as « the first ». */
  result(top: number): Robustness {
    return {
      members: this.#members,
      ranks: this.#ranks,
      draws: this.#done,
      ...summariseRanks({ ...this.#matrix, height: this.#done }, top),
    };
  }
}

/** Makes one draw after the other into rows of ranks; everything that draws share is gathered once. */
function drawer(
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
