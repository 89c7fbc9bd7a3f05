import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle, type Points } from '../../access/sphere.ts';
import { forNearPairs } from './near-pairs.ts';

const REACH = 300;

const findAll = (points: Points): string[] => {
  const found: string[] = [];
  forNearPairs(points, REACH, (a, b) => found.push(`${a}-${b}`));
  return found.sort();
};

/** Points within a kilometre or two of each other, around somewhere in France or far from it. */
const cloud = fc
  .tuple(
    fc.constantFrom([2.35, 48.85], [55.5, -21.1], [-52.3, 4.9], [0, 0], [-0.001, 60], [179, -85]),
    fc.array(
      fc.record({
        east: fc.double({ min: -1, max: 1, noNaN: true }),
        north: fc.double({ min: -1, max: 1, noNaN: true }),
        known: fc.boolean(),
      }),
      { maxLength: 50 },
    ),
  )
  .map(([[lon = 0, lat = 0], offsets]): Points => {
    const degree = 0.01;
    const narrow = Math.cos((lat * Math.PI) / 180);
    return {
      lons: offsets.map(({ east, known, north }) =>
        known || north > 0 ? lon + (east * degree) / narrow : Number.NaN,
      ),
      lats: offsets.map(({ north }) => lat + north * degree),
    };
  });

describe('forNearPairs', () => {
  it('finds the pairs of trying them all, each once', () => {
    fc.assert(
      fc.property(cloud, (points) => {
        const expected: string[] = [];
        for (let a = 0; a < points.lons.length; a++)
          for (let b = a + 1; b < points.lons.length; b++) {
            const metres = greatCircle(
              points.lons[a] as number,
              points.lats[a] as number,
              points.lons[b] as number,
              points.lats[b] as number,
            );
            if (metres <= REACH) expected.push(`${a}-${b}`);
          }
        expect(findAll(points)).toEqual(expected.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('takes a point shared by more than a hundred for no place at all', () => {
    const stack = (count: number): Points => ({
      lons: new Float64Array(count).fill(2),
      lats: new Float64Array(count).fill(48),
    });
    expect(findAll(stack(100))).toHaveLength(4_950);
    expect(findAll(stack(101))).toEqual([]);
  });
});
