import { afterEach, describe, expect, it } from 'vitest';
import {
  findIndicator,
  indicator,
  INDICATORS,
  indicatorsInUse,
  mayRedistribute,
  mayRepublish,
} from './catalogue.ts';
import { CATALOGUE_ALONE, catalogueKey, isClosed, provideCatalogue } from './catalogue-in-use.ts';
import { indicatorChoices } from './choices.ts';
import type { Indicator } from './indicator.ts';
import { sourceNotice, type SourceNotice } from './source.ts';

const own: Indicator = {
  ...indicator('chomage'),
  id: 'tableau-3-abonnes',
  theme: 'tableaux',
  label: 'Abonnés',
  source: 'tableau-3',
};
const notice: SourceNotice = {
  id: 'tableau-3',
  title: 'Abonnés de la bibliothèque',
  producer: 'Ville',
  licence: 'Licence Ouverte 2.0',
  redistribute: false,
  edition: 'mai 2026',
  page: '/tableaux/3',
  caveat: '',
};

afterEach(() => provideCatalogue(() => CATALOGUE_ALONE));

describe('what is in use', () => {
  it('is the catalogue, until somebody says otherwise', () => {
    expect(indicatorsInUse()).toEqual(INDICATORS);
    expect(findIndicator(own.id)).toBeUndefined();
    expect(() => sourceNotice('tableau-3')).toThrow('tableau-3');
    expect(catalogueKey()).toBe('');
  });

  it('adds the indicators of tables, with their source, and takes them away', () => {
    provideCatalogue(() => ({ ...CATALOGUE_ALONE, own: [own], sources: [notice], closed: ['tableau-3'] }));
    expect(findIndicator(own.id)).toBe(own);
    expect(indicatorsInUse().at(-1)).toBe(own);
    expect(mayRedistribute(own)).toBe(false);
    expect([isClosed('tableau-3'), isClosed('rp-2022')]).toEqual([true, false]);
    expect(catalogueKey()).toBe(own.id);
    provideCatalogue(() => CATALOGUE_ALONE);
    expect(findIndicator(own.id)).toBeUndefined();
    expect(isClosed('tableau-3')).toBe(false);
  });

  it.each([
    { redistribute: true, isKept: false, leaves: [true, true] },
    { redistribute: true, isKept: true, leaves: [true, false] },
    { redistribute: false, isKept: false, leaves: [false, false] },
  ])('lets leave, and be republished: $leaves', ({ redistribute, isKept, leaves }) => {
    const sources = [{ ...notice, redistribute }];
    provideCatalogue(() => ({
      ...CATALOGUE_ALONE,
      own: [own],
      sources,
      closed: isKept ? ['tableau-3'] : [],
    }));
    expect([mayRedistribute(own), mayRepublish(own)]).toEqual(leaves);
  });

  it('says the year and the edition of the figures that are loaded', () => {
    const inUse = {
      ...CATALOGUE_ALONE,
      years: { 'fibre-2026': '2027' },
      editions: { 'fibre-2026': 'T1 2027' },
    };
    provideCatalogue(() => inUse);
    expect(indicator('fibre-2026').year).toBe('2027');
    expect(indicator('fibre-2026')).toBe(indicator('fibre-2026'));
    expect(sourceNotice('fibre-2026').edition).toBe('T1 2027');
    expect(indicator('chomage')).toBe(INDICATORS.find(({ id }) => id === 'chomage'));
    expect(sourceNotice('rp-2022').edition).toBe('RP 2022');
  });
});

describe('indicatorChoices', () => {
  const labels = () => indicatorChoices().map(({ label }) => label);

  it('heads those of tables apart when there are some, and folds what is not loaded', () => {
    expect(labels()).not.toContain('Vos tableaux');
    expect(labels()).not.toContain('Non chargé');
    provideCatalogue(() => ({ ...CATALOGUE_ALONE, own: [own], sources: [notice], unloaded: ['chomage'] }));
    expect(labels().slice(-2)).toEqual(['Vos tableaux', 'Non chargé']);
    const options = indicatorChoices().flatMap((group) => group.options);
    expect(options.filter(({ disabled }) => disabled).map(({ value }) => value)).toEqual(['chomage']);
    expect(options.filter(({ value }) => value === 'chomage')).toHaveLength(1);
    expect(options).toHaveLength(INDICATORS.length + 1);
  });

  it('lists what suits only', () => {
    provideCatalogue(() => ({ ...CATALOGUE_ALONE, own: [own], sources: [notice] }));
    const groups = indicatorChoices(({ id }) => id === own.id);
    expect(groups).toEqual([{ label: 'Vos tableaux', options: [{ value: own.id, label: 'Abonnés' }] }]);
  });
});
