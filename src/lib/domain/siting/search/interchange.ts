import { type RandomStream } from '../../random/stream.ts';
import type { SiteRule } from '../model/instance.ts';
import type { Assignment } from './assignment.ts';

/** A site that opens (−1: none) for one that closes (−1: none), and what the cost changes by. */
export interface Swap {
  opens: number;
  closes: number;
  change: number;
}

/**
 * The interchange of Teitz and Bart (1968) with the sharing of work of Whitaker (1983) and of Resende and
 * Werneck (2007): what closing each open site costs is kept; a candidate corrects it only where its own
 * demands are concerned, which gives its best swap with every open site in one reading of its list.
 */
export class Interchange {
  readonly #at: Assignment;
  readonly #rule: SiteRule;
  /** What closing each open site would cost, and the corrections of the candidate under way. */
  readonly #losses: Float64Array;
  readonly #corrections: Float64Array;
  #spent = 0;
  #stay = 0;

  constructor(at: Assignment, rule: SiteRule) {
    this.#at = at;
    this.#rule = rule;
    this.#losses = new Float64Array(at.lists.siteCount);
    this.#corrections = new Float64Array(at.lists.siteCount);
    this.refresh();
  }

  /** To be called after the assignment changed by other means. */
  refresh(): void {
    const { site, first, second, open } = this.#at;
    for (const j of open) this.#losses[j] = 0;
    for (let i = 0; i < site.length; i++)
      if ((site[i] as number) >= 0)
        (this.#losses[site[i] as number] as number) += (second[i] as number) - (first[i] as number);
    this.#spent = open.reduce((sum, j) => sum + (this.#rule.prices[j] as number), 0);
    this.#stay = open.reduce((sum, j) => sum + (this.#rule.kept?.members[j] ?? 0), 0);
  }

  /** The best way to open a closed site: alone if the rule allows, or for an open one. */
  bestFor(j: number): Swap {
    const { lists, site, first, second, open } = this.#at;
    const corrections = this.#corrections;
    for (const r of open) corrections[r] = 0;
    let gain = 0;
    for (let k = lists.siteStarts[j] as number; k < (lists.siteStarts[j + 1] as number); k++) {
      const i = lists.demands[k] as number;
      const cost = lists.siteCosts[k] as number;
      if (cost >= (second[i] as number)) continue;
      const near = first[i] as number;
      const r = site[i] as number;
      if (cost < near) {
        gain += near - cost;
        if (r >= 0) (corrections[r] as number) -= (second[i] as number) - near;
      } else if (r >= 0) (corrections[r] as number) -= (second[i] as number) - cost;
    }
    const best: Swap = { opens: j, closes: -1, change: this.#fits(j, -1) ? -gain : Infinity };
    for (const r of open) {
      const change = (this.#losses[r] as number) + (corrections[r] as number) - gain;
      if (change < best.change && this.#fits(j, r)) {
        best.change = change;
        best.closes = r;
      }
    }
    return best;
  }

  apply({ opens, closes }: Swap): void {
    if (closes >= 0) this.#at.remove(closes);
    if (opens >= 0) this.#at.add(opens);
    this.refresh();
  }

  #fits(opens: number, closes: number): boolean {
    const { prices, budget, kept } = this.#rule;
    const spent = this.#spent + (prices[opens] as number) - (closes >= 0 ? (prices[closes] as number) : 0);
    if (spent > budget + 1e-9) return false;
    if (!kept || kept.least === 0 || closes < 0 || !kept.members[closes]) return true;
    return this.#stay - 1 + (kept.members[opens] as number) >= kept.least;
  }

  /**
   * Swaps while one is better, candidates in an order drawn from the stream: the first that gains is made.
   * Ends at a local optimum, or after reading about `effort` pairs, and tells which.
   */
  *descend(stream: RandomStream, effort: number): Generator<void, void> {
    const { lists, isOpen } = this.#at;
    const count = lists.siteCount;
    if (count === 0) return;
    let read = 0;
    let at = stream.below(count);
    const stride = strideOf(count, stream);
    for (let idle = 0; idle < count; idle++) {
      at = (at + stride) % count;
      if (isOpen[at]) continue;
      read += (lists.siteStarts[at + 1] as number) - (lists.siteStarts[at] as number) + this.#at.open.length;
      const swap = this.bestFor(at);
      if (swap.change < -1e-9 * Math.max(1, this.#at.cost)) {
        this.apply(swap);
        read += lists.demandCount;
        idle = -1;
      }
      if (read < effort) continue;
      read = 0;
      yield;
    }
  }
}

/** A step with no factor in common with `count`: a walk that meets every number once. */
function strideOf(count: number, stream: RandomStream): number {
  for (;;) {
    const stride = 1 + stream.below(count);
    let [a, b] = [count, stride];
    while (b > 0) [a, b] = [b, a % b];
    if (a === 1) return stride;
  }
}
