import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clipRing } from './clip-ring.ts';
import { doubleArea } from './topology/ring-area.ts';

const ring = fc
  .array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 })), {
    minLength: 3,
    maxLength: 20,
  })
  .map((points) => Int32Array.from(points.flat()));
const axis = fc.constantFrom<0 | 1>(0, 1);

const reversed = (points: Int32Array): Int32Array =>
  Int32Array.from({ length: points.length }, (_, i) => points[points.length - 2 - (i - (i % 2)) + (i % 2)]!);

const edgesInside = (points: Int32Array, along: 0 | 1, low: number, high: number): string[] =>
  Array.from({ length: points.length / 2 }, (_, i) => {
    const next = (2 * i + 2) % points.length;
    const inside = [points[2 * i + along]!, points[next + along]!].some(
      (value) => value > low && value < high,
    );
    return inside ? `${points[2 * i]} ${points[2 * i + 1]} ${points[next]} ${points[next + 1]}` : '';
  }).filter(Boolean);

it('keeps within the strip, and what was within already', () => {
  fc.assert(
    fc.property(ring, axis, (points, along) => {
      const cut = clipRing(points, along, -40, 30);
      for (let i = along; i < cut.length; i += 2) {
        expect(cut[i]).toBeGreaterThanOrEqual(-40);
        expect(cut[i]).toBeLessThanOrEqual(30);
      }
      expect([...clipRing(points, along, -100, 100)]).toEqual([...points]);
    }),
  );
});

it('cuts an edge at the same point whichever way it is followed', () => {
  fc.assert(
    fc.property(ring, axis, (points, along) => {
      const there = edgesInside(clipRing(points, along, -40, 30), along, -40, 30);
      const back = edgesInside(reversed(clipRing(reversed(points), along, -40, 30)), along, -40, 30);
      expect(back.sort()).toEqual(there.sort());
    }),
  );
});

it('shares the area between the two sides of a line', () => {
  fc.assert(
    fc.property(ring, axis, (points, along) => {
      const even = points.map((value) => value * 2000);
      const parts = doubleArea(clipRing(even, along, -1e9, 0)) + doubleArea(clipRing(even, along, 0, 1e9));
      // Each crossing is rounded by half a unit at most, over edges of 566,000 units at most.
      expect(Math.abs(parts - doubleArea(even))).toBeLessThan(1e6 * points.length);
    }),
  );
});

it('gives nothing of a ring that is elsewhere', () => {
  expect(clipRing(Int32Array.of(0, 0, 5, 0, 5, 5), 0, 6, 9)).toHaveLength(0);
});
