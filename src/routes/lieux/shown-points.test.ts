import { expect, it } from 'vitest';
import { encodePlacePoints, decodePlacePoints } from '#lib/domain/places/place-points.ts';
import { blankPlace } from '#lib/domain/places/place.ts';
import { writeRankBits } from '#lib/view/rank-bits.ts';
import { ranksAt, shownPoints } from './shown-points.ts';

const at = (id: string, lon: number | null, lat: number | null) => ({ ...blankPlace(id, id), lon, lat });
const points = decodePlacePoints(
  encodePlacePoints(
    [at('a', 5, 45), at('b', 6, 45), at('c', 5, 45), at('d', null, null), at('e', 5, 45)],
    () => -1,
  ),
);

it('reaches every place drawn at one position, those of the result only', () => {
  expect(ranksAt(points, 2)).toEqual([2, 0, 4]);
  const shown = shownPoints(points, writeRankBits([0, 1, 2], 5));
  expect(ranksAt(shown, 0)).toEqual([0, 2]);
  expect(ranksAt(shown, 3)).toEqual([3]);
});
