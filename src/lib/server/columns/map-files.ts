import type { Snapshot } from '../queries/snapshot.ts';
import { territoryIndexFile } from './territory-index.ts';

/** West, south, east, north, degrees. */
export type Bounds = readonly [number, number, number, number];

/** What a map of communes fetches, and where it looks when nothing is asked for. */
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
