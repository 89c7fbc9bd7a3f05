import type { Feature, FeatureCollection, Point } from 'geojson';
import { kindOfTraits, type PlaceFilter } from '../domain/places/filter.ts';
import { PLACE_KINDS, type PlaceKind } from '../domain/places/place.ts';
import { isAskedFor, type PlacePoints } from '../domain/places/place-points.ts';
import { markerId } from './patterns.ts';

export interface PlaceProperties {
  /** Place in the display file. */
  rank: number;
  /** Image of its marker. */
  marker: string;
}

/** The places to draw: those that match and have a position. */
export function placeFeatures(
  places: PlacePoints,
  filter: PlaceFilter,
): FeatureCollection<Point, PlaceProperties> {
  const features: Feature<Point, PlaceProperties>[] = [];
  for (let rank = 0; rank < places.traits.length; rank++) {
    const [lon, lat, traits] = [
      places.lons[rank] as number,
      places.lats[rank] as number,
      places.traits[rank] as number,
    ];
    if (Number.isNaN(lon) || Number.isNaN(lat) || !isAskedFor(places, rank, filter)) continue;
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { rank, marker: markerId(kindOfTraits(traits), places.approximate[rank] === 1) },
    });
  }
  return { type: 'FeatureCollection', features };
}

export interface PlaceTally {
  total: number;
  /** Of each kind that a person may add or take out: what else is asked holds, the kinds do not. */
  byKind: Record<PlaceKind, number>;
  /** At the centre of their commune. */
  approximate: number;
  /** Without any position: in lists, not on the map. */
  unplaced: number;
}

/** How many places match a filter, and how they stand. */
export function tallyPlaces(places: PlacePoints, filter: PlaceFilter): PlaceTally {
  const byKind = Object.fromEntries(PLACE_KINDS.map((kind) => [kind, 0])) as Record<PlaceKind, number>;
  const anyKind = { ...filter, kinds: [] };
  const tally: PlaceTally = { total: 0, byKind, approximate: 0, unplaced: 0 };
  for (let rank = 0; rank < places.traits.length; rank++) {
    if (!isAskedFor(places, rank, anyKind)) continue;
    byKind[kindOfTraits(places.traits[rank] as number)]++;
    if (!isAskedFor(places, rank, filter)) continue;
    tally.total++;
    if (Number.isNaN(places.lons[rank])) tally.unplaced++;
    else tally.approximate += places.approximate[rank] as number;
  }
  return tally;
}
