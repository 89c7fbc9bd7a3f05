import type { CapacityInstance, Served } from './question.ts';

/**
 * The most that those open sites can serve: demands in the order of what one of their people is worth,
 * each taken as far as shifting others allows, without leaving any of them out (the greedy of a
 * polymatroid, Edmonds 1970; augmenting paths of Ford and Fulkerson 1956, the shortest first). Exact.
 */
export function serve(instance: CapacityInstance, open: Iterable<number>): Served {
  const network = new Network(instance);
  for (const j of open) network.open(j);
  return network.serveAll();
}

/** Who is served where, and what each open site has left. */
class Network {
  readonly #instance: CapacityInstance;
  readonly #flows: Float64Array;
  readonly #left: Float64Array;
  /** Pairs of each site. */
  readonly #pairs: number[][];
  readonly #demandOf: Int32Array;

  constructor(instance: CapacityInstance) {
    const { starts, sites, capacities, people } = instance;
    this.#instance = instance;
    this.#flows = new Float64Array(sites.length);
    this.#left = new Float64Array(capacities.length);
    this.#pairs = Array.from({ length: capacities.length }, () => []);
    this.#demandOf = new Int32Array(sites.length);
    for (let i = 0; i < people.length; i++) this.#demandOf.fill(i, starts[i], starts[i + 1]);
  }

  open(j: number): void {
    this.#left[j] = this.#instance.capacities[j] as number;
    const { sites } = this.#instance;
    for (let k = 0; k < sites.length; k++) if (sites[k] === j) (this.#pairs[j] as number[]).push(k);
  }

  serveAll(): Served {
    const { people, values } = this.#instance;
    const order = Array.from(people.keys()).sort(
      (a, b) => (values[b] as number) - (values[a] as number) || a - b,
    );
    let value = 0;
    for (const i of order) {
      let waiting = people[i] as number;
      while (waiting > 1e-9) {
        const sent = this.#augment(i, waiting);
        if (sent <= 1e-9) break;
        waiting -= sent;
        value += sent * (values[i] as number);
      }
    }
    return { value, flows: this.#flows };
  }

  /** Serves up to `most` more of a demand, shifting others along the shortest path; gives how many. */
  #augment(from: number, most: number): number {
    const { starts, sites } = this.#instance;
    /** Pair by which each site was reached, and pair whose flow is shifted away from a site before it. */
    const reachedBy = new Map<number, number>();
    const shifted = new Map<number, number>();
    const queue = [from];
    const seen = new Set(queue);
    for (let head = 0; head < queue.length; head++) {
      const i = queue[head] as number;
      for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
        const j = sites[k] as number;
        if (reachedBy.has(j) || (this.#pairs[j] as number[]).length === 0) continue;
        reachedBy.set(j, k);
        if ((this.#left[j] as number) > 1e-9) return this.#send(j, most, from, reachedBy, shifted);
        for (const pair of this.#pairs[j] as number[]) {
          const other = this.#demandOf[pair] as number;
          if ((this.#flows[pair] as number) <= 1e-9 || seen.has(other)) continue;
          seen.add(other);
          shifted.set(other, pair);
          queue.push(other);
        }
      }
    }
    return 0;
  }

  #send(
    end: number,
    most: number,
    from: number,
    reachedBy: ReadonlyMap<number, number>,
    shifted: ReadonlyMap<number, number>,
  ): number {
    const more: number[] = [];
    const less: number[] = [];
    let sent = Math.min(most, this.#left[end] as number);
    for (let j = end; ;) {
      const pair = reachedBy.get(j) as number;
      more.push(pair);
      const i = this.#demandOf[pair] as number;
      if (i === from) break;
      const away = shifted.get(i) as number;
      less.push(away);
      sent = Math.min(sent, this.#flows[away] as number);
      j = this.#instance.sites[away] as number;
    }
    for (const pair of more) (this.#flows[pair] as number) += sent;
    for (const pair of less) (this.#flows[pair] as number) -= sent;
    (this.#left[end] as number) -= sent;
    return sent;
  }
}
