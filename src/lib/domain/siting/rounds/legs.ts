import type { LandedPoints } from '../../access/reach.ts';
import { greatCircle } from '../../access/sphere.ts';

/** Driving between places, the same both ways: `from × count + to`. Infinitely far from one land to another. */
export interface Legs {
  count: number;
  metres: Float32Array;
  /** 0 everywhere when nothing tells how long the roads take. */
  minutes: Float32Array;
  /** 1 where the minutes come from a source of travel times, not from a speed. */
  told: Uint8Array;
}

/** Minutes that a source tells between two places of the list. */
export interface ToldMinutes {
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  minutes: ArrayLike<number>;
}

export interface RoadAssumptions {
  /** Metres by road for each metre of great circle. */
  detour: number;
  /** Kilometres an hour; `null`: no minutes are counted. */
  speed: number | null;
}

/**
 * Legs between places: great circle × detour, at the speed given, or the minutes of a source where it
 * tells them (the least of both ways). Without a speed, no minutes at all: those of a source alone would
 * make some roads last and others not.
 */
export function legsBetween(
  points: LandedPoints,
  { detour, speed }: RoadAssumptions,
  told: ToldMinutes = { from: [], to: [], minutes: [] },
): Legs {
  const count = points.lons.length;
  const legs: Legs = {
    count,
    metres: new Float32Array(count * count),
    minutes: new Float32Array(count * count),
    told: new Uint8Array(count * count),
  };
  const pace = speed === null ? 0 : 60 / (1_000 * speed);
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < count; j++) {
      const isApart = points.lands[i] !== points.lands[j];
      const metres = isApart ? Infinity : detour * between(points, i, j);
      legs.metres[i * count + j] = legs.metres[j * count + i] = metres;
      legs.minutes[i * count + j] = legs.minutes[j * count + i] = pace === 0 ? 0 : metres * pace;
    }
  if (speed === null) return legs;
  for (let k = 0; k < told.minutes.length; k++)
    tell(legs, told.from[k] as number, told.to[k] as number, told.minutes[k] as number);
  return legs;
}

const between = ({ lons, lats }: LandedPoints, i: number, j: number): number =>
  greatCircle(lons[i] as number, lats[i] as number, lons[j] as number, lats[j] as number);

function tell({ count, metres, minutes, told }: Legs, from: number, to: number, duration: number): void {
  const there = from * count + to;
  if (from === to || metres[there] === Infinity) return;
  const least = told[there] === 1 ? Math.min(duration, minutes[there] as number) : duration;
  for (const at of [there, to * count + from]) {
    minutes[at] = least;
    told[at] = 1;
  }
}

/**
 * The least there is from a place to every other, through any others (Dijkstra 1959, dense): a source of
 * travel times need not obey the triangle inequality, and a bound must not suppose that it does.
 */
export function leastFrom({ count }: Pick<Legs, 'count'>, costs: Float32Array, from: number): Float64Array {
  const least = new Float64Array(count).fill(Infinity);
  const settled = new Uint8Array(count);
  least[from] = 0;
  for (let turn = 0; turn < count; turn++) {
    let next = -1;
    for (let i = 0; i < count; i++)
      if (settled[i] === 0 && (next < 0 || (least[i] as number) < (least[next] as number))) next = i;
    settled[next] = 1;
    for (let i = 0; i < count; i++) {
      const through = (least[next] as number) + (costs[next * count + i] as number);
      if (through < (least[i] as number)) least[i] = through;
    }
  }
  return least;
}
