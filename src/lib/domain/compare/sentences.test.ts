import { describe, expect, it } from 'vitest';
import { frenchNumerals } from '../../format/numerals.ts';
import { indicator } from '../indicators/catalogue.ts';
import { bandSentence, populationSentence, shiftSentence } from './evolution-sentences.ts';
import { COMPARABLE, REFUSED } from './evolution.ts';
import { shiftOf } from './fibre-bands.ts';
import { nameOf, resemblanceWords } from './resemblance.ts';
import { PEOPLE_DENSITY } from './similar.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const band = (before: number | null, after: number | null): string =>
  plain(bandSentence(before, after, 'Grenoble (38)', frenchNumerals));

describe('bandSentence', () => {
  it.each([
    [0, 5, 'de moins de 5 % début 2018 et de 80 % et plus en 2026, soit 5 tranches de plus.'],
    [3, 2, 'de 25 à 50 % début 2018 et de 10 à 25 % en 2026, soit 1 tranche de moins.'],
    [4, 4, 'de 50 à 80 % début 2018 et toujours en 2026.'],
    [0, null, 'de moins de 5 % début 2018, inconnue en 2026.'],
    [null, 5, 'inconnue en 2018, 80 % et plus en 2026.'],
    [null, null, 'inconnue en 2018 comme en 2026.'],
  ])('%s → %s', (before, after, words) =>
    expect(band(before, after)).toBe(`Grenoble (38) : part des locaux raccordables à la fibre ${words}`),
  );
});

it('tells a group in people, and who is not counted', () => {
  const shift = shiftOf([
    { before: 0, after: 5, people: 600 },
    { before: 5, after: 5, people: 300 },
    { before: 3, after: 2, people: 100 },
    { before: null, after: 2, people: 40 },
  ]);
  expect(plain(shiftSentence(shift, 'Isère', frenchNumerals))).toBe(
    'Isère : 60 % des habitants vivent dans une commune qui a gagné au moins une tranche de fibre entre début 2018 et 2026, 30 % dans une commune restée dans la même, 10 % dans une commune passée plus bas. Sans compter 40 habitants dont la commune n’est pas connue aux deux dates.',
  );
  const few = shiftOf([
    { before: 0, after: 5, people: 99_999 },
    { before: 5, after: 4, people: 1 },
  ]);
  expect(plain(shiftSentence(few, 'Isère', frenchNumerals))).toContain(
    'moins de 1 % dans une commune passée plus bas',
  );
  expect(shiftSentence(shiftOf([]), 'Isère', frenchNumerals)).toContain('aucune commune');
});

it.each([
  [
    { percent: 2.34, before: 1000, after: 1023 },
    '2,3 % d’habitants de plus entre 2013 et 2018 (de 1 000 à 1 023 habitants).',
  ],
  [{ percent: -1.2, before: null, after: null }, '1,2 % d’habitants de moins entre 2013 et 2018.'],
  [{ percent: 0.01, before: null, after: null }, 'population stable entre 2013 et 2018.'],
  [null, 'évolution de la population entre 2013 et 2018 inconnue.'],
])('tells a change of population', (change, words) =>
  expect(plain(populationSentence(change, 'Creuse', frenchNumerals))).toBe(`Creuse : ${words}`),
);

describe('resemblanceWords', () => {
  const trait = (id: string, own: number, other: number, gap: number) => ({ id, own, other, gap });
  const facts = {
    level: 'commune' as const,
    populationRatio: 1.2,
    sameClass: true,
    traits: [
      trait('niveau-de-vie-median', 22_140, 22_437, 0.1),
      trait('chomage', 11.9, 13.2, 0.4),
      trait('fibre-2026', 96, 96, 0),
      trait('part-65-ans-et-plus', 15, 20.1, 1.2),
    ],
  };

  it('says what is alike, nearest first, and what differs most', () => {
    const { why, differs } = resemblanceWords(facts, frenchNumerals);
    expect(plain(why)).toBe(
      'même niveau de densité, 1,2 fois plus peuplée, fibre identique, niveau de vie à 300 € près',
    );
    expect(plain(differs)).toBe('65 ans et plus, 20,1 % contre 15,0 %');
  });

  it('agrees with the name of the level, and calls nearly equal what is', () => {
    const words = (populationRatio: number, level: 'departement' | 'epci') =>
      plain(
        resemblanceWords({ ...facts, sameClass: false, traits: [], populationRatio, level }, frenchNumerals)
          .why,
      );
    expect(words(0.5, 'departement')).toBe('2,0 fois moins peuplé');
    expect(words(0.5, 'epci')).toBe('2,0 fois moins peuplée');
    expect(words(1.02, 'epci')).toBe('population presque égale');
  });

  it('never calls near what is far', () => {
    const far = [trait('chomage', 5, 20, 2), trait(PEOPLE_DENSITY, 30, 3_000, 2.5)];
    const { why, differs } = resemblanceWords({ ...facts, traits: far }, frenchNumerals);
    expect(why).not.toContain('près');
    expect(plain(differs)).toBe('densité de population, 3 000 habitants au km² contre 30 habitants au km²');
  });

  it('keeps the capitals of an acronym', () => {
    expect(nameOf('ifn-total')).toBe('IFN');
    expect(nameOf('niveau-de-vie-median')).toBe('niveau de vie');
  });
});

describe('editions', () => {
  it('compares figures of the catalogue only', () => {
    for (const id of COMPARABLE.flatMap(({ indicators }) => indicators)) expect(indicator(id).id).toBe(id);
  });

  it('refuses each with a reason and something to look at instead', () => {
    expect(REFUSED.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['rp-2018-2022', 'filosofi-2021-2023', 'mediane-2019-2021']),
    );
    for (const { reason, instead } of REFUSED) {
      expect(reason).toMatch(/\.$/);
      expect(instead).toMatch(/\.$/);
    }
  });
});
