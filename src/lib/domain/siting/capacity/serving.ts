import type { CapacityInstance } from './question.ts';

const NOTHING = 1e-9;

/** The pairs of an instance, by site. */
interface Links {
  /** Demand of each pair. */
  demands: Int32Array;
  /** Pairs of each site, a run for each, one more start at the end. */
  starts: Int32Array;
  pairs: Int32Array;
}

const known = new WeakMap<CapacityInstance, Links>();

function linksOf(instance: CapacityInstance): Links {
  const before = known.get(instance);
  if (before) return before;
  const { sites, capacities, people } = instance;
  const demands = new Int32Array(sites.length);
  for (let i = 0; i < people.length; i++) demands.fill(i, instance.starts[i], instance.starts[i + 1]);
  const starts = new Int32Array(capacities.length + 1);
  for (const j of sites) starts[j + 1] = (starts[j + 1] as number) + 1;
  for (let j = 0; j < capacities.length; j++)
    starts[j + 1] = (starts[j + 1] as number) + (starts[j] as number);
  const next = starts.slice();
  const pairs = new Int32Array(sites.length);
  sites.forEach((j, k) => {
    pairs[next[j] as number] = k;
    next[j] = (next[j] as number) + 1;
  });
  const links = { demands, starts, pairs };
  known.set(instance, links);
  return links;
}

/**
 * What open sites serve at most, opened one by one in any order: each takes the worthiest people that shifting
 * others lets it take, and leaves nobody out who was served. The whole is the most that these sites can serve:
 * who can be served is a gammoid, of which one site fewer is a quotient, and the heaviest bases of quotients
 * are nested (Edmonds 1970; Schrijver 2003, ch. 39). Augmenting paths of Ford and Fulkerson 1956.
 */
export class Serving {
  /** Value of what is served. */
  value = 0;
  /** People by pair. */
  readonly flows: Float64Array;
  readonly #instance: CapacityInstance;
  readonly #links: Links;
  /** People of each demand who are not served. */
  readonly #waiting: Float64Array;

  constructor(instance: CapacityInstance, from?: Serving) {
    this.#instance = instance;
    this.#links = linksOf(instance);
    this.flows = from ? from.flows.slice() : new Float64Array(instance.sites.length);
    this.#waiting = from ? from.#waiting.slice() : instance.people.slice();
    this.value = from?.value ?? 0;
  }

  /** The same, to try a site on. */
  copy(): Serving {
    return new Serving(this.#instance, this);
  }

  /** People of a demand whom nothing serves. */
  waiting(demand: number): number {
    return this.#waiting[demand] as number;
  }

  /** Opens a site that is not; gives the value that it adds. */
  open(site: number): number {
    const before = this.value;
    let room = this.#instance.capacities[site] as number;
    while (room > NOTHING) {
      const taken = this.#take(site, room);
      if (taken <= NOTHING) break;
      room -= taken;
    }
    return this.value - before;
  }

  /** Takes in the worthiest demand that can reach a site, directly or by shifting others; gives how many people. */
  #take(site: number, room: number): number {
    const { starts, sites, values } = this.#instance;
    const links = this.#links;
    /** Pair by which each demand met would come in, and pair that leaving would free for each site met. */
    const comes = new Map<number, number>();
    const leaves = new Map<number, number>([[site, -1]]);
    const queue = [site];
    let best = -1;
    for (let head = 0; head < queue.length; head++) {
      const j = queue[head] as number;
      for (let at = links.starts[j] as number; at < (links.starts[j + 1] as number); at++) {
        const pair = links.pairs[at] as number;
        const i = links.demands[pair] as number;
        if (comes.has(i)) continue;
        comes.set(i, pair);
        if (
          (this.#waiting[i] as number) > NOTHING &&
          (best < 0 || (values[i] as number) > (values[best] as number))
        )
          best = i;
        for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
          const other = sites[k] as number;
          if ((this.flows[k] as number) <= NOTHING || leaves.has(other)) continue;
          leaves.set(other, k);
          queue.push(other);
        }
      }
    }
    return best < 0 ? 0 : this.#send(best, room, comes, leaves);
  }

  #send(
    demand: number,
    room: number,
    comes: ReadonlyMap<number, number>,
    leaves: ReadonlyMap<number, number>,
  ): number {
    const more: number[] = [];
    const less: number[] = [];
    let sent = Math.min(room, this.#waiting[demand] as number);
    for (let i = demand; ;) {
      const pair = comes.get(i) as number;
      more.push(pair);
      const freed = leaves.get(this.#instance.sites[pair] as number) as number;
      if (freed < 0) break;
      less.push(freed);
      sent = Math.min(sent, this.flows[freed] as number);
      i = this.#links.demands[freed] as number;
    }
    for (const pair of more) this.flows[pair] = (this.flows[pair] as number) + sent;
    for (const pair of less) this.flows[pair] = (this.flows[pair] as number) - sent;
    this.#waiting[demand] = (this.#waiting[demand] as number) - sent;
    this.value += sent * (this.#instance.values[demand] as number);
    return sent;
  }
}

/** What some open sites serve at most. */
export function serve(instance: CapacityInstance, open: Iterable<number>): Serving {
  const serving = new Serving(instance);
  for (const j of new Set(open)) serving.open(j);
  return serving;
}
