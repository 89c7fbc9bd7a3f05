import { distribute, type Distribution, type Figures } from './distribution.ts';
import type { Ingredient, Normalisation } from './recipe.ts';
import type { Groups } from './reference.ts';
import { subScoreOf, type SubScore } from './sub-score.ts';

/** Who is compared, and whether estimated figures count. */
export interface Setting {
  groups: Groups;
  estimates: boolean;
}

/** A perimeter being drawn makes a new set at each stroke: the oldest sets go first. */
const KEPT_SETS = 6;

interface Held {
  distributions: Map<string, Distribution>;
  scores: Map<string, SubScore>;
}

/**
 * The sub-scores of one level, each made on first use: sorting is done once for an indicator and a
 * reference set, so that moving a weight sorts nothing.
 */
export class SubScores {
  readonly length: number;
  readonly #figures: (indicator: string) => Figures | null;
  readonly #sets = new Map<Groups, Held>();

  /** `figures` gives those of an indicator in the order of the level, `null` when none are loaded. */
  constructor(length: number, figures: (indicator: string) => Figures | null) {
    this.length = length;
    this.#figures = figures;
  }

  figures(indicator: string): Figures | null {
    return this.#figures(indicator);
  }

  distribution(indicator: string, { groups, estimates }: Setting): Distribution {
    const { distributions } = this.#held(groups);
    const key = `${indicator}/${estimates}`;
    let found = distributions.get(key);
    if (!found) {
      found = distribute(this.#figures(indicator), this.length, groups, estimates);
      distributions.set(key, found);
    }
    return found;
  }

  of({ indicator, fragile }: Ingredient, normalisation: Normalisation, setting: Setting): SubScore {
    const { scores } = this.#held(setting.groups);
    const key = `${indicator}/${setting.estimates}/${normalisation}/${fragile}`;
    let found = scores.get(key);
    if (!found) {
      found = subScoreOf(this.distribution(indicator, setting), normalisation, fragile);
      scores.set(key, found);
    }
    return found;
  }

  /** To be called when the figures of an indicator change. */
  forget(indicator: string): void {
    for (const held of this.#sets.values())
      for (const made of [held.distributions, held.scores])
        for (const key of made.keys()) if (key.startsWith(`${indicator}/`)) made.delete(key);
  }

  #held(groups: Groups): Held {
    const held = this.#sets.get(groups) ?? { distributions: new Map(), scores: new Map() };
    // Put last: the sets used longest ago go first.
    this.#sets.delete(groups);
    this.#sets.set(groups, held);
    for (const oldest of this.#sets.keys()) {
      if (this.#sets.size <= KEPT_SETS) break;
      this.#sets.delete(oldest);
    }
    return held;
  }
}
