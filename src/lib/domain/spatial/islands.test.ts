import { expect, it } from 'vitest';
import { contiguityOf, neighboursOf } from './contiguity.ts';
import { withNearest } from './islands.ts';

it('gives an island its nearest territories of the same land, and leaves the others as they are', () => {
  // A chain of four on the mainland, an island off the first, one overseas alone, one without a centre.
  const contiguity = contiguityOf(7, [
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  const points = {
    lons: [0, 1, 2, 3, -0.2, -61, Number.NaN],
    lats: [47, 47, 47, 47, 47, 16, Number.NaN],
    lands: [0, 0, 0, 0, 0, 2, 0],
  };
  const joined = withNearest(contiguity, points, 2);
  const lists = [0, 1, 2, 3, 4, 5, 6].map((at) => [...neighboursOf(joined, at)]);
  expect(lists).toEqual([[1], [0, 2], [1, 3], [2], [0, 1], [], []]);
});
