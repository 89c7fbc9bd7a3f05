/** Edges compared together: whole runs whose boxes do not meet are passed over. */
const RUN = 8;

/** Whether two edges of a closed ring (x, y pairs, not closed) cross each other, elsewhere than at an end. */
export function selfCrosses(ring: Int32Array): boolean {
  const edges = ring.length / 2;
  if (edges < 4) return false;
  const boxes = runBoxes(ring);
  for (let a = 0; a < boxes.length; a++) {
    for (let b = a; b < boxes.length; b++) {
      if (apart(boxes[a]!, boxes[b]!)) continue;
      for (let i = a * RUN; i < Math.min(edges, (a + 1) * RUN); i++) {
        if (crossesAny(ring, i, Math.max(i + 2, b * RUN), Math.min(edges, (b + 1) * RUN))) return true;
      }
    }
  }
  return false;
}

/** Whether edge `i` crosses one of the edges from `from` to before `to`. */
function crossesAny(ring: Int32Array, i: number, from: number, to: number): boolean {
  const ax = ring[2 * i]!;
  const ay = ring[2 * i + 1]!;
  const bx = ring[2 * i + 2]!;
  const by = ring[2 * i + 3]!;
  const west = Math.min(ax, bx);
  const east = Math.max(ax, bx);
  const south = Math.min(ay, by);
  const north = Math.max(ay, by);
  for (let j = from; j < to; j++) {
    const next = 2 * j + 2 === ring.length ? 0 : 2 * j + 2;
    const cx = ring[2 * j]!;
    const cy = ring[2 * j + 1]!;
    const dx = ring[next]!;
    const dy = ring[next + 1]!;
    if ((cx < west && dx < west) || (cx > east && dx > east)) continue;
    if ((cy < south && dy < south) || (cy > north && dy > north)) continue;
    const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
    if (!((c < 0 && d > 0) || (c > 0 && d < 0))) continue;
    const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
    const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
    if ((a < 0 && b > 0) || (a > 0 && b < 0)) return true;
  }
  return false;
}

type RunBox = [west: number, south: number, east: number, north: number];

function runBoxes(ring: Int32Array): RunBox[] {
  const boxes: RunBox[] = [];
  for (let from = 0; from < ring.length; from += RUN * 2) {
    const box: RunBox = [Infinity, Infinity, -Infinity, -Infinity];
    const to = Math.min(ring.length, from + RUN * 2);
    for (let i = from; i <= to; i += 2) {
      const at = i === ring.length ? 0 : i;
      const x = ring[at]!;
      const y = ring[at + 1]!;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
    boxes.push(box);
  }
  return boxes;
}

const apart = (a: RunBox, b: RunBox): boolean => a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];
