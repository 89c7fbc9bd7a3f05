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
