import { beforeAll, describe, expect, it } from 'vitest';
import { drawLand, type Parcel } from './land.ts';
import { COMMUNES } from './town-halls.ts';
import { ringArea, type Point } from './plane.ts';

type Edge = { from: Point; to: Point; commune: number };

function edgesOf(parcels: readonly Parcel[]): Edge[] {
  return parcels.flatMap(({ outline }, commune) =>
    outline
      .flat()
      .flatMap((ring) =>
        ring.slice(1).map((to, index) => ({ from: ring[index] as Point, to: to as Point, commune })),
      ),
  );
}

/** Pairs of edges that cross strictly, found on a grid of about 500 m. */
function crossings(edges: readonly Edge[]): [Edge, Edge][] {
  const grid = new Map<string, Edge[]>();
  const found: [Edge, Edge][] = [];
  const turn = (a: Point, b: Point, c: Point): number =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  for (const edge of edges) {
    const [columns, rows] = [0, 1].map((axis) => {
      const ends = [edge.from[axis as 0 | 1], edge.to[axis as 0 | 1]].map((value) => Math.floor(value * 200));
      const low = Math.min(...ends);
      return Array.from({ length: Math.max(...ends) - low + 1 }, (_, step) => low + step);
    }) as [number[], number[]];
    for (const column of columns) {
      for (const row of rows) {
        const key = `${column}/${row}`;
        const here = grid.get(key) ?? [];
        for (const other of here) {
          const { from: a, to: b } = edge;
          const { from: c, to: d } = other;
          if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0)
            found.push([edge, other]);
        }
        here.push(edge);
        grid.set(key, here);
      }
    }
  }
  return found;
}

describe.each([2, 3])('the outlines drawn from seed %i', (seed) => {
  let parcels: Parcel[];
  beforeAll(() => {
    parcels = drawLand(seed);
  }, 60_000);

  it('give every commune a closed outline that turns anticlockwise', () => {
    expect(Math.abs(parcels.length - COMMUNES)).toBeLessThanOrEqual(5);
    for (const { outline } of parcels) {
      expect(outline.length).toBeGreaterThan(0);
      for (const [outer] of outline) expect(ringArea(outer as Point[])).toBeGreaterThan(0);
      for (const ring of outline.flat()) expect(ring[ring.length - 1]).toEqual(ring[0]);
    }
  });

  it('share every inland edge exactly twice, once in each direction', () => {
    const directed = new Map<string, number>();
    const edges = edgesOf(parcels);
    for (const { from, to } of edges) {
      const key = `${from}>${to}`;
      directed.set(key, (directed.get(key) ?? 0) + 1);
    }
    expect([...directed.values()].filter((count) => count > 1)).toEqual([]);
    const alone = edges.filter(({ from, to }) => !directed.has(`${to}>${from}`));
    expect(alone.filter(({ commune }) => !parcels[commune]?.isCoastal)).toEqual([]);
    const inland = parcels.flatMap(({ isCoastal }, rank) => (isCoastal ? [] : [rank]));
    expect(inland.length).toBeGreaterThan(100);
    const perCorner = new Map<string, number>();
    for (const { from, to } of alone) {
      perCorner.set(`${from}`, (perCorner.get(`${from}`) ?? 0) + 1);
      perCorner.set(`${to}`, (perCorner.get(`${to}`) ?? 0) - 1);
    }
    expect([...perCorner.values()].filter((balance) => balance !== 0)).toEqual([]);
  });

  it('never cross themselves or one another', () => {
    expect(crossings(edgesOf(parcels))).toEqual([]);
  });

  it('have islets, a lone island, and a town hall on their own ground', () => {
    expect(parcels.filter(({ outline }) => outline.length > 1).length).toBeGreaterThanOrEqual(2);
    const lone = parcels.filter(({ isLoneIsland }) => isLoneIsland);
    expect(lone).toHaveLength(1);
    expect(lone[0]?.neighbours).toEqual([]);
    for (const { spots } of parcels) expect(spots.length).toBeGreaterThan(0);
  });

  it('stay in the open sea of the Bay of Biscay', () => {
    const points = parcels.flatMap(({ outline }) => outline.flat(2));
    const [lons, lats] = [0, 1].map((axis) =>
      points.map((point) => point[axis] as number).sort((a, b) => a - b),
    ) as [number[], number[]];
    expect(lons[0]).toBeGreaterThan(-7.52);
    expect(lons.at(-1)).toBeLessThan(-5.98);
    expect(lats[0]).toBeGreaterThan(45.19);
    expect(lats.at(-1)).toBeLessThan(46.31);
  });
});
