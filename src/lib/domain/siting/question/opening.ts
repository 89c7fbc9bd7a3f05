import { weightsOf, type SitingQuestion } from './question.ts';

interface SiteRuns {
  starts: Int32Array;
  demands: Int32Array;
  costs: Float32Array;
}

/** What a set of sites reaches, kept as they open one by one. */
export class Opening {
  readonly #question: SitingQuestion;
  readonly #weights: Float64Array;
  readonly #least: Float64Array;
  readonly #bySite: SiteRuns;

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
    const { starts, demands, costs } = this.#bySite;
    for (let k = starts[j] as number; k < (starts[j + 1] as number); k++) {
      const [i, cost] = [demands[k] as number, costs[k] as number];
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
    const { starts, demands, costs } = this.#bySite;
    for (let k = starts[j] as number; k < (starts[j + 1] as number); k++) {
      const i = demands[k] as number;
      this.#least[i] = Math.min(this.#least[i] as number, costs[k] as number);
    }
  }

  /** Demands that have people and nothing within the limit. */
  uncovered(): number[] {
    return Array.from(this.#least.keys()).filter(
      (i) => this.#least[i] === Infinity && (this.#question.people[i] as number) > 0,
    );
  }
}

/** Pairs within the limit by site: a run of demands and costs for each. */
function listsBySite({ reach, limit }: SitingQuestion): SiteRuns {
  const starts = new Int32Array(reach.supplyCount + 1);
  for (let k = 0; k < reach.costs.length; k++)
    if ((reach.costs[k] as number) <= limit) (starts[(reach.supplies[k] as number) + 1] as number)++;
  for (let j = 0; j < reach.supplyCount; j++)
    starts[j + 1] = (starts[j + 1] as number) + (starts[j] as number);
  const next = starts.slice();
  const demands = new Int32Array(starts[reach.supplyCount] as number);
  const costs = new Float32Array(demands.length);
  for (let i = 0; i + 1 < reach.starts.length; i++)
    for (let k = reach.starts[i] as number; k < (reach.starts[i + 1] as number); k++) {
      const cost = reach.costs[k] as number;
      if (cost > limit) continue;
      const j = reach.supplies[k] as number;
      const at = next[j] as number;
      next[j] = at + 1;
      demands[at] = i;
      costs[at] = cost;
    }
  return { starts, demands, costs };
}
