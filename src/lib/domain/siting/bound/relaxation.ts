import type { ServiceLists } from '../model/lists.ts';
import type { Choice } from './choice.ts';

/** The relaxed instance at some multipliers: what each site saves, and which way the bound rises. */
export class Relaxation {
  readonly #lists: ServiceLists;
  readonly #slope: Float64Array;
  /** Covering: the multipliers counted last, so that only what moves is counted again. */
  readonly #counted: Float64Array | null;

  constructor(lists: ServiceLists) {
    this.#lists = lists;
    this.#slope = new Float64Array(lists.demandCount);
    this.#counted = lists.costs.every((cost) => cost === 0) ? new Float64Array(lists.demandCount) : null;
  }

  /** Σ λ, and what each site saves at those multipliers. */
  evaluate(multipliers: Float64Array, savings: Float64Array): number {
    const { starts, sites, costs, demandCount } = this.#lists;
    savings.fill(0);
    let sum = 0;
    for (let i = 0; i < demandCount; i++) {
      const multiplier = multipliers[i] as number;
      sum += multiplier;
      for (let k = starts[i] as number, end = starts[i + 1] as number; k < end; k++) {
        const less = (costs[k] as number) - multiplier;
        if (less >= 0) break;
        (savings[sites[k] as number] as number) += less;
      }
    }
    return sum;
  }

  /**
   * The same for covering, from what was counted last: most demands do not move, being far from any site
   * worth opening. To be counted `whole` now and then, so that rounding does not add up.
   */
  recount(multipliers: Float64Array, savings: Float64Array, whole: boolean): number {
    const { starts, sites, demandCount } = this.#lists;
    const counted = this.#counted;
    if (!counted || whole) {
      counted?.set(multipliers);
      return this.evaluate(multipliers, savings);
    }
    let sum = 0;
    for (let i = 0; i < demandCount; i++) {
      const multiplier = multipliers[i] as number;
      sum += multiplier;
      const moved = multiplier - (counted[i] as number);
      if (moved === 0) continue;
      counted[i] = multiplier;
      for (let k = starts[i] as number, end = starts[i + 1] as number; k < end; k++)
        (savings[sites[k] as number] as number) -= moved;
    }
    return sum;
  }

  /** 1 − the times that a demand is served by what is picked: a slope of the bound at those multipliers. */
  slopeOf(multipliers: Float64Array, { picked, shares }: Choice): Float64Array {
    const { siteStarts, demands, siteCosts } = this.#lists;
    const slope = this.#slope.fill(1);
    picked.forEach((j, at) => {
      const share = shares[at] as number;
      for (let k = siteStarts[j] as number, end = siteStarts[j + 1] as number; k < end; k++) {
        const i = demands[k] as number;
        if ((siteCosts[k] as number) < (multipliers[i] as number)) (slope[i] as number) -= share;
      }
    });
    return slope;
  }
}
