/** Longitude in degrees to the Web-Mercator unit square, 0 at 180° W, 1 at 180° E. */
export const mercatorX = (longitude: number): number => longitude / 360 + 0.5;

/** Latitude in degrees to the Web-Mercator unit square, 0 in the north (85.05°), 1 in the south; clamped. */
export function mercatorY(latitude: number): number {
  const sin = Math.sin((latitude * Math.PI) / 180);
  const y = 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI;
  return Math.min(1, Math.max(0, y));
}
