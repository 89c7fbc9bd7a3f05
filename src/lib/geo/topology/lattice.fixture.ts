import type { Position } from 'geojson';
import type { Detail } from './detail.ts';
import { drawnPolygons } from './drawn-polygons.ts';
import { shapeCount, type Mosaic } from './mosaic.ts';
import { ShapeRings } from './shape-rings.ts';

/** A patchwork of quadrilaterals with bent, jittered borders, all of them shared; `noise` gives numbers in [0, 1[. */
export function latticeCells(
  columns: number,
  rows: number,
  step: number,
  noise: () => number,
): Position[][][] {
  const bend = (): number => (noise() - 0.5) * step * 0.5;
  const place = (value: number): number => Math.round(value * 1e5) / 1e5;
  const nodes = Array.from({ length: rows + 1 }, (_, y) =>
    Array.from({ length: columns + 1 }, (_, x): Position => [
      place(2 + x * step + bend()),
      place(46 + y * step + bend()),
    ]),
  );
  const borders = new Map<string, Position[]>();
  const border = (a: readonly [number, number], b: readonly [number, number]): Position[] => {
    const key = `${a.join()} ${b.join()}`;
    const from = nodes[a[1]]![a[0]]!;
    const to = nodes[b[1]]![b[0]]!;
    const known = borders.get(key);
    const inner =
      known ??
      Array.from({ length: Math.floor(noise() * 6) }, (_, i, t = (i + 1) / 7): Position => [
        place(from[0]! + (to[0]! - from[0]!) * t + bend() * 0.2),
        place(from[1]! + (to[1]! - from[1]!) * t + bend() * 0.2),
      ]);
    borders.set(key, inner);
    return [from, ...inner];
  };
  const back = (line: Position[], end: Position): Position[] => [end, ...line.slice(1).reverse()];
  return Array.from({ length: rows * columns }, (_, i) => {
    const x = i % columns;
    const y = Math.floor(i / columns);
    const ring = [
      ...border([x, y], [x + 1, y]),
      ...border([x + 1, y], [x + 1, y + 1]),
      ...back(border([x, y + 1], [x + 1, y + 1]), nodes[y + 1]![x + 1]!),
      ...back(border([x, y], [x, y + 1]), nodes[y + 1]![x]!),
    ];
    return [[...ring, ring[0]!]];
  });
}

/** Shapes, each of one or more polygons, as a collector takes them. */
export function collect(shapes: readonly Position[][][][]): ShapeRings {
  const rings = new ShapeRings();
  for (const polygons of shapes) rings.add(polygons);
  return rings;
}

/** Every directed edge of drawn shapes, and how many more times it is followed than its reverse. */
export function edgeBalance(detail: Detail, mosaic: Mosaic, essential: Uint8Array): Map<string, number> {
  const balance = new Map<string, number>();
  for (let shape = 0; shape < shapeCount(mosaic); shape++) {
    for (const ring of drawnPolygons(detail, mosaic, essential, shape, 0).flat()) {
      for (let i = 0; i < ring.length; i += 2) {
        const a = `${ring[i]} ${ring[i + 1]}`;
        const b = `${ring[(i + 2) % ring.length]} ${ring[(i + 3) % ring.length]}`;
        const [key, way] = a < b ? [`${a} ${b}`, 1] : [`${b} ${a}`, -1];
        balance.set(key, (balance.get(key) ?? 0) + way);
      }
    }
  }
  return balance;
}

/** A repeatable source of numbers in [0, 1[ (mulberry32). */
export function noiseOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
