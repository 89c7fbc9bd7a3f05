import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { Extent } from '#lib/map/camera.ts';
import { writeRankBits } from '#lib/view/rank-bits.ts';

/** What the map beside the list needs, besides the places themselves. */
export interface MapStart {
  tiles: { hash: string; minZoom: number; maxZoom: number } | null;
  /** Revision of the display file of places. */
  edition: number;
  /** Which places are drawn. */
  bits: string;
  /** What is framed. */
  extent: Extent;
  demonstration: boolean;
}

/** The mainland, when nothing says better. */
const MAINLAND: Extent = [-5.2, 41.3, 9.6, 51.2];

const around = ([west, south, east, north]: Extent, lon: number, lat: number): Extent => [
  Math.min(west, lon),
  Math.min(south, lat),
  Math.max(east, lon),
  Math.max(north, lat),
];

function mainland(data: Snapshot): Extent {
  const boxes = data.territories
    .all('region')
    .flatMap(({ zone, bbox }): Extent[] => (zone === 'metro' && bbox ? [bbox] : []));
  const [first = MAINLAND] = boxes;
  return boxes.reduce<Extent>((all, [w, s, e, n]) => around(around(all, w, s), e, n), first);
}

/** The places of a result inside the mainland, else all of them; the mainland when none has a position. */
function extentOf(data: Snapshot, ranks: readonly number[]): Extent {
  const home = mainland(data);
  const points = ranks.flatMap((rank): [number, number][] => {
    const { lon, lat } = data.places[rank] ?? { lon: null, lat: null };
    return lon === null || lat === null ? [] : [[lon, lat]];
  });
  const inside = points.filter(
    ([lon, lat]) => lon >= home[0] && lon <= home[2] && lat >= home[1] && lat <= home[3],
  );
  const kept = inside.length > 0 ? inside : points;
  const [first] = kept;
  if (!first) return home;
  return kept.reduce<Extent>((all, [lon, lat]) => around(all, lon, lat), [...first, ...first]);
}

/** Where the map of a result looks, and which places it draws. */
export const mapStart = (data: Snapshot, ranks: readonly number[]): MapStart => ({
  tiles: data.tileset,
  edition: data.revision,
  bits: writeRankBits(ranks, data.places.length),
  extent: extentOf(data, ranks),
  demonstration: data.demonstration,
});
