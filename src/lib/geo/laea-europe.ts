const RADIANS = Math.PI / 180;

/** Ellipsoid GRS 80 and the centre of EPSG:3035, where easting and northing take these values. */
const A = 6_378_137;
const E2 = 0.006_694_380_022_90;
const CENTRE = { lat: 52 * RADIANS, lon: 10 * RADIANS, easting: 4_321_000, northing: 3_210_000 };

const E = Math.sqrt(E2);

function q(sin: number): number {
  return (1 - E2) * (sin / (1 - E2 * sin * sin) - (1 / (2 * E)) * Math.log((1 - E * sin) / (1 + E * sin)));
}

const Q_POLE = q(1);
const BETA = Math.asin(q(Math.sin(CENTRE.lat)) / Q_POLE);
const RADIUS = A * Math.sqrt(Q_POLE / 2);
const D =
  (A * Math.cos(CENTRE.lat)) / Math.sqrt(1 - E2 * Math.sin(CENTRE.lat) ** 2) / (RADIUS * Math.cos(BETA));

/**
 * Longitude and latitude in degrees of a point of the European grid (EPSG:3035, Lambert azimuthal equal-area,
 * metres). Inverse formulas of the IOGP guidance note 7-2; ETRS 89 stands for WGS 84, less than a metre apart.
 */
export function fromLaeaEurope(easting: number, northing: number): [lon: number, lat: number] {
  const x = (easting - CENTRE.easting) / D;
  const y = D * (northing - CENTRE.northing);
  const rho = Math.hypot(x, y);
  if (rho === 0) return [CENTRE.lon / RADIANS, CENTRE.lat / RADIANS];
  const c = 2 * Math.asin(rho / (2 * RADIUS));
  const beta = Math.asin(Math.cos(c) * Math.sin(BETA) + (y * Math.sin(c) * Math.cos(BETA)) / rho);
  const lon =
    CENTRE.lon +
    Math.atan2(x * Math.sin(c), rho * Math.cos(BETA) * Math.cos(c) - y * Math.sin(BETA) * Math.sin(c));
  const lat =
    beta +
    (E2 / 3 + (31 / 180) * E2 ** 2 + (517 / 5040) * E2 ** 3) * Math.sin(2 * beta) +
    ((23 / 360) * E2 ** 2 + (251 / 3780) * E2 ** 3) * Math.sin(4 * beta) +
    (761 / 45_360) * E2 ** 3 * Math.sin(6 * beta);
  return [lon / RADIANS, lat / RADIANS];
}
