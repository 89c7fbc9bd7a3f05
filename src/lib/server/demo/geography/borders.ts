import type { Mesh } from './mesh.ts';
import { distance, type Point } from './plane.ts';
import type { Prng } from '../random/prng.ts';

/** A line between two communes, or a commune and the sea (−1), with `left` on its left hand. */
export interface Border {
  left: number;
  right: number;
  line: Point[];
}

type Side = Mesh['sides'][number];

/** The sides that part two territories, chained into lines that run from one meeting of three to the next. */
function chains(mesh: Mesh, owner: Int32Array): { left: number; right: number; corners: number[] }[] {
  const parting = mesh.sides.filter(({ cell, other }) => (owner[cell] as number) > (owner[other] as number));
  const leaving = new Map<number, Side[]>();
  const degree = new Map<number, number>();
  for (const side of parting) {
    const sides = leaving.get(side.from);
    if (sides) sides.push(side);
    else leaving.set(side.from, [side]);
    degree.set(side.from, (degree.get(side.from) ?? 0) + 1);
    degree.set(side.to, (degree.get(side.to) ?? 0) + 1);
  }
  const used = new Set<Side>();
  const follow = (first: Side): { left: number; right: number; corners: number[] } => {
    const corners = [first.from, first.to];
    used.add(first);
    for (let corner = first.to; degree.get(corner) === 2;) {
      const next = leaving.get(corner)?.find((side) => !used.has(side));
      if (!next) break;
      used.add(next);
      corner = next.to;
      corners.push(corner);
    }
    return { left: owner[first.cell] as number, right: owner[first.other] as number, corners };
  };
  const fromMeetings = parting.filter((side) => degree.get(side.from) === 3).map(follow);
  const closed = parting.flatMap((side) => (used.has(side) ? [] : [follow(side)]));
  return [...fromMeetings, ...closed];
}

/** Rounds the steps of the mesh off a line (Laplacian smoothing); ends stay, closed lines turn over. */
function smooth(line: readonly Point[], turns: number): Point[] {
  const closed = line[0] === line[line.length - 1];
  let points = [...line];
  for (let turn = 0; turn < turns; turn++) {
    const before = points;
    const at = (index: number): Point => before[(index + before.length) % before.length] as Point;
    points = before.map((point, index) => {
      const isEnd = index === 0 || index === before.length - 1;
      if (isEnd && !closed) return point;
      const previous = isEnd ? at(-2) : at(index - 1);
      const next = isEnd ? at(1) : at(index + 1);
      return [(previous[0] + 2 * point[0] + next[0]) / 4, (previous[1] + 2 * point[1] + next[1]) / 4];
    });
  }
  if (closed) points[points.length - 1] = points[0] as Point;
  return points;
}

/** Drops points nearer than `apart` km from the one kept before; at least four stay in a closed line. */
function thin(line: readonly Point[], apart: number): Point[] {
  const last = line[line.length - 1] as Point;
  const kept = [line[0] as Point];
  for (const point of line.slice(1, -1)) {
    const far =
      distance(point, kept[kept.length - 1] as Point) >= apart && distance(point, last) >= apart / 2;
    if (far || line.length <= 6) kept.push(point);
  }
  return [...kept, last];
}

/** Breaks each stretch at a point moved sideways by up to `sway` of its length (midpoint displacement). */
function displace(random: Prng, line: readonly Point[], sway: number, shortest: number): Point[] {
  return line.flatMap((point, index) => {
    const next = line[index + 1];
    if (!next) return [point];
    const length = distance(point, next);
    if (length < shortest) return [point];
    const shift = random.between(-sway, sway);
    return [
      point,
      [
        (point[0] + next[0]) / 2 - shift * (next[1] - point[1]),
        (point[1] + next[1]) / 2 + shift * (next[0] - point[0]),
      ],
    ];
  });
}

/**
 * The borders between communes and with the sea. Each is drawn once, so that both sides share the
 * same points; a coast is more broken than an inland limit.
 */
export function drawBorders(random: Prng, mesh: Mesh, owner: Int32Array): Border[] {
  return chains(mesh, owner).map(({ left, right, corners }) => {
    const isCoast = left < 0 || right < 0;
    const raw = corners.map((corner) => mesh.corners[corner] as Point);
    const calm = thin(smooth(raw, isCoast ? 1 : 3), isCoast ? 0.26 : 0.4);
    const once = displace(random, calm, isCoast ? 0.22 : 0.21, 0.2);
    return { left, right, line: isCoast ? displace(random, once, 0.16, 0.12) : once };
  });
}
