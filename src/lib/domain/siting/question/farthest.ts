import { solving, type SolveOptions } from '../solve.ts';
import { reachable, servedWithin } from './everyone.ts';
import { sumOf, type SitingQuestion } from './question.ts';

/** The least distance found for the one served worst, and how low it may be at best. */
export interface FarthestAnswer {
  opens: readonly number[];
  open: readonly number[];
  /** Metres or minutes of the one served worst; Infinity while some are beyond the pairs given. */
  farthest: number;
  atLeast: number;
  proven: boolean;
}

/** Turns given to one distance before it is held for too short, without proof. */
const PATIENCE = 300;

/**
 * Answers a checked question of `farthest` (p-center, Hakimi 1964): a search by halves among the
 * distances of the pairs, each tried as covering everyone with the sites allowed (Minieka 1970). A distance
 * that is neither met nor disproved in time is passed over, and the answer is then not proven. Demands
 * that no site serves at any distance given, and those without people, take no part.
 */
export function* shorteningFarthest(
  question: SitingQuestion,
  options: SolveOptions,
): Generator<FarthestAnswer, FarthestAnswer> {
  const served = servedWithin(question, Infinity);
  const everyone = sumOf(served);
  const distances = distancesOf(question, served);
  const answer: FarthestAnswer = {
    opens: [...question.forced],
    open: [...question.existing, ...question.forced],
    farthest: Infinity,
    atLeast: distances[0] ?? 0,
    proven: false,
  };
  // Under `low` nothing was met; under `disproved` nothing can be.
  let [low, disproved, high] = [0, 0, distances.length];
  for (let first = true; low < high; first = false) {
    // The greatest distance first, for an answer at once.
    const middle = first ? distances.length - 1 : (low + high) >> 1;
    const limit = distances[middle] as number;
    let outcome: 'met' | 'disproved' | 'unknown' = 'unknown';
    let turn = 0;
    const { instance, sitesFrom } = reachable(question, limit);
    if (sumOf(servedWithin(question, limit)) < everyone) outcome = 'disproved';
    else
      for (const { open, cost, bound } of solving(instance, options)) {
        if (cost < 0.5) {
          outcome = 'met';
          const chosen = open.map((j) => sitesFrom[j] as number);
          answer.opens = [...question.forced, ...chosen];
          answer.open = [...question.existing, ...answer.opens];
          answer.farthest = farthestOf(question, served, answer.open);
        } else if (bound > 0.5) outcome = 'disproved';
        if (outcome !== 'unknown' || ++turn > PATIENCE) break;
        yield { ...answer };
      }
    if (outcome === 'met') high = rankOf(distances, answer.farthest);
    else low = middle + 1;
    if (outcome === 'disproved') disproved = Math.max(disproved, middle + 1);
    answer.atLeast = Math.min(answer.farthest, distances[Math.min(disproved, distances.length - 1)] ?? 0);
    answer.proven = answer.farthest <= answer.atLeast;
    yield { ...answer };
  }
  answer.proven = answer.proven || distances.length === 0;
  return answer;
}

/** Every distance of a pair of someone served, once, from the least. */
function distancesOf({ reach }: SitingQuestion, served: Uint8Array): Float64Array {
  const all: number[] = [];
  for (let i = 0; i < served.length; i++)
    if (served[i] === 1)
      for (let k = reach.starts[i] as number; k < (reach.starts[i + 1] as number); k++)
        all.push(reach.costs[k] as number);
  return Float64Array.from(new Set(all)).sort();
}

/** Distance of the demand served worst; those that nothing serves take no part. */
function farthestOf({ reach }: SitingQuestion, served: Uint8Array, open: readonly number[]): number {
  const isOpen = new Set(open);
  let farthest = 0;
  for (let i = 0; i < served.length; i++) {
    const [from, to] = [reach.starts[i] as number, reach.starts[i + 1] as number];
    if (served[i] === 0) continue;
    let least = Infinity;
    for (let k = from; k < to; k++)
      if (isOpen.has(reach.supplies[k] as number)) least = Math.min(least, reach.costs[k] as number);
    farthest = Math.max(farthest, least);
  }
  return farthest;
}

function rankOf(distances: Float64Array, distance: number): number {
  let [low, high] = [0, distances.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((distances[middle] as number) < distance) low = middle + 1;
    else high = middle;
  }
  return low;
}
