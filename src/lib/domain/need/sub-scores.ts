import { distribute, type Distribution, type Figures } from './distribution.ts';
import { Recent } from './recent.ts';
import type { Ingredient, Normalisation } from './recipe.ts';
import type { Groups } from './reference.ts';
import { subScoreOf, type SubScore } from './sub-score.ts';

/** Who is compared, and whether estimated figures count. */
export interface Setting {
  groups: Groups;
  estimates: boolean;
}

/**
 * About 40 MB of each for communes. A perimeter being drawn makes a new set at each stroke, and
 * addresses typed at random make any: what was used longest ago goes first.
 */
const KEPT_DISTRIBUTIONS = 48;
const KEPT_SCORES = 96;

/**
 * The sub-scores of one level, each made on first use: sorting is done once for an indicator and a
 * reference set (the same array, not an equal one), so that moving a weight sorts nothing.
 */
export class SubScores {
  readonly length: number;
  readonly #figures: (indicator: string) => Figures | null;
  readonly #distributions = new Recent<Distribution>(KEPT_DISTRIBUTIONS);
  readonly #scores = new Recent<SubScore>(KEPT_SCORES);
  readonly #sets = new WeakMap<Int32Array, number>();
  #lastSet = 0;

  /** `figures` gives those of an indicator in the order of the level, `null` when none are loaded. */
  constructor(length: number, figures: (indicator: string) => Figures | null) {
    this.length = length;
    this.#figures = figures;
  }

  figures(indicator: string): Figures | null {
    return this.#figures(indicator);
  }

  distribution(indicator: string, { groups, estimates }: Setting): Distribution {
    return this.#distributions.get(`${indicator}/${estimates}/${this.#setOf(groups)}`, () =>
      distribute(this.#figures(indicator), this.length, groups, estimates),
    );
  }

  of({ indicator, fragile }: Ingredient, normalisation: Normalisation, setting: Setting): SubScore {
    const set = `${setting.estimates}/${this.#setOf(setting.groups)}`;
    return this.#scores.get(`${indicator}/${set}/${normalisation}/${fragile}`, () =>
      subScoreOf(this.distribution(indicator, setting), normalisation, fragile),
    );
  }

  /** To be called when the figures of an indicator change. */
  forget(indicator: string): void {
    const isOf = (key: string): boolean => key.startsWith(`${indicator}/`);
    this.#distributions.forget(isOf);
    this.#scores.forget(isOf);
  }

  #setOf(groups: Groups): number {
    if (!groups) return 0;
    const known = this.#sets.get(groups);
    if (known !== undefined) return known;
    this.#sets.set(groups, ++this.#lastSet);
    return this.#lastSet;
  }
}
