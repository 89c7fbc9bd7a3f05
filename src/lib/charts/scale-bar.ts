export interface ScaleBar {
  /** Length of the bar, pixels. */
  length: number;
  metres: number;
}

/** The longest round distance (1, 2 or 5 by a power of ten) that fits in `most` pixels. */
export function scaleBarFor(metresPerPixel: number, most: number): ScaleBar {
  const limit = metresPerPixel * most;
  const power = 10 ** Math.floor(Math.log10(limit));
  const metres = [5, 2, 1].map((step) => step * power).find((distance) => distance <= limit) ?? power;
  return { length: metres / metresPerPixel, metres };
}
