import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backOff, readRetryAfter, TRIES } from './retry.ts';

const NOW = new Date('2026-11-26T08:00:00Z');

it('a wait doubles, half of it by chance, and never goes past half a minute', () => {
  expect([1, 2, 3, 4].map((attempt) => backOff(attempt, () => 0))).toEqual([500, 1_000, 2_000, 4_000]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempt, chance) => {
        const wait = backOff(attempt, () => chance);
        expect(wait).toBeGreaterThanOrEqual(500);
        expect(wait).toBeLessThanOrEqual(30_000);
      },
    ),
  );
  expect(TRIES).toBeGreaterThan(2);
});

it('« retry-after » is read in seconds and as a date; a past one asks for nothing', () => {
  expect(readRetryAfter('120', NOW)).toBe(120_000);
  expect(readRetryAfter(' 0 ', NOW)).toBe(0);
  expect(readRetryAfter('Thu, 26 Nov 2026 08:01:00 GMT', NOW)).toBe(60_000);
  expect(readRetryAfter('Thu, 26 Nov 2026 07:00:00 GMT', NOW)).toBe(0);
  for (const text of [undefined, '', '-5', '1e9', 'demain', '99999999999', '2026-11-26'])
    expect(readRetryAfter(text, NOW)).toBeNull();
});

it('a random header never asks for a wait that is not one', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const wait = readRetryAfter(text, NOW);
      expect(wait === null || (Number.isFinite(wait) && wait >= 0)).toBe(true);
    }),
  );
});
