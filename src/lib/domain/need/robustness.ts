import { rankGreatestFirst } from './ranks.ts';
import { summariseRanks, type RankMatrix, type RankSummary } from './rank-summary.ts';
import type { Recipe } from './recipe.ts';
import { scoreRecipe } from './score.ts';
import type { Setting, SubScores } from './sub-scores.ts';
import { variantRanker } from './variants.ts';

/** Enough that a share of draws is known to about ± 3 points (1.96 √(0.25 / 1000)). */
export const DRAWS = 1_000;

/** Any number would do; the same one for everybody, so that two people see the same figures. */
export const SEED = 20_260;

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
    this.#draw = variantRanker(recipe, subScores, setting, this.#members, seed);
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
