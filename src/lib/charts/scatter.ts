import { scaleLinear, scaleSqrt } from 'd3';

/** One commune of the cloud: need across, connection up, people as area. */
export interface ScatterPoint {
  name: string;
  slug: string;
  x: number;
  y: number;
  people: number;
}

export interface Tick {
  at: number;
  value: number;
}

export interface ScatterDrawing {
  dots: { name: string; slug: string; cx: number; cy: number; r: number; named: boolean }[];
  xTicks: Tick[];
  yTicks: Tick[];
  /** Where the two reference figures cross, pixels. */
  reference: { x: number | null; y: number | null };
}

export interface ScatterFrame {
  width: number;
  height: number;
  /** Room for the axes. */
  left: number;
  bottom: number;
  top: number;
  right: number;
}

export const SCATTER_FRAME: ScatterFrame = {
  width: 640,
  height: 360,
  left: 52,
  bottom: 44,
  top: 16,
  right: 16,
};

/** The largest communes carry their name. */
const NAMED = 5;

/** Lays out a cloud of communes; larger circles first, so that the small ones stay in sight. */
export function drawScatter(
  points: readonly ScatterPoint[],
  reference: { x: number | null; y: number | null },
  frame: ScatterFrame = SCATTER_FRAME,
): ScatterDrawing | null {
  if (points.length < 3) return null;
  const extent = (values: (number | null)[]): [number, number] => {
    const known = values.filter((value) => value !== null);
    const [least, most] = [Math.min(...known), Math.max(...known)];
    return least === most ? [least - 1, most + 1] : [least, most];
  };
  const x = scaleLinear(extent([...points.map((point) => point.x), reference.x]), [
    frame.left,
    frame.width - frame.right,
  ]).nice(6);
  const y = scaleLinear(extent([...points.map((point) => point.y), reference.y]), [
    frame.height - frame.bottom,
    frame.top,
  ]).nice(5);
  const radius = scaleSqrt([0, Math.max(1, ...points.map(({ people }) => people))], [2, 18]);
  const round = (pixels: number): number => Math.round(pixels * 10) / 10;
  const ordered = [...points].sort((a, b) => b.people - a.people);
  return {
    dots: ordered.map((point, at) => ({
      name: point.name,
      slug: point.slug,
      cx: round(x(point.x)),
      cy: round(y(point.y)),
      r: round(radius(point.people)),
      named: at < NAMED,
    })),
    xTicks: x.ticks(6).map((value) => ({ at: round(x(value)), value })),
    yTicks: y.ticks(5).map((value) => ({ at: round(y(value)), value })),
    reference: {
      x: reference.x === null ? null : round(x(reference.x)),
      y: reference.y === null ? null : round(y(reference.y)),
    },
  };
}
