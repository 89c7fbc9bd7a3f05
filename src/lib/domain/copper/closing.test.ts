import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CLOSED, NOT_PLANNED } from '../indicators/catalogue-copper.ts';
import { dayNumber, isoOfDay } from '../indicators/day-number.ts';
import { ABSENT, known } from '../indicators/value.ts';
import { closingsBy, gatherClosings, HORIZONS, monthsAfter, type CopperCommune } from './closing.ts';
import { premisesWithoutFibre } from './premises.ts';

const commune = (
  closing: number | null,
  day: string | null,
  premises = 100,
  without = 10,
): CopperCommune => ({
  closing: closing === null ? ABSENT : known(closing),
  day: day === null ? ABSENT : known(dayNumber(day) ?? Number.NaN),
  fibre: premisesWithoutFibre({
    premises: known(premises),
    without: known(without),
    dwellings: ABSENT,
    fibre: ABSENT,
  }),
});

it('counts communes and premises by what is left before they close', () => {
  const closings = gatherClosings([
    commune(CLOSED, '2021-03-31'),
    commune(CLOSED, null),
    commune(2026, '2026-11-26'),
    commune(2027, '2027-11-26', 50, 5),
    commune(2027, '2027-11-27', 40, 4),
    commune(2028, '2028-11-26', 30, 3),
    commune(2028, '2028-11-27', 20, 2),
    commune(NOT_PLANNED, null, 10, 1),
    { closing: ABSENT, day: ABSENT, fibre: null },
  ]);
  const by = closingsBy(closings, '2026-11-26');
  expect(by.closed).toEqual({ communes: 3, counted: 3, premises: 300, without: 30 });
  expect(by.within12).toEqual({ communes: 1, counted: 1, premises: 50, without: 5 });
  expect(by.within24).toEqual({ communes: 2, counted: 2, premises: 70, without: 7 });
  expect(by.later).toMatchObject({ communes: 1, without: 2 });
  expect(by.unplanned).toMatchObject({ communes: 1, without: 1 });
  expect(by.unknown).toEqual({ communes: 1, counted: 0, premises: 0, without: 0 });
});

it('loses no commune and no premises, whatever the day', () => {
  const anyDay = fc.integer({ min: 18_000, max: 24_000 });
  const any = fc.record({
    closing: fc.constantFrom(CLOSED, 2026, NOT_PLANNED, null),
    day: fc.option(anyDay, { nil: null }),
    premises: fc.nat(1000),
  });
  fc.assert(
    fc.property(fc.array(any), anyDay, (drawn, today) => {
      const communes = drawn.map(({ closing, day, premises }) =>
        commune(closing, day === null ? null : isoOfDay(day), premises + 1, premises),
      );
      const by = closingsBy(gatherClosings(communes), isoOfDay(today));
      const sum = (of: 'communes' | 'without'): number =>
        HORIZONS.reduce((all, horizon) => all + by[horizon][of], 0);
      expect(sum('communes')).toBe(communes.length);
      expect(sum('without')).toBe(drawn.reduce((all, { premises }) => all + premises, 0));
    }),
  );
});

it('adds months by the calendar', () => {
  expect(monthsAfter('2026-11-26', 12)).toBe('2027-11-26');
  expect(monthsAfter('2028-02-29', 12)).toBe('2029-02-28');
  expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28');
});

it('takes dwellings where premises are not counted, and knows nothing where neither is', () => {
  const unknown = { premises: ABSENT, without: ABSENT };
  const found = premisesWithoutFibre({ ...unknown, dwellings: known(1234), fibre: known(90) });
  expect(found).toMatchObject({ count: { value: 123 }, premises: 1234, from: 'dwellings' });
  expect(premisesWithoutFibre({ ...unknown, dwellings: known(1234), fibre: ABSENT })).toBeNull();
  const empty = { premises: known(0), without: known(0), dwellings: known(12), fibre: known(50) };
  expect(premisesWithoutFibre(empty)).toMatchObject({ count: { value: 0 }, share: { state: 'absent' } });
});
