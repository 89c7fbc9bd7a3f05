import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, isoOfDay } from './day-number.ts';

it('is the same day there and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
      expect(dayNumber(isoOfDay(day))).toBe(day);
    }),
  );
});

it('refuses what is no day', () => {
  for (const text of ['', '2026-02-30', '31/01/2028', '2028-1-31', 'bientôt'])
    expect(dayNumber(text)).toBeNull();
});
