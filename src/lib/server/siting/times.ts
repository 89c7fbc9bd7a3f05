import { FARTHEST, FARTHEST_MINUTES } from '../../domain/siting/frame/frame-question.ts';
import { SITE_KINDS, type SitingFrame } from '../../domain/siting/frame/siting-frame.ts';
import {
  countTold,
  type SiteKeys,
  type TimesTold,
  type ToldTimes,
} from '../../domain/siting/frame/told-times.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { communePoints, demandPointsOf, homesOf } from '../queries/access/supply.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** What minutes are counted by; `null` when kilometres are: they were asked, or no source was brought in. */
export const toldTimes = ({ travel }: Snapshot, unit: 'km' | 'min'): ToldTimes | null =>
  unit === 'min' ? travel : null;

/** The greatest cost looked at for the one served worst: metres, or minutes that the source may tell. */
export const farthestLimit = (told: ToldTimes | null): number =>
  told ? Math.min(FARTHEST_MINUTES, told.most ?? FARTHEST_MINUTES) : FARTHEST;

/** The places told to be within a limit of some communes, by rank. */
export function placesInTime(
  { reach }: ToldTimes,
  communes: readonly Territory[],
  limit: number,
): (rank: number) => boolean {
  const near = new Uint8Array(reach.supplyCount);
  for (const { ordinal } of communes)
    for (let at = reach.starts[ordinal] as number; at < (reach.starts[ordinal + 1] as number); at++)
      if ((reach.costs[at] as number) <= limit) near[reach.supplies[at] as number] = 1;
  return (rank) => near[rank] === 1;
}

/** The commune that each site stands in, by ordinal; −1 when it is unknown. */
export function siteCommunes(
  data: Snapshot,
  { kinds, references }: Pick<SitingFrame['sites'], 'kinds' | 'references'>,
): Int32Array {
  const homes = homesOf(data, Uint32Array.from(data.places.keys()));
  return Int32Array.from(kinds, (kind, site) => {
    const reference = references[site] as number;
    return SITE_KINDS[kind] === 'commune' ? reference : (homes[reference] as number);
  });
}

/** Ways told from a territory within a limit, once for each demand point that takes them: what a search must hold. */
export function countWays(
  data: Snapshot,
  told: ToldTimes,
  communes: readonly Territory[],
  limit: number,
): number {
  const { starts: points } = demandPointsOf(data);
  let count = 0;
  for (const { ordinal } of communes) {
    let own = 0;
    for (const reach of [told.reach, told.toCommunes]) {
      if (!reach) continue;
      for (let at = reach.starts[ordinal] as number; at < (reach.starts[ordinal + 1] as number); at++)
        if ((reach.costs[at] as number) <= limit) own++;
    }
    count += own * ((points[ordinal + 1] as number) - (points[ordinal] as number));
  }
  return count;
}

/** In a straight line, hardly any road is faster (72 km/h): ways longer than so many metres a minute need no telling. */
const METRES_A_MINUTE = 1_200;

/** How much of what a frame in minutes needs is told, and the distance under which it is looked at, metres. */
export function timesTold(
  data: Snapshot,
  frame: SitingFrame,
  told: ToldTimes,
  limit: number,
): TimesTold & { metres: number } {
  const metres = Math.min(FARTHEST, METRES_A_MINUTE * limit);
  const { kinds, references } = frame.sites;
  const keys: SiteKeys = { kinds, references, communes: siteCommunes(data, frame.sites) };
  return { ...countTold(frame, keys, told, { limit, centres: communePoints(data), metres }), metres };
}
