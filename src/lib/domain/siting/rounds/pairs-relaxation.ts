import { countRule, grainOf, type SitingInstance } from '../model/instance.ts';
import { listServices } from '../model/lists.ts';
import { baseNodeOf, drivingOf, fitsDay, outingCount, stopCountOf, type RoundsInstance } from './instance.ts';
import { mostInDay, openTo, type Range } from './relaxation.ts';

/** Outings told apart beyond which the bound would be slower than it is worth. */
const MOST_OUTINGS = 60_000;

/** A covering whose sites are whole outings. */
export interface OutingsRelaxation {
  instance: SitingInstance;
  /** Stops of each of its sites. */
  stops: readonly (readonly number[])[];
}

/**
 * Where no day holds more than two stops: every outing that some team can make is a site, and as many open
 * as there are days of teams. Hours count in full; what is forgotten is which team makes which, and that a
 * stop is made once. `null` where a day may hold more, or outings are too many to list.
 */
export function outingsRelaxation(instance: RoundsInstance, range: Range): OutingsRelaxation | null {
  const outings = Array.from({ length: outingCount(instance) }, (_, outing) => outing);
  if (outings.some((outing) => mostInDay(instance, range, outing) > 2)) return null;
  const stops = allOutings(instance, range);
  if (!stops) return null;
  const { lists } = instance;
  const demands: number[] = [];
  const sites: number[] = [];
  stops.forEach((own, site) => {
    const served = new Set<number>();
    for (const stop of own)
      for (let k = lists.siteStarts[stop] as number; k < (lists.siteStarts[stop + 1] as number); k++)
        served.add(lists.demands[k] as number);
    for (const demand of served) {
      demands.push(demand);
      sites.push(site);
    }
  });
  const covering = listServices(lists.bases, stops.length, {
    demands,
    sites,
    costs: new Float64Array(demands.length),
  });
  return {
    instance: {
      lists: covering,
      rule: countRule(stops.length, outings.length),
      offset: 0,
      grain: grainOf(covering),
    },
    stops,
  };
}

/** Pairs of stops that fit in a day of some team, and stops that no pair holds; `null` when too many. */
function allOutings(instance: RoundsInstance, range: Range): number[][] | null {
  const count = stopCountOf(instance);
  const pairs = new Set<number>();
  const alone = new Set<number>();
  const seen = new Set<string>();
  for (let outing = 0; outing < outingCount(instance); outing++) {
    const base = baseNodeOf(instance, outing);
    const open = openTo(instance, range, outing);
    const key = `${base} ${open.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const fits = (stops: readonly number[]): boolean => {
      const { minutes, metres } = drivingOf(instance, base, stops);
      return fitsDay(instance, stops.length, minutes, metres);
    };
    for (const [at, first] of open.entries()) {
      if (fits([first])) alone.add(first);
      for (let k = at + 1; k < open.length; k++)
        if (fits([first, open[k] as number])) pairs.add(first * count + (open[k] as number));
      if (pairs.size > MOST_OUTINGS) return null;
    }
  }
  const outings = [...pairs].map((pair) => [Math.floor(pair / count), pair % count]);
  const paired = new Set(outings.flat());
  return [...outings, ...[...alone].filter((stop) => !paired.has(stop)).map((stop) => [stop])];
}
