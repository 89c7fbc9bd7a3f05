import { expect, it } from 'vitest';
import { indicator, INDICATORS } from '../domain/indicators/catalogue.ts';
import { dayNumber } from '../domain/indicators/day-number.ts';
import {
  formatBareValue,
  formatPartialValue,
  formatValue,
  isWritten,
  unitAfter,
  writtenValue,
} from './figure.ts';

it('writes a day in words on screen, as 2028-01-31 in a file', () => {
  const subject = indicator('date-fermeture-cuivre');
  const day = dayNumber('2028-01-31') ?? Number.NaN;
  expect([formatValue(subject, day), formatBareValue(subject, day)]).toEqual([
    '31 janvier 2028',
    '31 janvier 2028',
  ]);
  expect([isWritten(subject), writtenValue(subject, day)]).toEqual([true, '2028-01-31']);
});

it('writes a class by its name and a number as it is', () => {
  expect(writtenValue(indicator('fermeture-cuivre'), 2028)).toBe('ferme en 2028');
  expect([isWritten(indicator('mci-fibre')), writtenValue(indicator('mci-fibre'), 99.97)]).toEqual([
    false,
    99.97,
  ]);
});

it('never rounds a share below the whole to 100, under a heading that names the unit either', () => {
  const subject = indicator('mci-fibre');
  expect([99.97, 100, 0.01, 0].map((value) => formatBareValue(subject, value))).toEqual([
    '99,9',
    '100,0',
    '0,1',
    '0,0',
  ]);
});

it('gives what only known communes say a decimal more, never a part of a thing counted', () => {
  const written = (subject: Parameters<typeof formatPartialValue>[0], value: number): string =>
    formatPartialValue(subject, value).replace(/[\u202f\u00a0]/g, ' ');
  expect(written({ kind: 'count', unit: 'ménages', decimals: 0 }, 104_533)).toBe('104 533 ménages');
  expect(written({ kind: 'euros', unit: '€ par an', decimals: 0 }, 21_660.25)).toBe('21 660,3 € par an');
});

it('counts up to one thing in the singular, every unit of the catalogue that is a count', () => {
  const counts = INDICATORS.filter(({ kind }) => kind === 'count');
  expect(counts.length).toBeGreaterThan(0);
  for (const one of counts) {
    expect(unitAfter(one, 1)).not.toMatch(/[sx]$/);
    expect(unitAfter(one, 2)).toBe(one.unit);
  }
  const sites = indicator('sites-4g');
  expect([0, 1, 2].map((value) => formatValue(sites, value))).toEqual([
    '0\u00a0site',
    '1\u00a0site',
    '2\u00a0sites',
  ]);
});
