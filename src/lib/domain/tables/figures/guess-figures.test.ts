import { expect, it } from 'vitest';
import type { FigureColumn } from '../reading.ts';
import { guessFigures } from './guess-figures.ts';

const KEY = { kind: 'commune', level: 'commune', main: 0, second: null } as unknown as Parameters<
  typeof guessFigures
>[2];

/** By what each rate of a table is weighted: a heading, the population, or nothing. */
function weights(headings: string[], rows: (string | number)[][]): Record<string, string> {
  const guesses = guessFigures(
    headings,
    rows.map((row) => row.map(String)),
    KEY,
  );
  const known = guesses.filter((guess): guess is FigureColumn => guess !== null);
  return Object.fromEntries(
    known
      .filter(({ kind }) => kind === 'rate')
      .map(({ heading, denominator }) => [
        heading,
        denominator.by === 'column'
          ? (known.find(({ slug }) => slug === denominator.slug)?.heading ?? '')
          : denominator.by,
      ]),
  );
}

it('a rate is weighted by what the rows show it was divided by, whatever its name', () => {
  const rows = [
    ['38185', 30, 120, '25,0'],
    ['38421', 5, 80, '6,3'],
    ['38151', 45, 90, '50,0'],
    ['38053', 1, 7, '14,3'],
  ];
  expect(weights(['code', 'aidés', 'reçus', 'part aidée (%)'], rows)).toEqual({ 'part aidée (%)': 'reçus' });
});

it('by a whole that its heading names, else by the population, never by some of it', () => {
  const rows = [
    ['38185', 10, '24,7', 900],
    ['38421', 321, '13,8', 40],
    ['38151', 275, '7,8', 77],
    ['38053', 12, '9,1', 3],
  ];
  const headings = ['code', 'menages_sans_ordinateur', 'part sans ordinateur (%)'];
  expect(weights(headings, rows)).toEqual({ 'part sans ordinateur (%)': 'population' });
  expect(weights([...headings, 'nombre de ménages'], rows)).toEqual({
    'part sans ordinateur (%)': 'nombre de ménages',
  });
});

/** What each column of a table seems to be. */
function kinds(headings: string[], values: (string | number)[][]): Record<string, string> {
  const rows = values.map((row, at) => [`3800${at + 1}`, ...row.map(String)]);
  const guesses = guessFigures(['code', ...headings], rows, KEY);
  return Object.fromEntries(
    headings.map((heading) => [heading, guesses.find((guess) => guess?.heading === heading)?.kind ?? '']),
  );
}

it('headings are read by whole words', () => {
  const counted = [
    'Nombre de participants',
    'Appartements',
    'Population étrangère',
    'Personnes à l’écoute',
    'Numérique : non équipés',
    'Longue durée',
    'Partenaires',
  ];
  const rows = [1, 2, 3].map((at) => counted.map((_, column) => 10 * at + column));
  expect(kinds(counted, rows)).toEqual(Object.fromEntries(counted.map((heading) => [heading, 'count'])));
  expect(
    kinds(
      ['taux_pauvrete', 'Part des seniors', 'tx chômage', 'Coût moyen', 'Rangs', 'num_voie', 'Longitude'],
      [
        [12.5, 30, 8, 120, 3, 12, 5.7],
        [14.1, 31, 9, 99, 4, 13, 5.8],
      ],
    ),
  ).toEqual({
    taux_pauvrete: 'rate',
    'Part des seniors': 'rate',
    'tx chômage': 'rate',
    'Coût moyen': 'euros',
    Rangs: 'score',
    num_voie: '',
    Longitude: '',
  });
});

it('whole numbers above 100 are no rate, whatever they are called', () => {
  expect(kinds(['Parts de marché'], [[120], [300]])).toEqual({ 'Parts de marché': 'count' });
});

it('letters are classes, « C » and « S » among them; elsewhere these two are secrets', () => {
  const classes = (texts: string[]) =>
    guessFigures(
      ['code', 'classe'],
      texts.map((text, at) => [`3800${at}`, text]),
      KEY,
    )[1]?.classes;
  expect(classes(['A', 'B', 'C', 'D', 'C', 'A', 'B'])).toEqual(['A', 'B', 'C', 'D']);
  expect(classes(['rural', 'urbain', 's', 'rural', 'urbain', 'c'])).toEqual(['rural', 'urbain']);
});
