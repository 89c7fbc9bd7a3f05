import { describe, expect, it } from 'vitest';
import { frenchNumerals } from '../../format/numerals.ts';
import { ABSENT, SECRET, known, type Cell } from '../indicators/value.ts';
import { gatherClosings } from '../copper/closing.ts';
import { premisesWithoutFibre } from '../copper/premises.ts';
import { dayNumber } from '../indicators/day-number.ts';
import { measureCoverage } from '../access/coverage.ts';
import { findingsOf } from './findings.ts';
import type { Figure, Portrait, Reference, Standing } from './portrait.ts';

const reference = (level: Reference['level'], name: string, population = 1_000): Reference => ({
  level,
  code: name,
  name,
  departement: null,
  slug: name,
  population,
});
const commune = reference('commune', 'Vif');
const departement = reference('departement', 'Isère');
const france = reference('france', 'France');

const figure = (indicator: string, cell: Cell, extra: Partial<Figure> = {}): Figure => ({
  indicator,
  source: 'filosofi-2021',
  cell,
  aggregated: false,
  comparisons: [],
  standings: [],
  classes: null,
  ...extra,
});
const among = (below: number, above: number): Standing[] => [
  { within: france, level: 'commune', position: { below, equal: 1, above, known: below + above + 1 } },
];
const beside = (inDepartement: number, inFrance: number): Figure['comparisons'] => [
  { to: departement, cell: known(inDepartement) },
  { to: france, cell: known(inFrance) },
];

const TODAY = '2026-11-26';

const portrait = (figures: Figure[], extra: Partial<Portrait> = {}): Portrait => ({
  territory: commune,
  parents: [departement, france],
  communes: 1,
  figures,
  filtered: false,
  places: {
    total: 2,
    byKind: { 'france-services': 1, 'conseiller-numerique': 1, mediation: 0 },
    communes: 1,
  },
  nearest: null,
  coverage: null,
  copper: null,
  ...extra,
});

/** The sentence of a rule, with plain spaces. */
function say(id: string, subject: Portrait): string | undefined {
  const found = findingsOf(subject, frenchNumerals, TODAY).find((finding) => finding.id === id);
  return found?.text.replace(/[\u00a0\u202f]/g, ' ');
}

describe('standard of living', () => {
  it('is placed among communes at either end', () => {
    const low = figure('niveau-de-vie-median', known(15_850), { standings: among(3, 96) });
    expect(say('niveau-de-vie', portrait([low]))).toBe(
      'La moitié des habitants vivent avec moins de 15 850 € par an (2021) : c’est moins que dans 96 % des 100 communes de France où ce chiffre est connu.',
    );
    const high = figure('niveau-de-vie-median', known(40_000), { standings: among(90, 9) });
    expect(say('niveau-de-vie', portrait([high]))).toContain('c’est plus que dans 90 % des 100 communes');
  });

  it('is compared with its parents in the middle, and says that they are means', () => {
    const middle = figure('niveau-de-vie-median', known(22_140), {
      standings: among(50, 49),
      comparisons: beside(24_383, 23_387),
    });
    expect(say('niveau-de-vie', portrait([middle]))).toBe(
      'La moitié des habitants vivent avec moins de 22 140 € par an (2021), contre 24 383 € par an dans le département et 23 387 € par an en France (moyennes pondérées des médianes communales).',
    );
  });

  it('of a group is a mean of medians, under that name', () => {
    const group = figure('niveau-de-vie-median', known(23_315), { aggregated: true });
    expect(say('niveau-de-vie', portrait([group], { territory: departement, parents: [france] }))).toContain(
      'moyenne pondérée des médianes',
    );
  });

  it('says why it is not known, and nothing where there is nobody', () => {
    expect(say('niveau-de-vie', portrait([figure('niveau-de-vie-median', SECRET)]))).toContain(
      'secret statistique',
    );
    expect(say('niveau-de-vie', portrait([figure('niveau-de-vie-median', ABSENT)]))).toContain(
      'on ne le connaît pas',
    );
    const empty = { territory: reference('commune', 'Beaumont', 0) };
    expect(say('niveau-de-vie', portrait([figure('niveau-de-vie-median', ABSENT)], empty))).toBeUndefined();
  });
});

