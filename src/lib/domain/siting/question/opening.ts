import { weightsOf, type SitingQuestion } from './question.ts';

/** What a set of sites reaches, kept as they open one by one. */
export class Opening {
  readonly #question: SitingQuestion;
  readonly #weights: Float64Array;
  readonly #least: Float64Array;
  readonly #bySite: Map<number, [demand: number, cost: number][]>;

  constructor(question: SitingQuestion, open: readonly number[]) {
    this.#question = question;
    this.#weights = weightsOf(question);
    this.#least = new Float64Array(question.people.length).fill(Infinity);
    this.#bySite = listsBySite(question);
    for (const j of open) this.open(j);
  }

  /** What a site would add, weighted, and the people that it would reach first. */
  gainOf(j: number): { gain: number; people: number } {
    const { goal, limit, people } = this.#question;
    let [gain, reached] = [0, 0];
    for (const [i, cost] of this.#bySite.get(j) ?? []) {
      const before = Math.min(limit, this.#least[i] as number);
      const isFirst = this.#least[i] === Infinity;
      if (isFirst) reached += people[i] as number;
      const weight = this.#weights[i] as number;
      if (goal === 'mean') gain += weight * Math.max(0, before - cost);
      else if (isFirst) gain += weight;
    }
    return { gain, people: reached };
  }

  open(j: number): void {
    for (const [i, cost] of this.#bySite.get(j) ?? [])
      this.#least[i] = Math.min(this.#least[i] as number, cost);
  }

  /** Demands that have people and nothing within the limit. */
  uncovered(): number[] {
    return Array.from(this.#least.keys()).filter(
      (i) => this.#least[i] === Infinity && (this.#question.people[i] as number) > 0,
    );
  }
}

function listsBySite({ reach, limit }: SitingQuestion): Map<number, [number, number][]> {
  const lists = new Map<number, [number, number][]>();
  for (let i = 0; i + 1 < reach.starts.length; i++)
    for (let k = reach.starts[i] as number; k < (reach.starts[i + 1] as number); k++) {
      const cost = reach.costs[k] as number;
      if (cost > limit) continue;
      const list = lists.get(reach.supplies[k] as number);
      if (list) list.push([i, cost]);
      else lists.set(reach.supplies[k] as number, [[i, cost]]);
    }
  return lists;
}
