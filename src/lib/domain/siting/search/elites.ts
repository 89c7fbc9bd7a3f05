import { RandomStream } from '../../random/stream.ts';
import { Ascent } from '../bound/ascent.ts';
import { branching } from '../exact/branch.ts';
import { coreOf } from '../exact/core.ts';
import { costOf, type SitingInstance } from '../model/instance.ts';
import { CLOSED, FREE, narrow } from '../model/narrow.ts';
import { annealCover } from './anneal.ts';
import { Incumbent } from './incumbent.ts';
import type { Found } from './neighbourhoods.ts';

/** Coolings before their best are merged, and how many are kept from one merge to the next. */
const ROUND = 5;
const KEPT = 6;
/** Trials of the first coolings for each open site, and how much longer they are after each merge. */
const TRIALS_A_SITE = 5_000;
const LONGER = 1.4;
/** A merge is left unfinished after so many branches, and not tried with more sites than these. */
const MOST_BRANCHES = 150;
const MOST_SITES = 350;
const CLIMB = 50;
const MOST_CLIMBS = 20;

/**
 * Search for covering by a number of sites: coolings from the greedy answer and from the best, each on its
 * own draws, then the best choice among the sites that any of the best coolings opened, by bound and
 * branches (tour merging, Cook and Seymour 2003): what each found good somewhere is put together, which
 * no single chain of swaps does. Never ends by itself; yields the best after each slice.
 */
export function* searchElites(
  instance: SitingInstance,
  start: readonly number[],
  seed: number,
  ascent: Ascent,
): Generator<Found, never> {
  const stream = new RandomStream(seed, 2);
  let best: Found = { open: start, cost: costOf(instance, start) };
  let elites: Found[] = [];
  for (let trials = TRIALS_A_SITE * Math.max(1, start.length); ; trials *= LONGER) {
    for (let run = 0; run < ROUND; run++) {
      yield best;
      const cooling = annealCover(
        instance,
        run === 0 ? best.open : start,
        trials,
        stream,
        () => ascent.shares,
      );
      for (let step = cooling.next(); ; step = cooling.next()) {
        if (step.value.cost < best.cost) best = step.value;
        if (step.done) {
          elites.push(step.value);
          break;
        }
        yield best;
      }
    }
    elites = keepDistinct([best, ...elites]);
    for (const found of merging(instance, elites, ascent)) {
      if (found.cost < best.cost) best = found;
      yield best;
    }
    elites = keepDistinct([best, ...elites]);
  }
}

/** The best, each cost once. */
function keepDistinct(found: readonly Found[]): Found[] {
  const byCost = new Map(found.map((one) => [one.cost, one]));
  return [...byCost.values()].sort((a, b) => a.cost - b.cost).slice(0, KEPT);
}

/** The best choice among the sites that some elites opened; yields the best so far between slices. */
function* merging(instance: SitingInstance, elites: readonly Found[], whole: Ascent): Generator<Found> {
  const [first] = elites;
  if (!first) return;
  const union = new Set<number>();
  for (const { open } of elites)
    if (union.size + open.length <= MOST_SITES + first.open.length) open.forEach((j) => union.add(j));
  const decided = Uint8Array.from({ length: instance.lists.siteCount }, (_, j) =>
    union.has(j) ? FREE : CLOSED,
  );
  const { instance: part, sitesFrom, demandsFrom } = narrow(instance, decided);
  const incumbent = new Incumbent([], first.cost);
  const best = (): Found =>
    incumbent.cost < first.cost
      ? { open: incumbent.open.map((j) => sitesFrom[j] as number), cost: incumbent.cost }
      : first;
  const ascent = new Ascent(
    part,
    Float64Array.from(demandsFrom, (i) => whole.multipliers[i] as number),
  );
  for (let climb = 0; climb < MOST_CLIMBS && !ascent.settled && ascent.bound < incumbent.cost; climb++) {
    ascent.climb(CLIMB, incumbent.cost);
    yield best();
  }
  const core = coreOf(ascent, incumbent);
  if (core.instance.lists.siteCount > MOST_SITES) return;
  for (const { proven, branches } of branching(core, incumbent)) {
    if (proven || branches > MOST_BRANCHES) break;
    if (branches % 2 === 0) yield best();
  }
  yield best();
}
