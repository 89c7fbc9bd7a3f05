/*
 * Lambert 93 (EPSG:2154): constants of the conic projection on GRS 80, IGN, « Projection
 * cartographique conique conforme de Lambert » (NTG_71), algorithms ALG0002 and ALG0004.
 */
const N = 0.725607765053267;
const C = 11_754_255.4261;
const XS = 700_000;
const YS = 12_655_612.0499;
const ECCENTRICITY = 0.0818191910428158;
const ORIGIN_LON = 3;
const DEGREES = 180 / Math.PI;
/** Each pass divides the error by about 150: eight leave nothing that a double can hold. */
const PASSES = 8;

/** Whether two numbers can be Lambert 93 metres: mainland France and Corsica fit in these bounds. */
export const isLambert93 = (x: number, y: number): boolean =>
  x >= 100_000 && x <= 1_300_000 && y >= 6_000_000 && y <= 7_200_000;

/** Degrees WGS 84 (RGF 93, within a metre of it) of a point in Lambert 93 metres. */
export function fromLambert93(x: number, y: number): { lat: number; lon: number } {
  const radius = Math.hypot(x - XS, y - YS);
  const angle = Math.atan((x - XS) / (YS - y));
  const isometric = -Math.log(radius / C) / N;
  let lat = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2;
  for (let pass = 0; pass < PASSES; pass++) {
    const sine = ECCENTRICITY * Math.sin(lat);
    lat = 2 * Math.atan(((1 + sine) / (1 - sine)) ** (ECCENTRICITY / 2) * Math.exp(isometric)) - Math.PI / 2;
  }
  return { lat: lat * DEGREES, lon: ORIGIN_LON + (angle / N) * DEGREES };
}
