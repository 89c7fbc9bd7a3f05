import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isDue, nextTry, RHYTHMS } from './schedule.ts';

const at = (text: string): Date => new Date(text);

it('asks once the hour of Paris went by, summer and winter', () => {
  const night = { every: 'night', hour: 3 } as const;
  expect(isDue(night, at('2026-11-25T12:00:00Z'), at('2026-11-26T01:59:00Z'))).toBe(false);
  expect(isDue(night, at('2026-11-25T12:00:00Z'), at('2026-11-26T02:00:00Z'))).toBe(true);
  expect(isDue(night, at('2026-11-26T02:00:01Z'), at('2026-11-26T22:00:00Z'))).toBe(false);
  expect(isDue(night, at('2026-07-01T12:00:00Z'), at('2026-07-02T01:00:00Z'))).toBe(true);
});

it('asks on Mondays, and on the first of the month', () => {
  const week = { every: 'week', hour: 4 } as const;
  // 30 November 2026 is a Monday.
  expect(isDue(week, at('2026-11-24T12:00:00Z'), at('2026-11-29T23:00:00Z'))).toBe(false);
  expect(isDue(week, at('2026-11-24T12:00:00Z'), at('2026-11-30T03:00:00Z'))).toBe(true);
  const month = { every: 'month', hour: 0 } as const;
  expect(isDue(month, at('2026-11-02T12:00:00Z'), at('2026-11-30T22:59:00Z'))).toBe(false);
  expect(isDue(month, at('2026-11-02T12:00:00Z'), at('2026-11-30T23:00:00Z'))).toBe(true);
});

it('a server that was off for long asks once, not once an hour missed', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...RHYTHMS),
      fc.integer({ min: 0, max: 23 }),
      fc.date({ min: at('2026-01-01'), max: at('2030-01-01'), noInvalidDate: true }),
      (every, hour, now) => {
        const long = new Date(now.getTime() - 40 * 86_400_000);
        expect(isDue({ every, hour }, long, now)).toBe(true);
        expect(isDue({ every, hour }, now, now)).toBe(false);
      },
    ),
    { numRuns: 1_000 },
  ));

it('a turn cut short begins again, not at once and not for ever; the next one comes at its hour', () => {
  const night = { every: 'night', hour: 3 } as const;
  const last = at('2026-11-25T12:00:00Z');
  const first = at('2026-11-26T02:00:00Z');
  expect(nextTry(night, { last, tried: null, tries: 0 }, at('2026-11-26T01:59:00Z'))).toBeNull();
  expect(nextTry(night, { last, tried: null, tries: 0 }, first)).toBe(1);
  expect(nextTry(night, { last, tried: first, tries: 1 }, at('2026-11-26T02:05:00Z'))).toBeNull();
  expect(nextTry(night, { last, tried: first, tries: 1 }, at('2026-11-26T02:30:00Z'))).toBe(2);
  // Begun again by whoever looks every minute, though it is cut short each time.
  const begun: string[] = [];
  let turns = { last, tried: null as Date | null, tries: 0 };
  for (let minute = 0; minute < 25 * 60; minute++) {
    const now = new Date(first.getTime() + minute * 60_000);
    const tries = nextTry(night, turns, now);
    if (tries === null) continue;
    turns = { last, tried: now, tries };
    begun.push(now.toISOString().slice(8, 16));
  }
  expect(begun).toEqual(['26T02:00', '26T02:30', '26T03:00', '26T03:30', '27T02:00', '27T02:30']);
});
