import type { PlacePoints } from '#lib/domain/places/place-points.ts';
import { readRankBits } from '#lib/view/rank-bits.ts';

/** The places of a result alone: the others keep their rank and lose their position. */
export function shownPoints(places: PlacePoints, bits: string): PlacePoints {
  const isShown = readRankBits(bits);
  return { ...places, lons: places.lons.map((lon, rank) => (isShown(rank) ? lon : Number.NaN)) };
}

/** Ranks of every place drawn exactly where one is, that one first; alone when it has no position. */
export function ranksAt({ lons, lats }: PlacePoints, rank: number): number[] {
  const [lon, lat] = [lons[rank], lats[rank]];
  const others: number[] = [];
  for (let other = 0; other < lons.length; other++)
    if (other !== rank && lons[other] === lon && lats[other] === lat) others.push(other);
  return [rank, ...others];
}
