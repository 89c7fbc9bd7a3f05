import { landOf } from '../../access/landmass.ts';
import { greatCircle } from '../../access/sphere.ts';
import { pointKey, type HandEdits, type Spot } from './edits.ts';
import type { HandFrame } from './hand-frame.ts';

/**
 * INSEE codes of the communes that free points are in, by `pointKey`; `null` at sea or in another country. A
 * point that nobody was asked about yet is taken to be in the commune of the nearest centre.
 */
export type Located = Readonly<Record<string, string | null>>;

/** Where a spot is, and at which demand point it stands. */
export interface Whereabouts {
  lon: number;
  lat: number;
  land: number;
  /** The demand point that it is at, whatever the distance; −1 for none. */
  home: number;
  /** Rank of its commune in the frame; −1 for one that is too far to be there. */
  commune: number;
}

/** Past this from every centre, metres, a point that nobody was asked about is taken to be at sea. */
const NEAR_A_CENTRE = 15_000;

/** Finds spots in a frame. Made once for a frame: it keeps ranks by code and by id. */
export class SpotFinder {
  readonly #frame: HandFrame;
  readonly #communes: ReadonlyMap<string, number>;
  readonly #places: ReadonlyMap<string, number>;

  constructor(frame: HandFrame) {
    this.#frame = frame;
    this.#communes = new Map(frame.communes.codes.map((code, rank) => [code, rank]));
    this.#places = new Map(frame.places.ids.flatMap((id, rank) => (id === '' ? [] : [[id, rank] as const])));
  }

  /** Rank of a commune of the frame; −1 for another. */
  commune(code: string): number {
    return this.#communes.get(code) ?? -1;
  }

  /** Rank of a place of the frame that has an id there; −1 for another. */
  place(id: string): number {
    return this.#places.get(id) ?? -1;
  }

  /** Where a spot is; `null` at sea, in another country, or for what the frame does not hold. */
  find(spot: Spot, located: Located): Whereabouts | null {
    switch (spot.kind) {
      case 'commune':
        return this.#centre(this.commune(spot.code));
      case 'place':
        return this.#premises(this.place(spot.id));
      case 'point':
        return this.#point(spot, located);
    }
  }

  #centre(rank: number): Whereabouts | null {
    if (rank < 0) return null;
    const { lons, lats, lands, homes } = this.#frame.communes;
    return {
      lon: lons[rank] as number,
      lat: lats[rank] as number,
      land: lands[rank] as number,
      home: homes[rank] as number,
      commune: rank,
    };
  }

  #premises(rank: number): Whereabouts | null {
    if (rank < 0) return null;
    const { lons, lats, lands, homes, communes } = this.#frame.places;
    return {
      lon: lons[rank] as number,
      lat: lats[rank] as number,
      land: lands[rank] as number,
      home: homes[rank] as number,
      commune: communes[rank] as number,
    };
  }

  #point({ lon, lat }: { lon: number; lat: number }, located: Located): Whereabouts | null {
    const told = located[pointKey({ lon, lat })];
    if (told === null) return null;
    const commune = told === undefined ? this.#nearestCentre(lon, lat) : this.commune(told);
    if (commune < 0) return told === undefined ? null : { lon, lat, land: landOf(told), home: -1, commune };
    const { lands, homes } = this.#frame.communes;
    return { lon, lat, land: lands[commune] as number, home: homes[commune] as number, commune };
  }

  #nearestCentre(lon: number, lat: number): number {
    const { lons, lats } = this.#frame.communes;
    let [nearest, least] = [-1, NEAR_A_CENTRE];
    for (let rank = 0; rank < lons.length; rank++) {
      const metres = greatCircle(lon, lat, lons[rank] as number, lats[rank] as number);
      if (metres < least) [nearest, least] = [rank, metres];
    }
    return nearest;
  }
}

/** Every spot that edits speak of. */
export const spotsOf = ({ added, places }: HandEdits): Spot[] => [
  ...added.map(({ where }) => where),
  ...places.flatMap(({ moved }) => (moved ? [moved] : [])),
];
