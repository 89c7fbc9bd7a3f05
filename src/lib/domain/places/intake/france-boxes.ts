/** South, north, west, east in degrees: mainland and Corsica, then each overseas territory, its coasts included. */
const BOXES: readonly (readonly [south: number, north: number, west: number, east: number])[] = [
  [41.2, 51.2, -5.3, 9.7],
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
  BOXES.some(([south, north, west, east]) => lat >= south && lat <= north && lon >= west && lon <= east);
