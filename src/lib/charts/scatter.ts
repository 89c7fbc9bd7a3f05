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
  height: 372,
  left: 52,
  bottom: 44,
  top: 30,
  right: 28,
};

/** As many of the largest communes carry their name as can be read without touching. */
const NAMED = 8;

/** Size of a name, pixels: mean width of a letter, and height of a line. */
const LETTER = 6.6;
const LINE = 13;

interface Dot {
  name: string;
  cx: number;
  cy: number;
  r: number;
}

/** Whether a dot near the right edge has its name on its left. */
export const nameOnLeft = ({ cx }: Pick<Dot, 'cx'>, frame: ScatterFrame = SCATTER_FRAME): boolean =>
  cx > frame.width * 0.75;

/** The indices of the dots whose names fit, the largest first. */
function readableNames(dots: readonly Dot[], frame: ScatterFrame): Set<number> {
  const boxes: { left: number; right: number; y: number }[] = [];
  const named = new Set<number>();
  dots.forEach((dot, at) => {
    if (named.size >= NAMED) return;
    const width = dot.name.length * LETTER;
    const left = nameOnLeft(dot, frame) ? dot.cx - dot.r - 3 - width : dot.cx + dot.r + 3;
    const touches = boxes.some(
      (box) => left < box.right && left + width > box.left && Math.abs(dot.cy - box.y) < LINE,
    );
    if (touches) return;
    boxes.push({ left, right: left + width, y: dot.cy });
    named.add(at);
  });
  return named;
}

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
  const dots = ordered.map((point) => ({
    name: point.name,
    slug: point.slug,
    cx: round(x(point.x)),
    cy: round(y(point.y)),
    r: round(radius(point.people)),
  }));
  const named = readableNames(dots, frame);
  return {
    dots: dots.map((dot, at) => ({ ...dot, named: named.has(at) })),
    xTicks: x.ticks(6).map((value) => ({ at: round(x(value)), value })),
    yTicks: y.ticks(5).map((value) => ({ at: round(y(value)), value })),
    reference: {
      x: reference.x === null ? null : round(x(reference.x)),
      y: reference.y === null ? null : round(y(reference.y)),
    },
  };
}
