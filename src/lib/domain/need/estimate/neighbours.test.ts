import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RandomStream } from '../../random/stream.ts';
import { alike, fitCovariance } from './covariance.ts';
import { krige } from './kriging.ts';
import { distanceKm, Neighbourhood, placeOnSphere } from './neighbours.ts';

const rowsOf = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

const anyPoints = fc.array(
  fc.record({
    lat: fc.double({ min: 41, max: 51, noNaN: true }),
    lon: fc.double({ min: -5, max: 9, noNaN: true }),
  }),
  { minLength: 2, maxLength: 120 },
);

it('finds the nearest and the pairs that a plain search finds', () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const positions = placeOnSphere(
        Float64Array.from(points, ({ lat }) => lat),
        Float64Array.from(points, ({ lon }) => lon),
      );
      const rows = rowsOf(points.length);
      const around = new Neighbourhood(positions, rows);
      const within = rows.slice(1).filter((row) => distanceKm(positions, 0, row) < 90);
      const plain = within.sort((a, b) => distanceKm(positions, 0, a) - distanceKm(positions, 0, b) || a - b);
      expect(
        around
          .nearest(0, 5)
          .slice(0, plain.length)
          .map(({ row }) => row)
          .slice(0, 5),
      ).toEqual(plain.slice(0, 5));
      const found: string[] = [];
      around.visitPairs(70, (a, b) => found.push(`${a}/${b}`));
      const all = rows.flatMap((a) =>
        rows.filter((b) => b > a && distanceKm(positions, a, b) < 70).map((b) => `${a}/${b}`),
      );
      expect(found.sort()).toEqual(all.sort());
    }),
    { numRuns: 150 },
  );
});

it('learns from neighbours that resemble each other, and less so from farther ones', () => {
  const stream = new RandomStream(2);
  const count = 3_000;
  const latitude = new Float64Array(count);
  const longitude = new Float64Array(count);
  const residuals = new Float64Array(count);
  // A hundred places 40 km apart or more, thirty communes around each.
  const effects = Array.from({ length: 100 }, () => 0.02 * stream.normal());
  for (let i = 0; i < count; i++) {
    const place = i % 100;
    latitude[i] = 43 + 0.4 * Math.floor(place / 10) + 0.05 * stream.next();
    longitude[i] = -1 + 0.6 * (place % 10) + 0.05 * stream.next();
    residuals[i] = (effects[place] as number) + 0.01 * stream.normal();
  }
  const people = new Float64Array(count).fill(4_000);
  const around = new Neighbourhood(placeOnSphere(latitude, longitude), rowsOf(count));
  const covariance = fitCovariance(residuals, people, rowsOf(count), around);
  expect(alike(covariance, 2)).toBeGreaterThan(2e-4);
  expect(alike(covariance, 2)).toBeLessThan(8e-4);
  expect(alike(covariance, 45)).toBeLessThan(1e-4);
  const { shift, variance } = krige(0, residuals, people, around, covariance);
  expect(Math.abs(shift - (effects[0] as number))).toBeLessThan(0.01);
  expect(variance).toBeLessThan(covariance.near + covariance.far);
});

it('says nothing of a commune without neighbours nor position', () => {
  const positions = placeOnSphere(Float64Array.of(48, 48.1, Number.NaN), Float64Array.of(2, 2.1, Number.NaN));
  const around = new Neighbourhood(positions, [0, 1, 2]);
  expect(around.nearest(2, 3)).toEqual([]);
  const covariance = { near: 1, nearKm: 10, far: 0, farKm: 50, own: 1, sampling: 1 };
  expect(krige(2, new Float64Array(3), new Float64Array(3).fill(100), around, covariance)).toEqual({
    shift: 0,
    variance: 1,
  });
});
