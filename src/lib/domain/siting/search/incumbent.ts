/** The best sites known, shared by those who search and those who bound. */
export class Incumbent {
  open: readonly number[];
  cost: number;

  constructor(open: readonly number[], cost: number) {
    this.open = open;
    this.cost = cost;
  }

  /** Keeps those sites if they cost less, by more than rounding; gives whether they do. */
  offer(open: readonly number[], cost: number): boolean {
    if (cost >= this.cost - 1e-9 * Math.max(1, Math.abs(this.cost))) return false;
    this.open = [...open];
    this.cost = cost;
    return true;
  }
}