describe('poverty', () => {
  it('never takes secrecy for a low rate', () => {
    expect(say('pauvrete', portrait([figure('taux-de-pauvrete', SECRET)]))).toBe(
      'Le taux de pauvreté 2021 de la commune est sous secret statistique : il n’est pas publié, ce qui ne veut pas dire qu’il est faible.',
    );
  });

  it('keeps « ou moins » and gives it no rank', () => {
    expect(say('pauvrete', portrait([figure('taux-de-pauvrete', known(5, ['floor']))]))).toBe(
      'Le taux de pauvreté est de 5 % ou moins (2021).',
    );
  });

  it('never gives a partial rate as the territory’s own', () => {
    const partial: Cell = { state: 'incomplete', value: 17.3, cover: 0.73, marks: [] };
    expect(say('pauvrete', portrait([figure('taux-de-pauvrete', partial)]))).toBe(
      'Le taux de pauvreté 2021 n’est pas calculable : il est inconnu pour 27 % des habitants. Il est de 17,3 % dans les communes connues seulement, souvent les plus grandes, et ne vaut pas pour l’ensemble.',
    );
  });
});

describe('fibre', () => {
  it('counts the points behind the département', () => {
    const behind = figure('fibre-2026', known(62.1), { comparisons: beside(91.2, 93) });
    expect(say('fibre', portrait([behind]))).toBe(
      '62,1 % des logements et locaux professionnels sont raccordables à la fibre (2026), soit 29 points de moins que dans le département (91,2 %).',
    );
  });

  it('does not take an absent value for zero', () => {
    expect(say('fibre', portrait([figure('fibre-2026', ABSENT)]))).toContain(
      'on ne sait pas, ce qui ne veut pas dire zéro',
    );
    expect(say('fibre', portrait([figure('fibre-2026', known(0))]))).toBe(
      'Aucun local n’est raccordable à la fibre (2026).',
    );
  });
});

describe('people', () => {
  it('says a high share of elders, and a low share of diplomas only', () => {
    const old = figure('part-65-ans-et-plus', known(41.3), { standings: among(97, 2) });
    expect(say('age', portrait([old]))).toContain('c’est plus que dans 97 %');
    const graduates = figure('part-diplomes-superieur', known(51.4), { standings: among(97, 2) });
    expect(say('diplomes', portrait([graduates]))).toBeUndefined();
  });

  it('says that nobody lives there', () => {
    const empty = { territory: reference('commune', 'Beaumont', 0) };
    expect(say('sans-habitants', portrait([], empty))).toContain('n’a pas d’habitants');
  });
});

describe('places', () => {
  const none = {
    total: 0,
    byKind: { 'france-services': 0, 'conseiller-numerique': 0, mediation: 0 },
    communes: 0,
  };

  it('are counted, France services apart', () => {
    expect(say('lieux', portrait([]))).toBe(
      '2 lieux d’aide au numérique sont recensés dans la commune, dont 1 France services.',
    );
  });

  it('name the nearest one where there is none, unless it is across an ocean', () => {
    const nearest = { name: 'France services', town: 'Nontron', distance: 9_900, approximate: false };
    expect(say('lieux', portrait([], { places: none, nearest }))).toBe(
      'Aucun lieu d’aide au numérique n’est recensé dans la commune ; le plus proche du centre, France services (Nontron), est à 9,9 km à vol d’oiseau.',
    );
    const far = { ...nearest, distance: 3_268_000 };
    expect(say('lieux', portrait([], { places: none, nearest: far }))).toContain(
      'ni à moins de 100 km du centre',
    );
  });

  it('of a filter are named as such', () => {
    expect(say('lieux', portrait([], { filtered: true }))).toContain(
      '2 lieux correspondant aux critères sont recensés',
    );
  });

  it('count the people who live far from one', () => {
    const coverage = measureCoverage(
      [
        { distance: 12_000, people: 300, elders: 90, group: null },
        { distance: 1_000, people: 700, elders: 100, group: null },
      ],
      5,
    );
    expect(say('eloignes', portrait([], { territory: departement, coverage }))).toBe(
      '300 habitants (30,0 %) vivent dans une commune dont le centre est à plus de 10 km d’un lieu d’aide au numérique, à vol d’oiseau, dont 90 de 65 ans ou plus.',
    );
  });
});

