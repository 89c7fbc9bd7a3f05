import { Ascent } from '../bound/ascent.ts';
import { CLOSED, FREE, narrow, OPENED, type Narrowed } from '../model/narrow.ts';
import { costOf, respects } from '../model/instance.ts';
import type { Incumbent } from '../search/incumbent.ts';
import { fix, isPruned, type Core } from './core.ts';
import { NodeQueue } from './node-queue.ts';

/** Iterations in a branch, which starts from its parent's multipliers, and how many at once. */
const CLIMB = 60;
const STRIDE = 20;
/** Branches waiting beyond which the deepest is taken first: they stop piling up. */
const MOST_WAITING = 20_000;

/** Part of the search still to do: what is decided of the sites of the core, and a bound of what is left. */
interface Branch {
  decided: Uint8Array;
  /** Multipliers of the core's demands to start from; shared by the two branches of a site. */
  multipliers: Float32Array;
  bound: number;
}

/** How far a search by branches is: a bound of any cost, and whether the incumbent is proven the best. */
export interface BranchProgress {
  bound: number;
  proven: boolean;
  branches: number;
}

/**
 * Searches every choice of sites by branches, the one of least bound first: a site open or not, with the
 * Lagrangian bound of what remains and fixing by regrets at each branch (Christofides and Beasley 1982;
 * Beasley 1993). Better sites are offered to the incumbent, and those that others offer are taken up.
 * Yields after each branch: whoever asks may stop, the bound is valid. Once proven, says it again.
 */
export function* branching(core: Core, incumbent: Incumbent): Generator<BranchProgress, never> {
  const { instance } = core;
  const queue = new NodeQueue<Branch>();
  queue.push({
    decided: new Uint8Array(instance.lists.siteCount),
    multipliers: Float32Array.from(core.multipliers),
    bound: core.bound,
  });
  let branches = 0;
  for (;;) {
    const branch = queue.size > MOST_WAITING ? queue.popLatest() : queue.pop();
    if (!branch) {
      yield { bound: incumbent.cost, proven: true, branches };
      continue;
    }
    branches++;
    if (!isPruned(branch.bound, incumbent.cost, instance.grain))
      for (const child of explore(branch, core, incumbent)) queue.push(child);
    yield {
      bound: Math.min(incumbent.cost, queue.least()?.bound ?? incumbent.cost),
      proven: false,
      branches,
    };
  }
}

/** Bounds a branch and gives the two branches of the site that the bound is least sure of; none when done. */
function explore(branch: Branch, core: Core, incumbent: Incumbent): Branch[] {
  const decided = branch.decided.slice();
  const multipliers = branch.multipliers.slice();
  let { bound } = branch;
  for (;;) {
    const part = narrow(core.instance, decided);
    const ascent = new Ascent(
      part.instance,
      Float64Array.from(part.demandsFrom, (i) => multipliers[i] as number),
    );
    offer(part, [], decided, core, incumbent);
    for (let done = 0; done < CLIMB && !ascent.settled; done += STRIDE) {
      const { picked, shares } = ascent.climb(STRIDE, incumbent.cost);
      const whole = picked.filter((_, at) => shares[at] === 1);
      offer(part, whole, decided, core, incumbent);
      if (isPruned(ascent.bound, incumbent.cost, core.instance.grain)) return [];
    }
    bound = Math.max(bound, ascent.bound);
    if (isPruned(bound, incumbent.cost, core.instance.grain)) return [];
    part.demandsFrom.forEach((i, at) => (multipliers[i] = ascent.multipliers[at] as number));
    let fixed = 0;
    fix(ascent, incumbent).forEach((decision, j) => {
      if (decision === FREE) return;
      fixed++;
      decided[part.sitesFrom[j] as number] = decision;
    });
    const left = part.instance.lists.siteCount - fixed;
    if (left === 0) {
      offer(narrow(core.instance, decided), [], decided, core, incumbent);
      return [];
    }
    if (fixed * 10 >= part.instance.lists.siteCount) continue;
    return split(unsureSite(ascent, part, decided), { decided, multipliers, bound });
  }
}

/** The free site whose share in the averaged choices is nearest one half. */
function unsureSite({ shares }: Ascent, { sitesFrom }: Narrowed, decided: Uint8Array): number {
  let unsure = -1;
  let doubt = -1;
  sitesFrom.forEach((site, j) => {
    const doubtful = Math.min(shares[j] as number, 1 - (shares[j] as number));
    if (decided[site] === FREE && doubtful > doubt) [unsure, doubt] = [site, doubtful];
  });
  return unsure;
}

const split = (site: number, branch: Branch): Branch[] =>
  [OPENED, CLOSED].map((decision) => {
    const decided = branch.decided.slice();
    decided[site] = decision;
    return { ...branch, decided };
  });

/** Offers a choice of a part of the core, with what the branch and the core have opened. */
function offer(
  part: Narrowed,
  picked: readonly number[],
  decided: Uint8Array,
  core: Core,
  incumbent: Incumbent,
): void {
  if (!respects(part.instance.rule, picked)) return;
  const cost = costOf(part.instance, picked);
  if (cost >= incumbent.cost) return;
  const opened = Array.from(decided.keys()).filter((j) => decided[j] === OPENED);
  const chosen = [...opened, ...picked.map((j) => part.sitesFrom[j] as number)];
  incumbent.offer([...core.opened, ...chosen.map((j) => core.sites[j] as number)], cost);
}
