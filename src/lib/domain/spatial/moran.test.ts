import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contiguityOf, contiguousSets, type Contiguity } from './contiguity.ts';
import { discoveryCut, localMoran, MORAN_OPTIONS, SPOTS } from './moran.ts';

/** A board whose squares that share a side are neighbours. */
function board(side: number): Contiguity {
  const pairs: [number, number][] = [];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const at = row * side + column;
      if (column + 1 < side) pairs.push([at, at + 1]);
      if (row + 1 < side) pairs.push([at, at + side]);
    }
  return contiguityOf(side * side, pairs);
}

const squares = (side: number, value: (row: number, column: number) => number): number[] =>
  Array.from({ length: side * side }, (_, at) => value(Math.floor(at / side), at % side));

describe('Moran', () => {
  it('is −1 on a chessboard, the textbook case of perfect dispersion', () => {
    const chess = squares(8, (row, column) => (row + column) % 2);
    expect(localMoran(board(8), chess).global).toBeCloseTo(-1, 12);
  });

  it('is the definition, by loops over every pair', () => {
    const values = fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(Number.NaN)), {
      minLength: 16,
      maxLength: 16,
    });
    const options = { ...MORAN_OPTIONS, permutations: 19 };
    fc.assert(
      fc.property(values, (x) => {
        const contiguity = board(4);
        const { local, global, spots } = localMoran(contiguity, x, options);
        const known = x.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
        const average = known.reduce((sum, i) => sum + (x[i] as number), 0) / known.length;
        const z = x.map((value) => value - average);
        const m2 = known.reduce((sum, i) => sum + (z[i] as number) ** 2, 0) / known.length;
        if (!(m2 > 1e-9)) {
          expect(global).toBeNaN();
          return;
        }
        let sum = 0;
        for (let i = 0; i < 16; i++) {
          const near = [
            ...contiguity.neighbours.slice(contiguity.starts[i], contiguity.starts[i + 1]),
          ].filter((j) => !Number.isNaN(x[j]));
          const lag = near.reduce((all, j) => all + (z[j] as number), 0) / near.length;
          const expected = ((z[i] as number) * lag) / m2;
          if (Number.isNaN(expected)) {
            expect(local[i]).toBeNaN();
            expect(SPOTS[spots[i] as number]).toBe('unknown');
          } else {
            expect(local[i]).toBeCloseTo(expected, 9);
            sum += expected;
          }
        }
        expect(global).toBeCloseTo(sum / known.length, 9);
      }),
      { numRuns: 300 },
    );
  });

  it('sees a block of high squares as hot, its edge not as cold, and a single one as high among low', () => {
    const inBlock = (row: number, column: number): boolean =>
      row >= 4 && row < 8 && column >= 4 && column < 8;
    const values = squares(20, (row, column) =>
      inBlock(row, column) || (row === 15 && column === 15) ? 10 : Math.abs(Math.sin(row * 7 + column * 3)),
    );
    const { spots } = localMoran(board(20), values);
    const at = (row: number, column: number) => SPOTS[spots[row * 20 + column] as number];
    for (const row of [5, 6]) for (const column of [5, 6]) expect(at(row, column)).toBe('high-high');
    expect([at(0, 0), at(15, 15)]).not.toContain('high-high');
    expect(spots.filter((spot) => SPOTS[spot] === 'low-low')).toHaveLength(0);
  });

  it('takes neighbours all alike for one chance in sixteen between two halves, on either side', () => {
    const halves = squares(10, (_, column) => (column < 5 ? 10 : 0));
    const { spots, global, p } = localMoran(board(10), halves);
    expect(global).toBeGreaterThan(0.8);
    for (const at of [51, 58]) {
      expect(p[at]).toBeGreaterThan(0.03);
      expect(p[at]).toBeLessThan(0.09);
    }
    expect(spots.every((spot) => SPOTS[spot] === 'none')).toBe(true);
  });

  it('finds about nothing in noise, and the same for a same seed', () => {
    const noise = squares(30, (row, column) => Math.imul(row * 31 + column + 7, 0x9e3779b1) >>> 8);
    const first = localMoran(board(30), noise);
    expect(first.spots.filter((spot) => spot !== 0).length).toBeLessThan(20);
    expect(localMoran(board(30), noise)).toEqual(first);
    expect(
      localMoran(
        board(30),
        squares(30, () => 3),
      ).global,
    ).toBeNaN();
  });
});

it('holds the discoveries of Benjamini and Hochberg’s own example, at one in twenty', () => {
  // Table of their 1995 paper: 15 tests, of which four are held.
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  expect(discoveryCut(published, 0.05)).toBe(0.0095);
  expect(discoveryCut([0.9, 0.8], 0.05)).toBe(0);
});

describe('contiguousSets', () => {
  it('are those of a search from everywhere', () => {
    const members = fc.array(fc.boolean(), { minLength: 25, maxLength: 25 });
    fc.assert(
      fc.property(members, (isIn) => {
        const contiguity = board(5);
        const sets = contiguousSets(
          contiguity,
          isIn.flatMap((member, at) => (member ? [at] : [])),
        );
        expect(sets.flat().sort((a, b) => a - b)).toEqual(isIn.flatMap((member, at) => (member ? [at] : [])));
        const setOf = new Map(sets.flatMap((set, rank) => set.map((at) => [at, rank] as const)));
        for (let at = 0; at < 25; at++)
          for (const next of contiguity.neighbours.slice(contiguity.starts[at], contiguity.starts[at + 1]))
            if (isIn[at] && isIn[next]) expect(setOf.get(at)).toBe(setOf.get(next));
        for (const set of sets) expect(set).toEqual([...set].sort((a, b) => a - b));
      }),
    );
  });

  it('forget a territory told as its own neighbour', () => {
    expect([
      ...contiguityOf(2, [
        [0, 0],
        [1, 0],
        [0, 1],
      ]).neighbours,
    ]).toEqual([1, 0]);
  });
});
