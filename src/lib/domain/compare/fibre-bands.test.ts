import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIBRE_2018_BANDS } from '../indicators/catalogue-connection.ts';
import { BAND_LABELS, bandOfBound, bandOfRate, shiftOf } from './fibre-bands.ts';

describe('bands', () => {
  it.each([
    [0, 'moins de 5 %'],
    [4.99, 'moins de 5 %'],
    [5, '5 à 10 %'],
    [9.9, '5 à 10 %'],
    [25, '25 à 50 %'],
    [79.99, '50 à 80 %'],
    [80, '80 % et plus'],
    [100, '80 % et plus'],
  ])('a rate of %f %% is in « %s »', (rate, label) => expect(BAND_LABELS[bandOfRate(rate)]).toBe(label));

  it('reads the bounds of the source, and nothing else', () => {
    expect(FIBRE_2018_BANDS.map(({ value }) => bandOfBound(value))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(bandOfBound(7)).toBeNull();
  });

  it('never puts a higher rate in a lower band', () => {
    const rate = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        expect(bandOfRate(Math.max(a, b))).toBeGreaterThanOrEqual(bandOfRate(Math.min(a, b)));
      }),
    );
  });
});

describe('shiftOf', () => {
  const band = fc.option(fc.nat({ max: 5 }));
  const commune = fc.record({ before: band, after: band, people: fc.nat({ max: 1_000 }) });

  it('counts every commune once then, once now and once among the moves', () => {
    fc.assert(
      fc.property(fc.array(commune, { maxLength: 30 }), (communes) => {
        const shift = shiftOf(communes);
        const people = communes.reduce((sum, one) => sum + one.people, 0);
        expect(shift.people).toBe(people);
        for (const counts of [shift.before, shift.after, Object.values(shift.moves)]) {
          expect(counts.reduce((sum, one) => sum + one.people, 0)).toBe(people);
          expect(counts.reduce((sum, one) => sum + one.communes, 0)).toBe(communes.length);
        }
        expect(shift.before[2]?.people).toBe(
          communes.filter(({ before }) => before === 2).reduce((sum, one) => sum + one.people, 0),
        );
        expect(shift.moves.up.communes).toBe(
          communes.filter(({ before, after }) => before !== null && after !== null && after > before).length,
        );
        expect(shift.moves.unknown.communes).toBe(
          communes.filter(({ before, after }) => before === null || after === null).length,
        );
      }),
    );
  });

  it('refuses a band that the source does not have', () =>
    expect(() => shiftOf([{ before: 9, after: 0, people: 1 }])).toThrow('outside'));
});
