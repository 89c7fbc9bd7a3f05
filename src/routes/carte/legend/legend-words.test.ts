import { expect, it } from 'vitest';
import { classifyDistances } from '#lib/domain/classify/distance-classes.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { beyondSentence, indicatorLegend, subjectTitle } from './legend-words.ts';

it('names a weighted mean of medians where a median is aggregated', () => {
  const income = indicator('niveau-de-vie-median');
  expect(subjectTitle(income, 'commune')).toBe('Niveau de vie médian');
  expect(subjectTitle(income, 'epci')).toBe('Niveau de vie médian\u00a0: moyenne pondérée des médianes');
  expect(indicatorLegend(income, 'epci', null, 5).notes[0]).toContain('pondérée par les personnes');
});

it('names the denominator of an aggregated rate, and who may not redistribute', () => {
  expect(indicatorLegend(indicator('fibre-2026'), 'region', null, 5).notes).toEqual([
    'Chiffre des communes réunies, pondéré par les logements (2018).',
  ]);
  expect(indicatorLegend(indicator('ifn-total'), 'commune', null, 5).notes).toEqual([
    'Licence non précisée : montré par classe, jamais redistribué.',
  ]);
});

it('counts the people beyond ten kilometres, those without a centre in neither figure', () => {
  const cut = classifyDistances([500, 12_000, 40_000, Number.NaN]);
  expect(beyondSentence(cut, [700, 200, 100, 999], true).replace(/[\u202f\u00a0]/g, ' ')).toBe(
    '300 habitants (30,0 %) vivent dans une commune dont le centre est à plus de 10 km d’un lieu qui répond au choix.',
  );
});
