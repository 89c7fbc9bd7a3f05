import type { Field } from '../random/noise.ts';
import { distanceToSegment, type Point } from './plane.ts';

/** A river of the sketch, from its mouth to its spring, and what villages on it add to their name. */
export interface River {
  suffix: string;
  line: readonly Point[];
}

export const RIVERS: readonly River[] = [
  {
    suffix: 'sur-Liselle',
    line: [
      [-18, -8],
      [-8, -3],
      [1, -4.5],
      [8, 2],
      [16, 3],
      [21, 10],
      [30, 14],
    ],
  },
  {
    suffix: 'sur-Brumelle',
    line: [
      [20, -36],
      [19, -26],
      [26, -18],
      [25, -8],
      [33, -2],
    ],
  },
  {
    suffix: 'sur-Ormette',
    line: [
      [7, 37],
      [2, 27],
      [-4, 20],
      [-9, 10],
    ],
  },
];

/** How a point lies to the nearest river: which one, how far in km, and on which bank (+1 or −1). */
export interface Bank {
  river: River;
  distance: number;
  side: 1 | -1;
}

/** Tells banks of rivers that meander with a noise of about ±2 km. */
export function riverBanks(meander: Field): (point: Point) => Bank {
  return ([x, y]) => {
    const point: Point = [x + 5 * meander(x, y), y + 5 * meander(y - 70, x)];
    let best: Bank | undefined;
    for (const river of RIVERS) {
      for (let index = 1; index < river.line.length; index++) {
        const a = river.line[index - 1] as Point;
        const b = river.line[index] as Point;
        const distance = distanceToSegment(point, a, b);
        if (best && distance >= best.distance) continue;
        const turn = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
        best = { river, distance, side: turn > 0 ? 1 : -1 };
      }
    }
    return best as Bank;
  };
}
