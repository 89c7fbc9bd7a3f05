/** A rectangle of the ground behind the points, pixels. */
export interface Ground {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
}

/** What is drawn on an axis: its classes, and where a figure stands, pixels. */
interface GroundAxis {
  /** Inner limits of its classes, ascending. */
  breaks: readonly number[];
  place: (value: number) => number;
}

/** The ground of each pair of classes, between the limits of the legend; least figures first, bottom left. */
export function groundsOf(
  across: GroundAxis,
  up: GroundAxis,
  { width, height }: { width: number; height: number },
  tint: (x: number, y: number) => string,
): Ground[] {
  const columns = [0, ...across.breaks.map(across.place), width];
  const rows = [height, ...up.breaks.map(up.place), 0];
  return columns.slice(1).flatMap((right, i) =>
    rows.slice(1).map((top, j) => ({
      key: `${i}/${j}`,
      x: columns[i] as number,
      y: top,
      width: Math.max(0, right - (columns[i] as number)),
      height: Math.max(0, (rows[j] as number) - top),
      fill: tint(i, j),
    })),
  );
}