describe('the end of copper', () => {
  const place = (closing: number, day: string | null, without: number) => ({
    closing: known(closing),
    day: day === null ? ABSENT : known(dayNumber(day) ?? Number.NaN),
    fibre: premisesWithoutFibre({
      premises: known(58_448),
      without: known(without),
      dwellings: ABSENT,
      fibre: ABSENT,
    }),
  });
  const one = (...of: Parameters<typeof place>) => portrait([], { copper: gatherClosings([place(...of)]) });

  it('of a commune is a date, and who has no fibre yet', () => {
    expect(say('cuivre', one(2028, '2028-01-31', 1631))).toBe(
      'Le réseau téléphonique en cuivre, qui porte l’ADSL, fermera dans la commune le 31 janvier 2028 au plus tard ; 1 631 locaux (2,8 %) n’y ont pas encore la fibre. Leurs occupants perdront leur connexion si rien ne change d’ici là.',
    );
    expect(say('cuivre', one(0, '2021-03-31', 1))).toBe(
      'Le réseau téléphonique en cuivre, qui porte l’ADSL, est fermé dans la commune depuis le 31 mars 2021 ; 1 local (0,1 %) n’y a pas encore la fibre.',
    );
    expect(say('cuivre', one(0, '2021-03-31', 0))).toContain('tous les locaux y sont raccordables');
  });

  it('without a date is not « never »', () => {
    expect(say('cuivre', one(9999, null, 20))).toContain(
      'n’a pas encore de date de fermeture dans la commune ; il fermera partout d’ici à 2030',
    );
  });

  it('of a group counts communes by what is left, and says nothing where no calendar is loaded', () => {
    const copper = gatherClosings([
      place(2027, '2027-01-31', 100),
      place(2028, '2028-01-31', 1000),
      place(0, '2021-03-31', 0),
      place(9999, null, 5),
    ]);
    const group = { territory: departement, parents: [france], communes: 4, copper };
    expect(say('cuivre', portrait([], group))).toBe(
      'Le réseau téléphonique en cuivre, qui porte l’ADSL, fermera d’ici au 26 novembre 2028 dans 2 des 4 communes du département ; 1 100 locaux (0,9 %) n’y ont pas encore la fibre, dont 100 d’ici au 26 novembre 2027. Leurs occupants perdront leur connexion si rien ne change d’ici là. Il est déjà fermé dans 1 commune ; tous les locaux y sont raccordables à la fibre.',
    );
    expect(say('cuivre', portrait([]))).toBeUndefined();
  });

  it('of a group that closes later on, or has no date yet, is said all the same', () => {
    const group = (...places: ReturnType<typeof place>[]) =>
      say(
        'cuivre',
        portrait([], {
          territory: departement,
          parents: [france],
          communes: places.length,
          copper: gatherClosings(places),
        }),
      );
    expect(
      group(place(2030, '2030-11-30', 40), place(2030, '2030-01-31', 60), place(0, '2021-03-31', 0)),
    ).toBe(
      'Le réseau téléphonique en cuivre, qui porte l’ADSL, fermera à partir du 31 janvier 2030 dans 2 des 3 communes du département ; 100 locaux (0,1 %) n’y ont pas encore la fibre. Il est déjà fermé dans 1 commune ; tous les locaux y sont raccordables à la fibre.',
    );
    expect(group(place(9999, null, 7), place(9999, null, 0))).toBe(
      'Le réseau téléphonique en cuivre, qui porte l’ADSL, n’a pas encore de date de fermeture dans 2 des 2 communes du département ; il fermera partout d’ici à 2030 ; 7 locaux (0,1 %) n’y ont pas encore la fibre.',
    );
    expect(group(place(0, '2021-03-31', 0))).toContain('est déjà fermé dans 1 des 1 commune');
  });
});

describe('every sentence', () => {
  it('carries at least one source', () => {
    const all = portrait([
      figure('niveau-de-vie-median', known(20_000)),
      figure('taux-de-pauvrete', known(20)),
      figure('fibre-2026', known(80)),
      figure('part-65-ans-et-plus', known(20)),
    ]);
    for (const { sources } of findingsOf(all, frenchNumerals, TODAY))
      expect(sources.length).toBeGreaterThan(0);
  });
});
