import type { Ascent } from '../bound/ascent.ts';
import { CLOSED, FREE, narrow, OPENED } from '../model/narrow.ts';
import type { SitingInstance } from '../model/instance.ts';
import type { Incumbent } from '../search/incumbent.ts';

/** What is left to decide of an instance once its bound has settled most sites. */
export interface Core {
  instance: SitingInstance;
  /** Site of the whole instance of each site of the core, and those open for good. */
  sites: Int32Array;
  opened: readonly number[];
  multipliers: Float64Array;
  bound: number;
}

/** The core of an instance whose bound was climbed: any choice better than the incumbent lies in it. */
export function coreOf(ascent: Ascent, incumbent: Incumbent): Core {
  const decided = fix(ascent, incumbent);
  const { instance, sitesFrom, demandsFrom } = narrow(ascent.instance, decided);
  return {
    instance,
    sites: sitesFrom,
    opened: Array.from(decided.keys()).filter((j) => decided[j] === OPENED),
    multipliers: Float64Array.from(demandsFrom, (i) => ascent.multipliers[i] as number),
    bound: ascent.bound,
  };
}

/**
 * What is certain of each site: open when leaving it, closed when taking it, would raise the bound past
 * the incumbent (reduced-cost fixing).
 */
export function fix({ instance, bound, choice }: Ascent, incumbent: Incumbent): Uint8Array {
  const taken = new Uint8Array(instance.lists.siteCount);
  choice.picked.forEach((j) => (taken[j] = 1));
  return taken.map((is, j) =>
    isPruned(bound + choice.regret(j), incumbent.cost, instance.grain) ? (is ? OPENED : CLOSED) : FREE,
  );
}

/** The least multiple of `grain` not under a bound. */
export const roundUp = (bound: number, grain: number): number =>
  grain > 0 && Number.isFinite(bound) ? Math.ceil(bound / grain - 1e-6) * grain : bound;

/** Whether nothing of that bound can cost less than the best known, by more than rounding. */
export const isPruned = (bound: number, cost: number, grain: number): boolean =>
  roundUp(bound, grain) >= cost - 1e-9 * Math.max(1, Math.abs(cost));
