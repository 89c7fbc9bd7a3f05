import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestCentre, nextInDirection } from './next-in-direction.ts';

/** 0 in the middle, 1 north, 2 east, 3 south, 4 west, 5 without a centre. */
const cross = { lons: [5, 5, 5.3, 5, 4.7, Number.NaN], lats: [45, 45.2, 45, 44.8, 45, Number.NaN] };

describe('nextInDirection', () => {
  it('follows the arrow', () => {
    expect(nextInDirection(cross, 0, 'up')).toBe(1);
    expect(nextInDirection(cross, 0, 'right')).toBe(2);
    expect(nextInDirection(cross, 0, 'down')).toBe(3);
    expect(nextInDirection(cross, 0, 'left')).toBe(4);
  });

  it('stays when there is nothing that way', () => {
    expect(nextInDirection(cross, 1, 'up')).toBeNull();
    expect(nextInDirection({ lons: [5], lats: [45] }, 0, 'left')).toBeNull();
  });

  it('never goes the other way', () => {
    const points = fc.array(
      fc.tuple(fc.double({ min: -5, max: 9, noNaN: true }), fc.double({ min: 41, max: 51, noNaN: true })),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(points, (list) => {
        const centres = { lons: list.map(([lon]) => lon), lats: list.map(([, lat]) => lat) };
        const north = nextInDirection(centres, 0, 'up');
        if (north !== null) expect(centres.lats[north]).toBeGreaterThan(centres.lats[0] as number);
        const west = nextInDirection(centres, 0, 'left');
        if (west !== null) expect(centres.lons[west]).toBeLessThan(centres.lons[0] as number);
      }),
    );
  });
});

describe('nearestCentre', () => {
  it('skips territories without a centre', () => {
    expect(nearestCentre(cross, 4.75, 45.01)).toBe(4);
    expect(nearestCentre({ lons: [Number.NaN], lats: [Number.NaN] }, 5, 45)).toBeNull();
  });
});
