import { countRule, grainOf, type SitingInstance } from '../model/instance.ts';
import { listServices, type ServiceLists } from '../model/lists.ts';
import { fitsDay, isAllowed, outingCount, stopCountOf, type RoundsInstance } from './instance.ts';
import { leastFrom } from './legs.ts';

/** What each base can reach in a day and back, at best: a stop alone, by the shortest way. */
export interface Range {
  /** By base, then stop: 1 where a day is enough. */
  reachable: Uint8Array[];
  /** By base: the least driving there and back to any stop within its range. */
  nearest: { minutes: number; metres: number }[];
}

/** The range of every base. */
export function rangeOf(instance: RoundsInstance): Range {
  const stops = stopCountOf(instance);
  const bases = instance.legs.count - stops;
  const range: Range = { reachable: [], nearest: [] };
  for (let base = 0; base < bases; base++) {
    const minutes = leastFrom(instance.legs, instance.legs.minutes, stops + base);
    const metres = leastFrom(instance.legs, instance.legs.metres, stops + base);
    const reachable = Uint8Array.from({ length: stops }, (_, stop) =>
      fitsDay(instance, 1, 2 * (minutes[stop] as number), 2 * (metres[stop] as number)) ? 1 : 0,
    );
    const nearest = { minutes: Infinity, metres: Infinity };
    for (let stop = 0; stop < stops; stop++) {
      if (reachable[stop] === 0) continue;
      nearest.minutes = Math.min(nearest.minutes, 2 * (minutes[stop] as number));
      nearest.metres = Math.min(nearest.metres, 2 * (metres[stop] as number));
    }
    range.reachable.push(reachable);
    range.nearest.push(nearest);
  }
  return range;
}

/** Stops that each outing may make: those within range of its base and open that day. */
export function openTo(instance: RoundsInstance, { reachable }: Range, outing: number): number[] {
  const base = instance.teams[Math.floor(outing / instance.days.length)] as number;
  const found: number[] = [];
  for (let stop = 0; stop < stopCountOf(instance); stop++)
    if (reachable[base]?.[stop] === 1 && isAllowed(instance, stop, outing)) found.push(stop);
  return found;
}

/** Stops that an outing can hold at most. */
export function mostInDay(instance: RoundsInstance, range: Range, outing: number): number {
  const base = instance.teams[Math.floor(outing / instance.days.length)] as number;
  const { minutes, metres } = range.nearest[base] as Range['nearest'][number];
  let stops = Math.min(instance.stopsADay, openTo(instance, range, outing).length);
  while (stops > 0 && !fitsDay(instance, stops, minutes, metres)) stops--;
  return stops;
}

/** Stops that a week can hold at most. */
export function mostStops(instance: RoundsInstance, range: Range): number {
  let most = 0;
  for (let outing = 0; outing < outingCount(instance); outing++) most += mostInDay(instance, range, outing);
  return most;
}

/**
 * The covering problem that forgets roads: as many stops as the week can hold, anywhere that some team can
 * reach on a day when it is open. What it covers at best, no rounds can exceed.
 */
export function relaxationOf(instance: RoundsInstance, range: Range): SitingInstance {
  const usable = new Uint8Array(stopCountOf(instance));
  for (let outing = 0; outing < outingCount(instance); outing++)
    for (const stop of openTo(instance, range, outing)) usable[stop] = 1;
  const lists = listsOf(instance.lists, usable);
  return {
    lists,
    rule: countRule(lists.siteCount, mostStops(instance, range)),
    offset: 0,
    grain: grainOf(lists),
  };
}

/** The lists of some sites alone; the others keep their numbers and serve nobody. */
export function listsOf(lists: ServiceLists, kept: Uint8Array): ServiceLists {
  const demands: number[] = [];
  const sites: number[] = [];
  for (let site = 0; site < lists.siteCount; site++)
    for (let k = lists.siteStarts[site] as number; k < (lists.siteStarts[site + 1] as number); k++) {
      if (kept[site] === 0) continue;
      demands.push(lists.demands[k] as number);
      sites.push(site);
    }
  return listServices(lists.bases, lists.siteCount, {
    demands,
    sites,
    costs: new Float64Array(demands.length),
  });
}
