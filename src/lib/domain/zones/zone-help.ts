import { EARTH_RADIUS, RADIANS } from '../access/sphere.ts';
import { firstAtLeast } from '../classify/first-at-least.ts';
import { metresToZone } from './point-in-zone.ts';
import type { Polygons, Zone } from './zone.ts';

/** How far from a neighbourhood a place still serves it on foot: five to seven minutes, then a quarter of an hour. */
export const NEAR_METRES = 500;
export const WALK_METRES = 1_000;

/** Places of help in a zone and around it. Each count holds the one before. */
export interface ZoneHelp {
  inside: number;
  /** Inside, or within `NEAR_METRES` of the border. */
  near: number;
  /** Inside, or within `WALK_METRES` of the border. */
  walk: number;
}

/** A place that is somewhere: a place known to its commune only is not asked about. */
export interface HelpPoint {
  lon: number;
  lat: number;
}

/** Degrees of longitude and latitude that `metres` make at a latitude, a hair more. */
function reachOf(metres: number, lat: number): [lon: number, lat: number] {
  const degrees = (metres / EARTH_RADIUS / RADIANS) * 1.001;
  return [degrees / Math.max(0.01, Math.cos(lat * RADIANS)), degrees];
}

/**
 * Counts places in each zone and around it, in the order of the zones. Places are sorted by latitude
 * once; a zone then measures those in its box, widened by `WALK_METRES`, and no other.
 */
export function helpOfZones(
  zones: readonly { zone: Zone; polygons: Polygons }[],
  places: readonly HelpPoint[],
): ZoneHelp[] {
  const sorted = places.toSorted((a, b) => a.lat - b.lat);
  const lats = Float64Array.from(sorted, ({ lat }) => lat);
  return zones.map(({ zone, polygons }) => {
    const [west, south, east, north] = zone.bbox;
    const [aside, above] = reachOf(WALK_METRES, Math.max(Math.abs(south), Math.abs(north)));
    const help: ZoneHelp = { inside: 0, near: 0, walk: 0 };
    for (let at = firstAtLeast(lats, south - above); at < lats.length; at++) {
      const { lon, lat } = sorted[at] as HelpPoint;
      if (lat > north + above) break;
      if (lon < west - aside || lon > east + aside) continue;
      const metres = metresToZone(polygons, lon, lat);
      if (metres === 0) help.inside++;
      if (metres <= NEAR_METRES) help.near++;
      if (metres <= WALK_METRES) help.walk++;
    }
    return help;
  });
}
