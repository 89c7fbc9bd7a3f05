import type { ServiceLists } from '../model/lists.ts';

/**
 * What is covered with some sites open, kept up to date move by move: how many open sites cover each
 * demand, and the gain of each site (what opening it adds; if open, what closing it loses). For lists
 * whose served demands cost nothing.
 */
export class CoverState {
  readonly lists: ServiceLists;
  readonly isOpen: Uint8Array;
  readonly gains: Float64Array;
  /** Open sites that cover each demand, and the sum of their numbers: with one, which it is. */
  readonly covers: Int32Array;
  readonly owners: Float64Array;
  covered = 0;

  constructor(lists: ServiceLists, open: Iterable<number> = []) {
    const { siteCount, demandCount, siteStarts, demands, bases } = lists;
    this.lists = lists;
    this.isOpen = new Uint8Array(siteCount);
    this.gains = new Float64Array(siteCount);
    this.covers = new Int32Array(demandCount);
    this.owners = new Float64Array(demandCount);
    for (let j = 0; j < siteCount; j++)
      for (let k = siteStarts[j] as number; k < (siteStarts[j + 1] as number); k++)
        (this.gains[j] as number) += bases[demands[k] as number] as number;
    for (const j of open) this.open(j);
  }

  open(j: number): void {
    const { siteStarts, demands, starts, sites, bases } = this.lists;
    const { gains, covers, owners } = this;
    const own = gains[j] as number;
    this.covered += own;
    this.isOpen[j] = 1;
    for (let k = siteStarts[j] as number, end = siteStarts[j + 1] as number; k < end; k++) {
      const i = demands[k] as number;
      const before = (covers[i] as number)++;
      if (before === 0) {
        const weight = bases[i] as number;
        for (let q = starts[i] as number, last = starts[i + 1] as number; q < last; q++)
          (gains[sites[q] as number] as number) -= weight;
      } else if (before === 1) (gains[owners[i] as number] as number) -= bases[i] as number;
      (owners[i] as number) += j;
    }
    gains[j] = own;
  }

  close(j: number): void {
    const { siteStarts, demands, starts, sites, bases } = this.lists;
    const { gains, covers, owners } = this;
    const own = gains[j] as number;
    this.covered -= own;
    this.isOpen[j] = 0;
    for (let k = siteStarts[j] as number, end = siteStarts[j + 1] as number; k < end; k++) {
      const i = demands[k] as number;
      const after = --(covers[i] as number);
      (owners[i] as number) -= j;
      if (after === 0) {
        const weight = bases[i] as number;
        for (let q = starts[i] as number, last = starts[i + 1] as number; q < last; q++)
          (gains[sites[q] as number] as number) += weight;
      } else if (after === 1) (gains[owners[i] as number] as number) += bases[i] as number;
    }
    gains[j] = own;
  }

  /** What the cover gains if `opens` replaces `closes`. */
  swapGain(opens: number, closes: number): number {
    const { siteStarts, demands, bases } = this.lists;
    let gain = (this.gains[opens] as number) - (this.gains[closes] as number);
    for (let k = siteStarts[opens] as number, end = siteStarts[opens + 1] as number; k < end; k++) {
      const i = demands[k] as number;
      if (this.covers[i] === 1 && this.owners[i] === closes) gain += bases[i] as number;
    }
    return gain;
  }
}
