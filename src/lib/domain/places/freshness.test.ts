import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayFor,
  editionDate,
  freshnessOf,
  freshnessScore,
  isIsoDay,
  MARKS,
  readReference,
  referenceDay,
} from './freshness.ts';
import { blankPlace, type Place } from './place.ts';

/** The day `days` before 25 November 2026. */
const before = (days: number): string => new Date(Date.UTC(2026, 10, 25 - days)).toISOString().slice(0, 10);
const TODAY = before(0);

describe('the mark of a record', () => {
  it.each([
    [0, 'fresh'],
    [364, 'fresh'],
    [365, 'to-check'],
    [548, 'to-check'],
    [549, 'to-update'],
  ] as const)('%i days after: %s', (days, mark) => {
    expect(freshnessOf(before(days), TODAY).mark).toBe(mark);
  });

  it('is « à actualiser » without a date or with none of the calendar, of unknown age', () => {
    for (const updated of [null, '', '2026-02-31', 'mardi'])
      expect(freshnessOf(updated, TODAY)).toEqual({ months: null, mark: 'to-update' });
  });

  it('counts whole months, and none for a date to come', () => {
    expect(freshnessOf('2026-05-20', TODAY).months).toBe(6);
    expect(freshnessOf('2024-11-20T10:00:00Z', TODAY).months).toBe(24);
    expect(freshnessOf('2027-01-01', TODAY)).toEqual({ months: 0, mark: 'fresh' });
  });

  it('refuses a reference that is no day', () => {
    expect(() => freshnessOf(null, 'hier')).toThrow(RangeError);
  });
});

describe('the score of freshness', () => {
  it('is whole under six months, half at fifteen, nothing from two years on or without a date', () => {
    expect(freshnessScore(before(182), TODAY)).toBe(1);
    expect(freshnessScore(before(457), TODAY)).toBeCloseTo(0.5, 2);
    expect(freshnessScore(before(731), TODAY)).toBe(0);
    expect(freshnessScore(null, TODAY)).toBe(0);
  });

  it('never rises with age, nor does the mark get better', () => {
    fc.assert(
      fc.property(fc.nat(1500), fc.nat(1500), (a, b) => {
        const [young, old] = [Math.min(a, b), Math.max(a, b)].map(before) as [string, string];
        expect(freshnessScore(young, TODAY)).toBeGreaterThanOrEqual(freshnessScore(old, TODAY));
        const rank = (day: string): number => MARKS.indexOf(freshnessOf(day, TODAY).mark);
        expect(rank(young)).toBeLessThanOrEqual(rank(old));
      }),
    );
  });
});

it('the edition is the most recent day of the records', () => {
  expect(
    editionDate([{ updated: '2022-12-01' }, { updated: null }, { updated: '2023-02-03T08:00:00' }]),
  ).toBe('2023-02-03');
  expect(editionDate([{ updated: null }, { updated: '9999-99-99' }])).toBeNull();
});

it('a day is one of the calendar', () => {
  expect(['2024-02-29', '2023-02-29', '2024-2-9', '2024-02-29T00:00'].map(isIsoDay)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

describe('the day of reference', () => {
  it('is read from an address', () => {
    expect(readReference(null, TODAY)).toEqual({ kind: 'day', day: TODAY });
    expect(readReference('', TODAY)).toEqual({ kind: 'day', day: TODAY });
    expect(readReference('edition', TODAY)).toEqual({ kind: 'edition' });
    expect(readReference('2023-01-31', TODAY)).toEqual({ kind: 'day', day: '2023-01-31' });
    expect(readReference('hier', TODAY)).toBeNull();
  });

  it('by edition is that of the latest source of each place, today for one without dates', () => {
    const place = (id: string, sources: string[], updated: string | null): Place => ({
      ...blankPlace(id, id),
      sources,
      updated,
    });
    const old = place('old', ['x'], '2022-01-01');
    const both = place('both', ['x', 'y'], '2022-06-01');
    const recent = place('recent', ['y'], '2023-02-01');
    const undated = place('undated', ['z'], null);
    const on = referenceDay({ kind: 'edition' }, [old, both, recent, undated], TODAY);
    expect([old, both, recent, undated].map((one) => dayFor(on, one))).toEqual([
      '2022-06-01',
      '2023-02-01',
      '2023-02-01',
      TODAY,
    ]);
    expect(dayFor(referenceDay({ kind: 'day', day: '2020-01-01' }, [], TODAY), old)).toBe('2020-01-01');
  });
});
