import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCell } from './cell-value.ts';

it.each([
  ['12', 12],
  ['0', 0],
  [' 1 234,5 ', 1234.5],
  ['1\u202f234', 1234],
  ['1.234.567', 1_234_567],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['12,5 %', 12.5],
  ['21 660 €', 21_660],
  ['\u22123,2', -3.2],
  ['="12"', 12],
  ['1e3', 1000],
])('%s is a number', (text, value) => {
  expect(readCell(text)).toMatchObject({ state: 'value', value });
});

it.each(['', ' ', '-', '–', 'nd', 'N.D.', 'n/a', '…', '..', 'NULL', 'vide'])(
  '« %s » is absent, never 0',
  (text) => {
    expect(readCell(text)).toEqual({ state: 'absent' });
  },
);

it.each(['s', 'S', 'secret', '***', '< 5', '<= 10', 'moins de 5'])('« %s » is withheld', (text) => {
  expect(readCell(text)).toEqual({ state: 'secret' });
});

it.each([
  ['=A1+B1', 'formula'],
  ['=1+1', 'formula'],
  ['=HYPERLINK("http://x")', 'formula'],
  ['#REF!', 'error'],
  ['#N/D', 'error'],
  ['beaucoup', 'text'],
  ['12 foyers et 3', 'text'],
  ['Infinity', 'text'],
  ['1 2 3', 'text'],
])('« %s » is left, and said', (text, reason) => {
  expect(readCell(text)).toEqual({ state: 'unread', reason });
});

it('a number as French offices write it is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.nat(99), (whole, hundredths) => {
      const value = whole + (Math.sign(whole) || 1) * (hundredths / 100);
      const text = value.toLocaleString('fr-FR', { minimumFractionDigits: 2 });
      const read = readCell(text);
      expect(read.state === 'value' && read.value).toBeCloseTo(value, 6);
    }),
    { numRuns: 2_000 },
  );
});
