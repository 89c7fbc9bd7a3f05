import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selfCrosses } from './self-crossing.ts';

function bruteForce(ring: Int32Array): boolean {
  const at = (i: number): [number, number] => [
    ring[(2 * i) % ring.length]!,
    ring[(2 * i + 1) % ring.length]!,
  ];
  const side = (a: [number, number], b: [number, number], p: [number, number]): number =>
    Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));
  const edges = ring.length / 2;
  for (let i = 0; i < edges; i++) {
    for (let j = i + 1; j < edges; j++) {
      const [a, b, c, d] = [at(i), at(i + 1), at(j), at(j + 1)];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
    }
  }
  return false;
}

it('sees the crossings that comparing every pair of edges sees', () => {
  const coordinate = fc.integer({ min: 0, max: 200 });
  // Short steps give long rings that do not always cross.
  const walk = fc.array(fc.tuple(fc.integer({ min: -3, max: 5 }), fc.integer({ min: -3, max: 5 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      fc.oneof(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 12 }), walk),
      (points) => {
        const ring = Int32Array.from(points.flat());
        expect(selfCrosses(ring)).toBe(bruteForce(ring));
      },
    ),
    { numRuns: 500 },
  );
});

it('accepts a ring that only touches itself', () => {
  expect(selfCrosses(Int32Array.of(0, 0, 4, 0, 2, 2, 4, 4, 0, 4, 2, 2))).toBe(false);
  expect(selfCrosses(Int32Array.of(0, 0, 4, 4, 4, 0, 0, 4))).toBe(true);
});
