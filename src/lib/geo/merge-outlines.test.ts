import { area, booleanPointInPolygon, centroid } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelPoint, mergeOutlines } from './merge-outlines.ts';
import { latticeCells } from './topology/lattice.fixture.ts';

const cellsOf = (columns: number, rows: number, seed: number) => {
  let state = seed + 1;
  const noise = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return latticeCells(columns, rows, 0.1, noise).map((coordinates) => ({
    type: 'Polygon' as const,
    coordinates,
  }));
};

describe('mergeOutlines', () => {
  it('covers just what its shapes cover, whatever the groups', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 20, maxLength: 20 }),
        (seed, groups) => {
          const cells = cellsOf(5, 4, seed);
          const merged = mergeOutlines(cells, groups, 4);
          merged.forEach((outline, group) => {
            const own = cells.filter((_, at) => groups[at] === group);
            expect(outline === null).toBe(own.length === 0);
            if (!outline) return;
            const covered = own.reduce((sum, cell) => sum + area(cell), 0);
            expect(area(outline) / covered).toBeCloseTo(1, 6);
          });
          cells.forEach((cell, at) => {
            merged.forEach((outline, group) => {
              if (outline) expect(booleanPointInPolygon(centroid(cell), outline)).toBe(groups[at] === group);
            });
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has one ring for shapes in a row, and a hole where one of nine is missing', () => {
    const cells = cellsOf(3, 3, 7);
    const [row] = mergeOutlines(cells.slice(0, 3), [0, 0, 0], 1);
    expect(row?.coordinates.map((rings) => rings.length)).toEqual([1]);
    const [crown] = mergeOutlines(cells, [0, 0, 0, 0, -1, 0, 0, 0, 0], 1);
    expect(crown?.coordinates.map((rings) => rings.length)).toEqual([2]);
  });

  it('is named inside its largest part', () => {
    const cells = cellsOf(6, 2, 3);
    const [outline] = mergeOutlines(cells, [0, -1, -1, 0, 0, 0, -1, -1, -1, -1, -1, 0], 1);
    expect(outline?.coordinates.length).toBe(2);
    if (!outline) return;
    const at = labelPoint(outline);
    expect(booleanPointInPolygon(at, outline)).toBe(true);
    expect(booleanPointInPolygon(at, cells[0]!)).toBe(false);
  });

  it('is nothing of nothing', () => {
    expect(mergeOutlines([], [], 2)).toEqual([null, null]);
    const flat = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [0, 0],
        ],
      ],
    };
    expect(mergeOutlines([flat], [0], 1)).toEqual([null]);
  });
});
