import { describe, expect, it } from 'vitest';
import { formatEuros } from './euros.ts';
import { formatKnownSum } from './known-sum.ts';
import { formatMonth, formatMonths } from './month.ts';

describe('months', () => {
  it('are written in full, and one that is none stands as it is', () => {
    expect(formatMonth('2027-03')).toBe('mars 2027');
    expect(formatMonth('bientôt')).toBe('bientôt');
  });

  it('say which end is not known', () => {
    expect(formatMonths('2027-03', '2028-12')).toBe('mars 2027 – décembre 2028');
    expect(formatMonths('2027-03', '')).toBe('à partir de mars 2027');
    expect(formatMonths('', '2028-12')).toBe('jusqu’à décembre 2028');
    expect(formatMonths('2027-03', '2027-03')).toBe('mars 2027');
    expect(formatMonths('', '')).toBe('');
  });
});

it('euros have cents where there are some', () => {
  expect(formatEuros(12_000)).toBe('12\u202f000\u00a0€');
  expect(formatEuros(0.5)).toBe('0,50\u00a0€');
});

it('a sum of which nothing is said is not 0', () => {
  const words = ['montant non précisé', 'montants non précisés'] as const;
  expect(formatKnownSum({ sum: null, unsaid: 2 }, formatEuros, words)).toBe('non précisé');
  expect(formatKnownSum({ sum: 0, unsaid: 0 }, formatEuros, words)).toBe('0\u00a0€');
  expect(formatKnownSum({ sum: 5, unsaid: 1 }, formatEuros, words)).toBe(
    '5\u00a0€ (1\u00a0montant non précisé)',
  );
});
