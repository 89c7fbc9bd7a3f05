import { fractalNoise, type Field } from '../random/noise.ts';
import { distance, distanceToSegment, SHEET, type Point } from './plane.ts';
import type { Prng } from '../random/prng.ts';

/** A round feature of the sketch: centre, radius in km, and how much it raises or hollows the land. */
interface Bump {
  at: Point;
  radius: number;
  lift: number;
}

/** A headland: the land around a line, `width` km at its root and half as much at its tip. */
interface Headland {
  line: readonly [root: Point, tip: Point];
  width: number;
}

const MAIN = { at: [4, 0] as Point, halfWidth: 42, halfHeight: 40 };

const HEADLANDS: readonly Headland[] = [
  {
    line: [
      [-18, 22],
      [-45, 45],
    ],
    width: 10,
  },
  {
    line: [
      [-18, -20],
      [-43, -27],
    ],
    width: 8.5,
  },
  {
    line: [
      [26, 24],
      [50, 36],
    ],
    width: 9,
  },
  {
    line: [
      [10, -30],
      [2, -47],
    ],
    width: 9,
  },
];

const BAYS: readonly Bump[] = [
  { at: [24, -42], radius: 13, lift: -0.75 },
  { at: [-34, 14], radius: 9, lift: -0.5 },
  { at: [10, 42], radius: 9, lift: -0.5 },
  { at: [46, 10], radius: 8, lift: -0.42 },
  { at: [-14, -43], radius: 9, lift: -0.4 },
];

/** The island apart, big enough to be a commune of its own, then the islets. */
export const LONE_ISLAND: Point = [-48, -41];

const ISLANDS: readonly Bump[] = [
  { at: LONE_ISLAND, radius: 4.2, lift: 1.05 },
  { at: [-51, 51], radius: 2.2, lift: 0.98 },
  { at: [-53.5, 46.5], radius: 1.7, lift: 1.02 },
  { at: [24, -43], radius: 2.3, lift: 1.2 },
  { at: [52, 41], radius: 2, lift: 0.98 },
  { at: [-3, -49], radius: 1.7, lift: 1.05 },
];

/** Water of the estuary: from the mouth inwards, its middle line and its half width in km at each point. */
const ESTUARY: readonly { at: Point; halfWidth: number }[] = [
  { at: [-58, -6], halfWidth: 7 },
  { at: [-42, -7.5], halfWidth: 4.4 },
  { at: [-33, -11], halfWidth: 2.6 },
  { at: [-24, -7], halfWidth: 1.5 },
  { at: [-16, -8.5], halfWidth: 0.7 },
];

/** Distance in km from the nearest bank of the estuary, negative in its water. */
function offEstuary(point: Point): number {
  let nearest = Infinity;
  for (let stretch = 1; stretch < ESTUARY.length; stretch++) {
    const { at: a, halfWidth: from } = ESTUARY[stretch - 1] as (typeof ESTUARY)[number];
    const { at: b, halfWidth: to } = ESTUARY[stretch] as (typeof ESTUARY)[number];
    const part = distance(point, a) / (distance(point, a) + distance(point, b));
    nearest = Math.min(nearest, distanceToSegment(point, a, b) - (from + (to - from) * part));
  }
  return nearest;
}

const bump = ([x, y]: Point, { at, radius, lift }: Bump): number =>
  lift * Math.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / radius ** 2);

function headland(point: Point, { line: [root, tip], width }: Headland): number {
  const reach = distance(point, root) / (distance(point, root) + distance(point, tip));
  return (width * (1 - reach / 2) - distanceToSegment(point, root, tip)) / 20;
}

/** Lowers the land within a few km of the edge of the sheet, so that no coast is cut by it. */
function openSea(x: number, y: number): number {
  const margin = Math.min(SHEET.halfWidth - Math.abs(x), SHEET.halfHeight - Math.abs(y));
  return Math.max(0, (6 - margin) / 6) ** 2;
}

/**
 * The shape of the island: a sketch (a main body, headlands, bays, an estuary, islands), bent by a
 * slow noise and roughened by a fractal one, more in the north-west (rocks, rias) than in the
 * south-east (sands). Land is where the field is positive.
 */
export function landField(random: Prng): Field {
  const bendX = fractalNoise(random, 30, 3);
  const bendY = fractalNoise(random, 30, 3);
  const rough = fractalNoise(random, 13, 5, 0.6);
  const rugged = fractalNoise(random, 40, 2);
  return (x, y) => {
    const bent: Point = [x + 13 * bendX(x, y), y + 13 * bendY(x, y)];
    let land =
      1 - Math.hypot((bent[0] - MAIN.at[0]) / MAIN.halfWidth, (bent[1] - MAIN.at[1]) / MAIN.halfHeight);
    for (const each of HEADLANDS) land = Math.max(land, headland(bent, each));
    for (const bay of BAYS) land += bump(bent, bay);
    land = Math.min(land, offEstuary([x + 2 * rough(x + 90, y), y + 5 * rough(x, y - 90)]) / 9);
    const rocks = 1 / (1 + Math.exp((x - y) / 14 - 0.5 - 3 * rugged(x, y)));
    land += (0.22 + 0.5 * rocks) * rough(x, y);
    const stretched: Point = [x + 4.5 * rough(x, y + 40), y + 4.5 * rough(x + 40, y)];
    for (const island of ISLANDS) land = Math.max(land, bump(stretched, island) - 0.5);
    return land - openSea(x, y);
  };
}
