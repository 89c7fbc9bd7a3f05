import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutCloud, nearestPoint, pointOf, pointsWithin, type Cloud } from './scatter-cloud.ts';

const cloudOf = (points: readonly (readonly [number, number])[]): Cloud =>
  layOutCloud(
    {
      ordinals: Uint32Array.from(points, (_, i) => 3 * i + 1),
      x: Float64Array.from(points, ([x]) => x),
      y: Float64Array.from(points, ([, y]) => y),
    },
    (x) => x,
    (y) => y,
  );

const coordinate = fc.integer({ min: 0, max: 60 });
const points = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 80 });

describe('a cloud', () => {
  it('finds the nearest point as a look at each of them would', () => {
    fc.assert(
      fc.property(points, coordinate, coordinate, fc.integer({ min: 1, max: 20 }), (all, x, y, reach) => {
        const cloud = cloudOf(all);
        const found = nearestPoint(cloud, x, y, reach);
        const distances = all.map(([px, py]) => Math.hypot(px - x, py - y));
        const least = Math.min(Infinity, ...distances);
        if (least > reach) expect(found).toBeNull();
        else expect(distances[found as number]).toBeCloseTo(least, 9);
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds what a rectangle holds, from whichever corner', () => {
    fc.assert(
      fc.property(points, coordinate, coordinate, coordinate, coordinate, (all, x0, y0, x1, y1) => {
        const found = pointsWithin(cloudOf(all), { x0, y0, x1, y1 });
        const inside = all.flatMap(([x, y], i) =>
          x >= Math.min(x0, x1) && x <= Math.max(x0, x1) && y >= Math.min(y0, y1) && y <= Math.max(y0, y1)
            ? [i]
            : [],
        );
        expect([...found].sort((a, b) => a - b)).toEqual(inside);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is walked from left to right, each point once', () => {
    fc.assert(
      fc.property(points, (all) => {
        const { order, rank, px } = cloudOf(all);
        expect([...order].sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
        order.forEach((point, at) => {
          expect(rank[point]).toBe(at);
          if (at > 0) expect(px[point]).toBeGreaterThanOrEqual(px[order[at - 1] as number] as number);
        });
      }),
    );
  });

  it('knows the point of a territory', () => {
    const cloud = cloudOf([
      [1, 1],
      [2, 2],
    ]);
    expect([1, 4, 2, 9].map((ordinal) => pointOf(cloud, ordinal))).toEqual([0, 1, null, null]);
  });
});
