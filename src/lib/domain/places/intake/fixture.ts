import { territories } from '../../territory/fixture.ts';
import { CommuneFinder } from '../locate.ts';
import { checkRows, type CheckedRow } from './check-rows.ts';
import type { IntakeField } from './fields.ts';

/** A few communes for tests: one of each difficulty. */
export const country = territories(
  [
    {
      level: 'commune',
      code: '01004',
      name: 'Ambérieu-en-Bugey',
      departement: '01',
      postcodes: ['01500'],
      lat: 45.96,
      lon: 5.36,
    },
    {
      level: 'commune',
      code: '34145',
      name: 'Lunel',
      departement: '34',
      postcodes: ['34400'],
      lat: 43.68,
      lon: 4.14,
    },
    {
      level: 'commune',
      code: '38185',
      name: 'Grenoble',
      departement: '38',
      postcodes: ['38000', '38100'],
      lat: 45.18,
      lon: 5.72,
    },
    {
      level: 'commune',
      code: '2A004',
      name: 'Ajaccio',
      departement: '2A',
      postcodes: ['20000', '20090'],
      lat: 41.93,
      lon: 8.7,
    },
    {
      level: 'commune',
      code: '93066',
      name: 'Saint-Denis',
      departement: '93',
      postcodes: ['93200', '93380'],
      lat: 48.93,
      lon: 2.36,
    },
    {
      level: 'commune',
      code: '75056',
      name: 'Paris',
      departement: '75',
      postcodes: ['75001'],
      lat: 48.86,
      lon: 2.34,
    },
    { level: 'arrondissement', code: '75101', name: 'Paris 1er', commune: '75056' },
  ],
  { '93059': '93066' },
);

export const surroundings = {
  finder: new CommuneFinder(country),
  today: '2026-11-25',
  listSource: 'liste-7',
};

/** The table whose columns are named after the fields that they feed. */
export function tableOf(rows: readonly Partial<Record<IntakeField, string>>[]) {
  const mapping = [...new Set(rows.flatMap((row) => Object.keys(row)))] as IntakeField[];
  return {
    ...surroundings,
    headings: mapping as string[],
    mapping,
    rows: rows.map((row) => mapping.map((field) => row[field] ?? '')),
    lines: rows.map((_, at) => at + 2),
  };
}

/** One row checked alone, in Grenoble unless it says otherwise. */
export function checkOne(row: Partial<Record<IntakeField, string>>): CheckedRow {
  const [checked] = checkRows(tableOf([{ nom: 'Espace numérique', code_insee: '38185', ...row }]));
  if (!checked) throw new Error('a row gives a row');
  return checked;
}
