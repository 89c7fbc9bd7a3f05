/** Points of a cloud, in pixels, with what finds them. */
export interface Cloud {
  /** Territory of each point. */
  ordinals: Uint32Array;
  px: Float32Array;
  py: Float32Array;
  /** Points from left to right, then from bottom to top: the order of the keyboard. */
  order: Uint32Array;
  /** Place of each point in `order`. */
  rank: Uint32Array;
}

export interface Rectangle {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Lays points out; `place` gives pixels. */
export function layOutCloud(
  { ordinals, x, y }: { ordinals: Uint32Array; x: Float64Array; y: Float64Array },
  placeX: (value: number) => number,
  placeY: (value: number) => number,
): Cloud {
  const px = Float32Array.from(x, placeX);
  const py = Float32Array.from(y, placeY);
  const order = Uint32Array.from(ordinals.keys()).sort(
    (a, b) => (px[a] as number) - (px[b] as number) || (py[b] as number) - (py[a] as number) || a - b,
  );
  const rank = new Uint32Array(order.length);
  order.forEach((point, at) => (rank[point] = at));
  return { ordinals, px, py, order, rank };
}

/** Position in `order` of the first point at `x` or to its right. */
function firstFrom({ order, px }: Cloud, x: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((px[order[middle] as number] as number) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The point nearest to a place, within `reach` pixels; `null` when there is none. */
export function nearestPoint(cloud: Cloud, x: number, y: number, reach: number): number | null {
  const { order, px, py } = cloud;
  let best: number | null = null;
  let least = reach * reach;
  for (let at = firstFrom(cloud, x - reach); at < order.length; at++) {
    const point = order[at] as number;
    const dx = (px[point] as number) - x;
    if (dx > reach) break;
    const squared = dx * dx + ((py[point] as number) - y) ** 2;
    if (squared <= least && (best === null || squared < least)) {
      best = point;
      least = squared;
    }
  }
  return best;
}

/** The points inside a rectangle, its edges included, whichever corner it was drawn from. */
export function pointsWithin(cloud: Cloud, { x0, y0, x1, y1 }: Rectangle): number[] {
  const [left, right] = [Math.min(x0, x1), Math.max(x0, x1)];
  const [top, bottom] = [Math.min(y0, y1), Math.max(y0, y1)];
  const inside: number[] = [];
  for (let at = firstFrom(cloud, left); at < cloud.order.length; at++) {
    const point = cloud.order[at] as number;
    if ((cloud.px[point] as number) > right) break;
    const y = cloud.py[point] as number;
    if (y >= top && y <= bottom) inside.push(point);
  }
  return inside;
}

/** The point of a territory; `null` when it has none. */
export function pointOf({ ordinals }: Cloud, ordinal: number): number | null {
  let [low, high] = [0, ordinals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordinals[middle] as number) < ordinal) low = middle + 1;
    else high = middle;
  }
  return ordinals[low] === ordinal ? low : null;
}
