import { expect, it } from 'vitest';
import { country, readingOf, tableOf } from '../../domain/tables/fixture.ts';
import type { TableReading } from '../../domain/tables/reading.ts';
import { ownIndicators } from './own-indicators.ts';

const formulas = (key: string, changes: Partial<TableReading> = {}) => {
  const reading = readingOf(
    tableOf([
      ['code', 'taux', 'effectif'],
      [key, '10', '100'],
      ['38185', '20', '300'],
    ]),
    country(),
    { key: 'commune', columns: { main: 0, second: null }, level: 'commune', within: null, ...changes },
  );
  const report = { rowsRead: 2, rowsJoined: 2 };
  const described = { name: 'Foyers', year: '2024' };
  return ownIndicators({ id: 1, description: described, file: 'f.csv', reading, report }).map(
    ({ formula }) => formula,
  );
};

it('the formula of a mean says what weighs its rows, and what happens where nothing does', () => {
  const [iris, count] = formulas('381850101', { key: 'iris' });
  expect(iris).toContain('pondérées par le dénominateur du tableau');
  expect(iris).toContain('moyenne simple, marquée « estimé »');
  expect(iris).toContain('anciennes communes');
  expect(count).toBe('Lue dans f.csv. Les lignes des IRIS d’une commune sont réunies.');
  expect(formulas('38000', { key: 'postcode' })[0]).toContain('pour autant dans chacun');
  expect(formulas('38421')[0]).toContain('sans lui, la commune n’a de chiffre que si elles ont le même');
  expect(formulas('38', { key: 'departement', level: 'departement' })[0]).toBe('Lue dans f.csv.');
});
