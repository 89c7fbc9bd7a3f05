import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centresWithin, rectangle, type LonLat } from './centres-within.ts';

const centres = {
  lons: [0, 1, 2, 3, Number.NaN, 1.5],
  lats: [45, 45, 45, 45, Number.NaN, 46],
};

describe('centresWithin', () => {
  it('takes the centres of a rectangle, whatever corner it was drawn from', () => {
    expect(centresWithin(centres, rectangle([0.5, 44], [2.5, 47]))).toEqual([1, 2, 5]);
    expect(centresWithin(centres, rectangle([2.5, 47], [0.5, 44]))).toEqual([1, 2, 5]);
    expect(centresWithin(centres, rectangle([1, 45], [2, 45.5]))).toEqual([1, 2]);
  });

  it('takes nothing from less than a triangle, nor far away', () => {
    expect(
      centresWithin(centres, [
        [0, 45],
        [3, 45],
      ]),
    ).toEqual([]);
    expect(centresWithin(centres, [])).toEqual([]);
    expect(centresWithin(centres, rectangle([50, -20], [60, -10]))).toEqual([]);
  });

  it('leaves the hollow of a shape out', () => {
    const horseshoe: LonLat[] = [
      [-1, 44],
      [4, 44],
      [4, 47],
      [2.5, 47],
      [2.5, 44.5],
      [0.5, 44.5],
      [0.5, 47],
      [-1, 47],
    ];
    expect(centresWithin(centres, horseshoe)).toEqual([0, 3]);
  });

  it('agrees with the sides of a triangle, whatever the triangle', () => {
    const coordinate = fc.integer({ min: -100, max: 100 }).map((n) => n / 10);
    const point = fc.tuple(coordinate, coordinate);
    fc.assert(
      fc.property(fc.tuple(point, point, point), fc.array(point, { maxLength: 30 }), ([a, b, c], points) => {
        const side = (p: LonLat, q: LonLat, r: LonLat): number =>
          (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
        fc.pre(Math.abs(side(a, b, c)) > 1e-6);
        const found = new Set(
          centresWithin({ lons: points.map(([lon]) => lon), lats: points.map(([, lat]) => lat) }, [a, b, c]),
        );
        points.forEach((p, at) => {
          const sides = [side(a, b, p), side(b, c, p), side(c, a, p)];
          // On an edge, rounding decides.
          if (sides.some((one) => Math.abs(one) < 1e-9)) return;
          expect(found.has(at)).toBe(sides.every((one) => one > 0) || sides.every((one) => one < 0));
        });
      }),
    );
  });
});
