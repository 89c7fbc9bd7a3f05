import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { territoryIndexFile } from '#lib/server/columns/territory-index.ts';
import type { Bounds } from './page-data.ts';

/** What the map of the page fetches, and where it looks when the perimeter is empty. */
export interface MapFiles {
  tiles: { hash: string; minZoom: number; maxZoom: number } | null;
  /** Hash of the names and centres of the communes. */
  index: string;
  home: Bounds;
  demonstration: boolean;
}

/** The mainland, before anything is chosen. */
const MAINLAND: Bounds = [-5.2, 41.3, 9.6, 51.2];

export function mapFiles(data: Snapshot): MapFiles {
  const boxes = data.territories
    .all('region')
    .flatMap(({ zone, bbox }) => (zone === 'metro' && bbox ? [bbox] : []));
  const [first] = boxes;
  const home = boxes.reduce<Bounds>(
    ([west, south, east, north], box) => [
      Math.min(west, box[0]),
      Math.min(south, box[1]),
      Math.max(east, box[2]),
      Math.max(north, box[3]),
    ],
    first ?? MAINLAND,
  );
  return {
    tiles: data.tileset,
    index: territoryIndexFile(data.territories, 'commune').hash,
    home,
    demonstration: data.demonstration,
  };
}
