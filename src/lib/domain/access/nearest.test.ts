import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestPoints } from './nearest.ts';
import { greatCircle, type Points } from './sphere.ts';

function bruteForce(from: Points, to: Points): number[] {
  return Array.from({ length: from.lons.length }, (_, i) => {
    let least = Infinity;
    for (let j = 0; j < to.lons.length; j++) {
      const metres = greatCircle(
        from.lons[i] as number,
        from.lats[i] as number,
        to.lons[j] as number,
        to.lats[j] as number,
      );
      if (metres < least) least = metres;
    }
    return least;
  });
}

const pointsIn = (lon: [number, number], lat: [number, number], maxLength: number): fc.Arbitrary<Points> =>
  fc
    .array(
      fc.tuple(
        fc.double({ min: lon[0], max: lon[1], noNaN: true }),
        fc.double({ min: lat[0], max: lat[1], noNaN: true }),
      ),
      {
        maxLength,
      },
    )
    .map((pairs) => ({ lons: pairs.map(([x]) => x), lats: pairs.map(([, y]) => y) }));

function expectSame(from: Points, to: Points): void {
  const { distances, indices } = nearestPoints(from, to);
  bruteForce(from, to).forEach((least, i) => {
    if (least === Infinity) expect([distances[i], indices[i]]).toEqual([Infinity, -1]);
    else expect(Math.abs((distances[i] as number) - least)).toBeLessThan(1e-3);
  });
}

describe('greatCircle', () => {
  it('measures a degree of the equator and the way between Paris and Grenoble', () => {
    expect(greatCircle(0, 0, 1, 0)).toBeCloseTo(111_195.08, 1);
    expect(greatCircle(2.3522, 48.8566, 5.7245, 45.1885) / 1000).toBeCloseTo(481.4, 0);
  });
});

describe('nearestPoints', () => {
  it('agrees with brute force over mainland France', () => {
    fc.assert(
      fc.property(pointsIn([-5, 9.5], [41, 51], 60), pointsIn([-5, 9.5], [41, 51], 200), expectSame),
      { numRuns: 150 },
    );
  });

  it('agrees with brute force over the whole globe, poles and antimeridian included', () => {
    fc.assert(
      fc.property(pointsIn([-180, 180], [-90, 90], 40), pointsIn([-180, 180], [-90, 90], 60), expectSame),
      { numRuns: 300 },
    );
  });

  it('agrees when every point is at the same place, or overseas far from all', () => {
    const stacked = { lons: new Array<number>(500).fill(2.35), lats: new Array<number>(500).fill(48.85) };
    expectSame({ lons: [2.35, 55.5, -61.5], lats: [48.85, -21.1, 16.2] }, stacked);
    expect(nearestPoints({ lons: [2], lats: [48] }, stacked).indices[0]).toBe(0);
  });

  it('leaves out points without coordinates on both sides', () => {
    const { distances, indices } = nearestPoints(
      { lons: [NaN, 2], lats: [48, 48] },
      { lons: [NaN, 3], lats: [48, 48] },
    );
    expect([...indices]).toEqual([-1, 1]);
    expect(distances[0]).toBe(Infinity);
  });
});
