import { expect, it } from 'vitest';
import { fromLaeaEurope } from './laea-europe.ts';

it('gives the published example of the projection back (50° N, 5° E)', () => {
  const [lon, lat] = fromLaeaEurope(3_962_799.45, 2_999_718.85);
  expect(lon).toBeCloseTo(5, 6);
  expect(lat).toBeCloseTo(50, 6);
});

it('has its centre at 52° N, 10° E', () => {
  expect(fromLaeaEurope(4_321_000, 3_210_000)).toEqual([10, 52]);
});
