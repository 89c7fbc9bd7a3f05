type Box = readonly [south: number, north: number, west: number, east: number];

/** Mainland and Corsica. */
const MAINLAND: Box = [41.2, 51.2, -5.3, 9.7];

/** South, north, west, east in degrees of each overseas territory, its coasts included. */
const OVERSEAS: readonly Box[] = [
  [15.7, 16.6, -62, -60.9],
  [14.3, 15, -61.3, -60.7],
  [2, 6, -54.7, -51.5],
  [-21.5, -20.8, 55.1, 56],
  [-13.1, -12.5, 44.9, 45.4],
  [46.6, 47.3, -56.6, -56],
  [17.7, 18.3, -63.3, -62.6],
  [-28, -7, -155, -134],
  [-23, -17.5, 158, 172.5],
  [-14.6, -13, -178.6, -176],
];

/** Whether a point is in France or near its coasts, the mainland or overseas. */
export const isInFrance = (lat: number, lon: number): boolean =>
  [MAINLAND, ...OVERSEAS].some(
    ([south, north, west, east]) => lat >= south && lat <= north && lon >= west && lon <= east,
  );

const isMainlandLat = (lat: number): boolean => lat >= MAINLAND[0] && lat <= MAINLAND[1];
const isMainlandLon = (lon: number): boolean => lon >= MAINLAND[2] && lon <= MAINLAND[3];

/** Whether a number alone is a latitude of France: where it could also be a longitude, the mainland's wins. */
export const isLatitudeOfFrance = (value: number): boolean =>
  isMainlandLat(value) ||
  (!isMainlandLon(value) && OVERSEAS.some(([south, north]) => value >= south && value <= north));

/** Whether a number alone is a longitude of France: where it could also be a latitude, the mainland's wins. */
export const isLongitudeOfFrance = (value: number): boolean =>
  isMainlandLon(value) ||
  (!isMainlandLat(value) && OVERSEAS.some(([, , west, east]) => value >= west && value <= east));
