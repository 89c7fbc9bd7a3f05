export type Direction = 'up' | 'down' | 'left' | 'right';

/** Centres as parallel arrays, degrees; NaN where there is none. */
export interface Centres {
  lons: ArrayLike<number>;
  lats: ArrayLike<number>;
}

const RADIANS = Math.PI / 180;

/** Beyond this angle from the arrow a centre is not in its direction. */
const WIDEST = 60 * RADIANS;

/**
 * The centre an arrow key moves to: near, and in the direction of the arrow rather than aside. `null`
 * when there is none that way. Plane geometry with narrowed meridians is enough for neighbours.
 */
export function nextInDirection(centres: Centres, from: number, direction: Direction): number | null {
  const lon = centres.lons[from] as number;
  const lat = centres.lats[from] as number;
  const narrowing = Math.cos(lat * RADIANS);
  let best: number | null = null;
  let bestCost = Infinity;
  for (let i = 0; i < centres.lons.length; i++) {
    if (i === from) continue;
    const east = ((centres.lons[i] as number) - lon) * narrowing;
    const north = (centres.lats[i] as number) - lat;
    const along =
      direction === 'up' ? north : direction === 'down' ? -north : direction === 'right' ? east : -east;
    const aside = Math.abs(direction === 'up' || direction === 'down' ? east : north);
    if (!(along > 0) || Math.atan2(aside, along) > WIDEST) continue;
    // Twice the sideways distance: straight on wins over slightly nearer but aside.
    const cost = along + 2 * aside;
    if (cost < bestCost) {
      bestCost = cost;
      best = i;
    }
  }
  return best;
}

/** The centre nearest to a point: where the keyboard starts. `null` when there is no centre. */
export function nearestCentre(centres: Centres, lon: number, lat: number): number | null {
  const narrowing = Math.cos(lat * RADIANS);
  let best: number | null = null;
  let least = Infinity;
  for (let i = 0; i < centres.lons.length; i++) {
    const distance =
      (((centres.lons[i] as number) - lon) * narrowing) ** 2 + ((centres.lats[i] as number) - lat) ** 2;
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}
