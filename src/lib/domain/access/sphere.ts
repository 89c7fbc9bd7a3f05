/** Mean Earth radius, metres: the sphere of every distance in Maillage. */
export const EARTH_RADIUS = 6_371_008.8;

/** Radians in a degree. */
export const RADIANS = Math.PI / 180;

/** Points as parallel arrays, degrees WGS 84. */
export interface Points {
  lons: ArrayLike<number>;
  lats: ArrayLike<number>;
}

/** Great-circle distance in metres (haversine, sphere of radius `EARTH_RADIUS`). */
export function greatCircle(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const dLat = (lat2 - lat1) * RADIANS;
  const dLon = (lon2 - lon1) * RADIANS;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}
