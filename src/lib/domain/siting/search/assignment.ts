import type { ServiceLists } from '../model/lists.ts';

/**
 * Who serves whom with some sites open: the least cost of each demand and its site (−1 when none), and the
 * least cost without that site. Opening and closing touch only the demands of the site.
 */
export class Assignment {
  readonly lists: ServiceLists;
  readonly isOpen: Uint8Array;
  readonly open: number[] = [];
  readonly site: Int32Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  cost: number;
  readonly #place: Int32Array;

  constructor(lists: ServiceLists, open: Iterable<number> = []) {
    this.lists = lists;
    this.isOpen = new Uint8Array(lists.siteCount);
    this.#place = new Int32Array(lists.siteCount).fill(-1);
    this.site = new Int32Array(lists.demandCount).fill(-1);
    this.first = lists.bases.slice();
    this.second = lists.bases.slice();
    this.cost = lists.bases.reduce((sum, base) => sum + base, 0);
    for (const j of open) this.add(j);
  }

  add(j: number): void {
    const { siteStarts, demands, siteCosts } = this.lists;
    this.isOpen[j] = 1;
    this.#place[j] = this.open.push(j) - 1;
    for (let k = siteStarts[j] as number; k < (siteStarts[j + 1] as number); k++) {
      const i = demands[k] as number;
      const cost = siteCosts[k] as number;
      if (cost < (this.first[i] as number)) {
        this.cost -= (this.first[i] as number) - cost;
        this.second[i] = this.first[i] as number;
        this.first[i] = cost;
        this.site[i] = j;
      } else if (cost < (this.second[i] as number)) this.second[i] = cost;
    }
  }

  remove(j: number): void {
    const { siteStarts, demands, siteCosts } = this.lists;
    this.isOpen[j] = 0;
    const last = this.open.pop()!;
    if (last !== j) {
      this.open[this.#place[j] as number] = last;
      this.#place[last] = this.#place[j] as number;
    }
    this.#place[j] = -1;
    for (let k = siteStarts[j] as number; k < (siteStarts[j + 1] as number); k++) {
      const i = demands[k] as number;
      if (this.site[i] === j || (siteCosts[k] as number) <= (this.second[i] as number)) this.#reassign(i);
    }
  }

  /** The two least costs of a demand among its open sites. */
  #reassign(i: number): void {
    const { starts, sites, costs, bases } = this.lists;
    const before = this.first[i] as number;
    this.first[i] = this.second[i] = bases[i] as number;
    this.site[i] = -1;
    for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
      const j = sites[k] as number;
      if (!this.isOpen[j]) continue;
      if (this.site[i] === -1) {
        this.site[i] = j;
        this.first[i] = costs[k] as number;
      } else {
        this.second[i] = costs[k] as number;
        break;
      }
    }
    this.cost += (this.first[i] as number) - before;
  }

  /** Goes to those open sites, by the fewest openings and closings. */
  goTo(open: readonly number[]): void {
    const wanted = new Set(open);
    for (const j of [...this.open]) if (!wanted.has(j)) this.remove(j);
    for (const j of open) if (!this.isOpen[j]) this.add(j);
  }
}
