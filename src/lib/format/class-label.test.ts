import { expect, it } from 'vitest';
import { indicator } from '../domain/indicators/catalogue.ts';
import { dayNumber } from '../domain/indicators/day-number.ts';
import { classLabels, distanceClassLabels, indicatorClassLabels, withUnit } from './class-label.ts';

const plain = (labels: string[]): string[] => labels.map((label) => label.replace(/[\u202f\u00a0]/g, ' '));
const cut = { own: null, range: [12_000, 41_000] as const };

it('names limits once each, in the unit of the indicator', () => {
  const labels = indicatorClassLabels(indicator('niveau-de-vie-median'), {
    ...cut,
    breaks: [20_300, 24_100],
  });
  expect(plain(labels)).toEqual(['moins de 20 300', '20 300 à 24 100', '24 100 et plus']);
  expect(plain([withUnit(labels[0] as string, '€ par an')])).toEqual(['moins de 20 300 € par an']);
});

it('names the classes of a category', () => {
  const labels = indicatorClassLabels(indicator('centralite'), { breaks: [], own: [1, 5], range: [1, 5] });
  expect(labels).toEqual(["Centre majeur d'équipements et de services", 'Communes non centre']);
});

it('names a single class by its ends, and no class by nothing', () => {
  expect(plain(classLabels({ ...cut, breaks: [] }, String))).toEqual(['12000 à 41000']);
  expect(classLabels({ breaks: [], own: null, range: [7, 7] }, String)).toEqual(['7']);
  expect(classLabels({ breaks: [], own: null, range: null }, String)).toEqual([]);
});

it('names distances', () => {
  expect(distanceClassLabels({ breaks: [2, 30], own: null, range: [0, 40] })).toEqual([
    'moins de 2',
    '2 à 30',
    '30 et plus',
  ]);
});

it('names days: the class ends the day before the next one begins', () => {
  const [first, second] = [dayNumber('2025-01-31') as number, dayNumber('2026-01-31') as number];
  const closing = indicator('date-fermeture-cuivre');
  const labels = indicatorClassLabels(closing, { ...cut, breaks: [first, second] });
  expect(labels).toEqual([
    'avant le 31 janvier 2025',
    'du 31 janvier 2025 au 30 janvier 2026',
    'à partir du 31 janvier 2026',
  ]);
});
