import { Ascent } from './bound/ascent.ts';
import { firstMultipliers } from './bound/first-multipliers.ts';
import { branching } from './exact/branch.ts';
import { coreOf, isPruned, roundUp, type Core } from './exact/core.ts';
import { costOf, countsSites, type SitingInstance } from './model/instance.ts';
import { searchElites } from './search/elites.ts';
import { Incumbent } from './search/incumbent.ts';
import { openGreedily } from './search/lazy-greedy.ts';
import { searchNeighbourhoods, type Found } from './search/neighbourhoods.ts';

/** What is known so far: the best sites and their cost, and a bound that no sites cost less than. */
export interface Solution {
  open: readonly number[];
  cost: number;
  bound: number;
  /** Whether the bound meets the cost: nothing is better. */
  proven: boolean;
}

/** What an exact solver says of a core: a better choice if it met one, and a bound of any choice. */
export interface ExactAnswer {
  open: readonly number[] | null;
  bound: number;
}

export interface SolveOptions {
  seed: number;
  /** Asked once, of what remains when the bound has settled, if branches alone do not end soon. */
  exact?: ((core: SitingInstance, cost: number, start: readonly number[] | null) => ExactAnswer) | null;
}

/** Pairs read by the bound in one turn: some milliseconds of work. */
const EFFORT = 8_000_000;
/** Sites of a core beyond which branches would not end: searching goes on instead. */
const BRANCHED_SITES = 600;
/** Turns of search between two looks at the core, which shrinks as better sites are found. */
const LOOK = 50;
/** Turns given to search and branches before an exact solver is asked. */
const PATIENCE = 100;

/**
 * Solves a siting instance, better and better: the greedy answer at once, then by turns a search for
 * better sites and a climb of the bound, then a proof on what the bound leaves undecided. Yields after
 * each turn; whoever asks decides when to stop and then has the best sites and a true bound. Ends by
 * itself only when proven. The same seed gives the same answers in the same order.
 */
export function* solving(instance: SitingInstance, options: SolveOptions): Generator<Solution, Solution> {
  const { open: greedy, gains } = openGreedily(instance);
  const incumbent = new Incumbent(greedy, costOf(instance, greedy));
  let bound = -Infinity;
  const solution = (): Solution => {
    const { open, cost } = incumbent;
    const proven = isPruned(bound, cost, instance.grain);
    return { open, cost, bound: proven ? cost : roundUp(bound, instance.grain), proven };
  };
  yield solution();
  const ascent = new Ascent(instance, firstMultipliers(instance, gains.at(-1) ?? 0));
  const search = searchFor(instance, greedy, options.seed, ascent);
  const climb = Math.max(
    1,
    Math.round(EFFORT / (instance.lists.sites.length + instance.lists.demandCount + 1)),
  );
  const look = (found: Found): void => void incumbent.offer(found.open, found.cost);
  while (!ascent.settled) {
    look(search.next().value);
    const { picked, shares } = ascent.climb(Math.min(climb, 50), incumbent.cost);
    offerWhole(instance, picked, shares, incumbent);
    bound = Math.max(bound, ascent.bound);
    yield solution();
    if (isPruned(bound, incumbent.cost, instance.grain)) return solution();
  }
  const proof = proving(ascent, incumbent, options);
  for (;;) {
    look(search.next().value);
    bound = Math.max(bound, proof.next().value);
    yield solution();
    if (isPruned(bound, incumbent.cost, instance.grain)) return solution();
  }
}

/** The search that suits an instance: annealing where lists are of covering by a number of sites. */
function searchFor(
  instance: SitingInstance,
  start: readonly number[],
  seed: number,
  ascent: Ascent,
): Generator<Found, never> {
  const { rule, lists } = instance;
  const covers = lists.costs.every((cost) => cost === 0);
  return covers && countsSites(rule) && !rule.kept
    ? searchElites(instance, start, seed, ascent)
    : searchNeighbourhoods(instance, start, seed);
}

/** The choice that gave a bound is itself a choice, where no site is taken in part. */
function offerWhole(
  instance: SitingInstance,
  picked: readonly number[],
  shares: readonly number[],
  incumbent: Incumbent,
): void {
  const whole = picked.filter((_, at) => shares[at] === 1);
  incumbent.offer(whole, costOf(instance, whole));
}

/**
 * Proves by branches once the core is small, and by the exact solver if any; yields a bound after each
 * turn of some milliseconds, or nothing new.
 */
function* proving(ascent: Ascent, incumbent: Incumbent, { exact }: SolveOptions): Generator<number, never> {
  let core = coreOf(ascent, incumbent);
  const ask = function* (): Generator<number, void> {
    if (exact) yield askExact(exact, core, incumbent);
  };
  for (let turn = 1; core.instance.lists.siteCount > BRANCHED_SITES; turn++) {
    yield core.bound;
    if (turn === PATIENCE) yield* ask();
    if (turn % LOOK === 0) core = coreOf(ascent, incumbent);
  }
  const branches = branching(core, incumbent);
  const pairs = core.instance.lists.sites.length;
  for (let turn = 1; ; turn++) {
    if (turn === PATIENCE) yield* ask();
    let bound = core.bound;
    for (let read = 0; read < EFFORT; read += 60 * (pairs + 1)) bound = branches.next().value.bound;
    yield bound;
  }
}

function askExact(
  exact: NonNullable<SolveOptions['exact']>,
  { instance, opened, sites }: Core,
  incumbent: Incumbent,
): number {
  const rank = new Map(Array.from(sites, (site, j) => [site, j]));
  const start = incumbent.open.filter((site) => !opened.includes(site)).map((site) => rank.get(site) ?? -1);
  const { open, bound } = exact(instance, incumbent.cost, start.includes(-1) ? null : start);
  if (open) incumbent.offer([...opened, ...open.map((j) => sites[j] as number)], costOf(instance, open));
  return bound;
}
