/** Sites by what they last saved, the most first, the lowest number first on a tie. */
export class GainHeap {
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
