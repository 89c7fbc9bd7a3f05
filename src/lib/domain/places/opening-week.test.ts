import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenAt, isOpenNow, weekHours, weekOf } from './opening-week.ts';

const WEEK = 7 * 1_440;

describe('a week made of spans', () => {
  it('is cut at midnight and goes round from Sunday to Monday', () => {
    expect(weekOf([{ from: 6 * 1_440 + 1_320, to: WEEK + 120 }])).toEqual([
      { day: 0, from: 0, to: 120 },
      { day: 6, from: 1_320, to: 1_440 },
    ]);
  });

  it('makes one opening of those that meet or overlap', () => {
    expect(
      weekOf([
        { from: 660, to: 840 },
        { from: 600, to: 720 },
        { from: 840, to: 900 },
      ]),
    ).toEqual([{ day: 0, from: 600, to: 900 }]);
  });

  it('is open at the very minutes of its spans, never twice, in order', () => {
    const span = fc
      .record({ from: fc.integer({ min: 0, max: WEEK - 1 }), length: fc.integer({ min: 1, max: WEEK }) })
      .map(({ from, length }) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const week = weekOf(spans);
        const open = new Set<number>();
        for (const { from, to } of spans) for (let at = from; at < to; at++) open.add(at % WEEK);
        expect(weekHours(week) * 60).toBeCloseTo(open.size, 6);
        for (let at = 0; at < WEEK; at += 7)
          expect(isOpenNow(week, Math.floor(at / 1_440), at % 1_440)).toBe(open.has(at));
        const keys = week.map(({ day, from }) => day * 1_440 + from);
        expect(keys).toEqual([...keys].sort((a, b) => a - b));
      }),
      { numRuns: 40 },
    );
  });
});

it('is open at a moment when an hour of it is', () => {
  const week = weekOf([{ from: 2 * 1_440 + 17 * 60, to: 2 * 1_440 + 19 * 60 }]);
  expect(isOpenAt(week, 'wednesday-afternoon')).toBe(true);
  expect(isOpenAt(week, 'evening')).toBe(true);
  expect(isOpenAt(week, 'saturday')).toBe(false);
  expect(isOpenAt(weekOf([{ from: 17 * 60, to: 18 * 60 + 59 }]), 'evening')).toBe(false);
});
