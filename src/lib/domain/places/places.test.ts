import { Service } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { describe, expect, it } from 'vitest';
import { kindOfTraits, matchesTraits, NO_FILTER, SERVICES, traitsOf } from './filter.ts';
import { townKey } from './locate.ts';
import { mergeById, mergePlaces } from './merge.ts';
import { blankPlace, type Place } from './place.ts';
import { helpsOnBehalf, translateFees, translatePublics, translateServices, translateSupport } from './v0.ts';
import { weekToOsm } from './week.ts';

const place = (fields: Partial<Place>): Place => ({ ...blankPlace('a', 'Lieu'), ...fields });

describe('v0 words', () => {
  it('become those of v1.0.2, each once', () => {
    expect(
      translateServices(
        'Utiliser le numérique au quotidien;Prendre en main un ordinateur;Accéder à du matériel',
      ).words,
    ).toEqual([Service.MaitriseDesOutilsNumeriquesDuQuotidien, Service.AccesInternetEtMaterielInformatique]);
    expect(translateFees('Adhésion : L’accès nécessite d’y adhérer').words).toEqual([
      'Gratuit sous condition',
    ]);
    expect(
      translateSupport("A ma place : une personne habilitée fait les démarches|Avec de l'aide : …").words,
    ).toEqual(['Accompagnement individuel']);
    expect(helpsOnBehalf('A ma place : une personne habilitée')).toBe(true);
  });

  it('restrict nobody with « Adultes », and keep what the table does not know', () => {
    expect(
      translatePublics('Adultes;Seniors (+ 65 ans);Surdité;Handicaps psychiques : troubles;Martiens'),
    ).toEqual({
      publics: ['Seniors'],
      specificCare: ['Surdité', 'Handicaps mentaux'],
      unknown: ['Martiens'],
    });
  });
});

describe('merging records of one id', () => {
  const old = place({
    updated: '2022-01-01',
    name: 'Ancien',
    services: ['A'],
    lat: 45,
    lon: 5,
    position: 'given',
    hours: 'Mo 09:00-12:00',
    sources: ['x'],
  });
  const recent = place({
    updated: '2023-01-01',
    name: 'Récent',
    services: ['B'],
    lat: 1,
    lon: 1,
    position: 'commune-centre',
    sources: ['y'],
  });

  it('lets the recent speak and the older fill, in either order', () => {
    for (const merged of [mergePlaces(old, recent), mergePlaces(recent, old)]) {
      expect(merged).toMatchObject({
        name: 'Récent',
        lat: 45,
        lon: 5,
        position: 'given',
        hours: 'Mo 09:00-12:00',
      });
      expect([...merged.services].sort()).toEqual(['A', 'B']);
      expect([...merged.sources].sort()).toEqual(['x', 'y']);
    }
    expect(mergeById([recent, place({ id: 'b' }), old]).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('traits', () => {
  const traits = traitsOf(
    place({
      kind: 'conseiller-numerique',
      services: [SERVICES[1] as string],
      fees: ['Gratuit'],
      support: ['En autonomie'],
    }),
  );

  it('answer the filter: any kind, every service, free, assisted', () => {
    expect(kindOfTraits(traits)).toBe('conseiller-numerique');
    expect(matchesTraits(traits, NO_FILTER)).toBe(true);
    expect(matchesTraits(traits, { ...NO_FILTER, kinds: ['france-services'] })).toBe(false);
    expect(
      matchesTraits(traits, { ...NO_FILTER, kinds: ['france-services', 'conseiller-numerique'], free: true }),
    ).toBe(true);
    expect(
      matchesTraits(traits, { ...NO_FILTER, services: [SERVICES[1] as string, SERVICES[2] as string] }),
    ).toBe(false);
    expect(matchesTraits(traits, { ...NO_FILTER, services: ['inconnu'] })).toBe(false);
    expect(matchesTraits(traits, { ...NO_FILTER, assisted: true })).toBe(false);
  });
});

describe('addresses', () => {
  it.each([
    ['MARSEILLE 11', 'MARSEILLE'],
    ['Saint-Étienne-de-St-Geoirs', 'SAINT ETIENNE DE SAINT GEOIRS'],
    ['ST DENIS CEDEX 01', 'SAINT DENIS'],
    ['Paris 12e Arrondissement', 'PARIS'],
    ['Ste-Marie', 'SAINTE MARIE'],
  ])('« %s » is %s', (name, key) => expect(townKey(name)).toBe(key));
});

describe('the week of a France services structure', () => {
  it('becomes OSM opening hours', () => {
    expect(
      weekToOsm([
        '09:00 - 12:00 / 13:30 - 17:00',
        '09:00 - 12:00 / 13:30 - 17:00',
        '',
        '9h - 12h',
        'fermé',
        '',
      ]),
    ).toBe('Mo-Tu 09:00-12:00,13:30-17:00; Th 09:00-12:00');
    expect(weekToOsm(['', '', '', '', '', ''])).toBeNull();
  });
});
