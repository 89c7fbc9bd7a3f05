import { booleanPointInPolygon } from '@turf/turf';
import type { Polygon } from 'geojson';
import type { Centres } from './next-in-direction.ts';

/** Longitude and latitude, degrees. */
export type LonLat = readonly [number, number];

/** Corners of a drawn area, in order; the last is joined to the first. */
export type DrawnArea = readonly LonLat[];

/** The area between two opposite corners. */
export const rectangle = ([west, south]: LonLat, [east, north]: LonLat): DrawnArea => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

/**
 * The places, in the lists, of the centres inside a drawn area; those on its edge are. An area that
 * crosses itself holds what lies in an odd number of its loops. Empty under three corners.
 */
export function centresWithin({ lons, lats }: Centres, area: DrawnArea): number[] {
  const [first] = area;
  if (!first || area.length < 3) return [];
  const polygon: Polygon = { type: 'Polygon', coordinates: [[...area, first].map((corner) => [...corner])] };
  const [west, east] = endsOf(area.map(([lon]) => lon));
  const [south, north] = endsOf(area.map(([, lat]) => lat));
  const found: number[] = [];
  for (let at = 0; at < lons.length; at++) {
    const [lon, lat] = [lons[at] as number, lats[at] as number];
    // Also false where there is no centre.
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) continue;
    if (booleanPointInPolygon([lon, lat], polygon)) found.push(at);
  }
  return found;
}

const endsOf = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];
