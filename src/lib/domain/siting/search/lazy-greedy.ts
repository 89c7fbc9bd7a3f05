import type { SitingInstance } from '../model/instance.ts';

/** Sites opened one after the other, and what each took off the cost when it opened. */
export interface GreedyRun {
  open: number[];
  gains: number[];
}

/**
 * Opens the site that takes most off the cost (by unit of price where prices differ), again and again,
 * while the rule allows. A gain only falls as others open (the saving is submodular), so that what was
 * measured earlier is an upper bound, kept in a heap and measured again only at the top (Minoux 1978). For a number of
 * sites the saving is at least 1 − 1/e of the best possible (Nemhauser, Wolsey and Fisher 1978).
 * Members that must stay, if any, open first. Sites that save nothing never open.
 */
export function openGreedily(
  { lists, rule }: SitingInstance,
  among: readonly number[] | null = null,
): GreedyRun {
  const least = lists.bases.slice();
  const gainOf = (j: number): number => {
    let gain = 0;
    for (let k = lists.siteStarts[j] as number; k < (lists.siteStarts[j + 1] as number); k++) {
      const saved = (least[lists.demands[k] as number] as number) - (lists.siteCosts[k] as number);
      if (saved > 0) gain += saved;
    }
    return gain;
  };
  const run: GreedyRun = { open: [], gains: [] };
  let left = rule.budget;
  const open = (j: number, gain: number): void => {
    run.open.push(j);
    run.gains.push(gain);
    left -= rule.prices[j] as number;
    for (let k = lists.siteStarts[j] as number; k < (lists.siteStarts[j + 1] as number); k++) {
      const i = lists.demands[k] as number;
      if ((lists.siteCosts[k] as number) < (least[i] as number)) least[i] = lists.siteCosts[k] as number;
    }
  };
  const drain = (candidates: readonly number[], most: number, even: boolean): void => {
    const heap = new GainHeap();
    for (const j of candidates) heap.push(j, gainOf(j) / (rule.prices[j] as number));
    for (let opened = 0; opened < most && heap.size > 0;) {
      const j = heap.top();
      const gain = gainOf(j);
      if ((rule.prices[j] as number) > left + 1e-9 || (gain <= 0 && !even)) heap.pop();
      else if (gain / (rule.prices[j] as number) >= heap.second()) {
        heap.pop();
        open(j, gain);
        opened++;
      } else heap.lower(gain / (rule.prices[j] as number));
    }
  };
  const every = among ?? Array.from({ length: lists.siteCount }, (_, j) => j);
  const least_ = rule.kept?.least ?? 0;
  if (least_ > 0)
    drain(
      every.filter((j) => rule.kept?.members[j]),
      least_,
      true,
    );
  const opened = new Set(run.open);
  drain(
    every.filter((j) => !opened.has(j)),
    Infinity,
    false,
  );
  return run;
}

/** Sites by what they last saved, the most first, the lowest number first on a tie. */
class GainHeap {
  readonly #sites: number[] = [];
  readonly #gains: number[] = [];

  get size(): number {
    return this.#sites.length;
  }

  top(): number {
    return this.#sites[0] as number;
  }

  /** The greatest gain but the first's; −Infinity without. */
  second(): number {
    return Math.max(this.#gains[1] ?? -Infinity, this.#gains[2] ?? -Infinity);
  }

  push(site: number, gain: number): void {
    let at = this.#sites.push(site) - 1;
    this.#gains.push(gain);
    while (at > 0 && this.#before(at, (at - 1) >> 1)) {
      this.#swap(at, (at - 1) >> 1);
      at = (at - 1) >> 1;
    }
  }

  /** Gives the first a gain not greater than it had. */
  lower(gain: number): void {
    this.#gains[0] = gain;
    this.#sink();
  }

  pop(): void {
    this.#swap(0, this.#sites.length - 1);
    this.#sites.pop();
    this.#gains.pop();
    this.#sink();
  }

  #sink(): void {
    for (let at = 0; ;) {
      let next = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.#sites.length && this.#before(child, next)) next = child;
      if (next === at) return;
      this.#swap(at, next);
      at = next;
    }
  }

  #before(a: number, b: number): boolean {
    const [left, right] = [this.#gains[a] as number, this.#gains[b] as number];
    return left > right || (left === right && (this.#sites[a] as number) < (this.#sites[b] as number));
  }

  #swap(a: number, b: number): void {
    [this.#sites[a], this.#sites[b]] = [this.#sites[b] as number, this.#sites[a] as number];
    [this.#gains[a], this.#gains[b]] = [this.#gains[b] as number, this.#gains[a] as number];
  }
}
