/** A queue that gives back the item of lowest cost first (binary heap); ties in a fixed order. */
export class Frontier {
  readonly #costs: number[] = [];
  readonly #items: number[] = [];

  get size(): number {
    return this.#items.length;
  }

  push(item: number, cost: number): void {
    let slot = this.#items.length;
    this.#items.push(item);
    this.#costs.push(cost);
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      if ((this.#costs[parent] as number) <= cost) break;
      this.#swap(slot, parent);
      slot = parent;
    }
  }

  /** The cheapest item; throws when there is none. */
  pop(): { item: number; cost: number } {
    const item = this.#items[0];
    const cost = this.#costs[0];
    const lastItem = this.#items.pop();
    const lastCost = this.#costs.pop();
    if (item === undefined || cost === undefined || lastItem === undefined || lastCost === undefined) {
      throw new Error('empty frontier');
    }
    if (this.#items.length > 0) {
      this.#items[0] = lastItem;
      this.#costs[0] = lastCost;
      this.#sink();
    }
    return { item, cost };
  }

  #sink(): void {
    for (let slot = 0; ;) {
      const left = 2 * slot + 1;
      const right = left + 1;
      let least = slot;
      if (left < this.size && (this.#costs[left] as number) < (this.#costs[least] as number)) least = left;
      if (right < this.size && (this.#costs[right] as number) < (this.#costs[least] as number)) least = right;
      if (least === slot) return;
      this.#swap(slot, least);
      slot = least;
    }
  }

  #swap(a: number, b: number): void {
    [this.#items[a], this.#items[b]] = [this.#items[b] as number, this.#items[a] as number];
    [this.#costs[a], this.#costs[b]] = [this.#costs[b] as number, this.#costs[a] as number];
  }
}

/**
 * Spreads from several seeds at once over a graph (Dijkstra): every reachable node goes to the seed
 * that reaches it at the lowest cost, so each group holds together.
 *
 * @returns for each node the rank of its seed in `seeds`, −1 where none reaches
 */
export function spread(
  size: number,
  seeds: readonly { node: number; start: number }[],
  links: (node: number) => readonly number[],
  cost: (from: number, to: number, seed: number) => number,
): Int32Array {
  const owner = new Int32Array(size).fill(-1);
  const best = new Float64Array(size).fill(Infinity);
  const frontier = new Frontier();
  seeds.forEach(({ node, start }, rank) => {
    owner[node] = rank;
    best[node] = start;
    frontier.push(node, start);
  });
  while (frontier.size > 0) {
    const { item, cost: reached } = frontier.pop();
    if (reached > (best[item] as number)) continue;
    const seed = owner[item] as number;
    for (const next of links(item)) {
      const through = reached + cost(item, next, seed);
      if (through >= (best[next] as number)) continue;
      best[next] = through;
      owner[next] = seed;
      frontier.push(next, through);
    }
  }
  return owner;
}
