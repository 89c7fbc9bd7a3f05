/**
 * Cuts a ring (x, y pairs, not closed) to the strip `low ≤ coordinate ≤ high` of one axis (0: x,
 * 1: y), by Sutherland–Hodgman. Crossings are rounded to the grid and computed from the lower end
 * of each edge, so that two rings that share an edge, whichever way they follow it, are cut at the
 * same point. Gives an empty ring when nothing is left.
 */
export function clipRing(ring: Int32Array, axis: 0 | 1, low: number, high: number): Int32Array {
  let least = Infinity;
  let most = -Infinity;
  for (let i = axis; i < ring.length; i += 2) {
    least = Math.min(least, ring[i]!);
    most = Math.max(most, ring[i]!);
  }
  if (least >= low && most <= high) return ring;
  if (most < low || least > high) return new Int32Array(0);
  const above = least < low ? cut(ring, axis, low, 1) : ring;
  return most > high ? cut(above, axis, high, -1) : above;
}

/** Keeps the side of `limit` where `side × (coordinate − limit) ≥ 0`. */
function cut(ring: Int32Array, axis: 0 | 1, limit: number, side: 1 | -1): Int32Array {
  const out: number[] = [];
  const push = (x: number, y: number): void => {
    if (out.length === 0 || out[out.length - 2] !== x || out[out.length - 1] !== y) out.push(x, y);
  };
  for (let i = 0; i < ring.length; i += 2) {
    const next = i + 2 === ring.length ? 0 : i + 2;
    const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[next]!, ring[next + 1]!];
    const a = side * ((axis === 0 ? ax : ay) - limit);
    const b = side * ((axis === 0 ? bx : by) - limit);
    if (a >= 0) push(ax, ay);
    if ((a < 0 && b > 0) || (a > 0 && b < 0)) {
      if (axis === 0) push(limit, crossing(ax, ay, bx, by, limit));
      else push(crossing(ay, ax, by, bx, limit), limit);
    }
  }
  while (out.length > 2 && out[0] === out[out.length - 2] && out[1] === out[out.length - 1]) out.length -= 2;
  return Int32Array.from(out);
}

/** Where the edge from (a, p) to (b, q) crosses `limit`, the same from either end. */
function crossing(a: number, p: number, b: number, q: number, limit: number): number {
  const [a0, p0, b0, q0] = a < b ? [a, p, b, q] : [b, q, a, p];
  return p0 + Math.round(((limit - a0) * (q0 - p0)) / (b0 - a0));
}
