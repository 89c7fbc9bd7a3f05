import type { Verdict } from '../gather.ts';

/** What persons said of records, by their rank. Verdicts on records that are gone say nothing. */
export class SpokenPairs {
  readonly same: [number, number][] = [];
  readonly #differ = new Set<string>();

  constructor(keys: readonly string[], verdicts: readonly Verdict[]) {
    const ranks = new Map(keys.map((key, rank) => [key, rank]));
    for (const { first, second, same } of verdicts) {
      const [a, b] = [ranks.get(first), ranks.get(second)];
      if (a === undefined || b === undefined || a === b) continue;
      if (same) this.same.push([Math.min(a, b), Math.max(a, b)]);
      else this.#differ.add(`${a}/${b}`).add(`${b}/${a}`);
    }
  }

  /** Whether a person said that two records are not one place. */
  differ(a: number, b: number): boolean {
    return this.#differ.size > 0 && this.#differ.has(`${a}/${b}`);
  }
}
