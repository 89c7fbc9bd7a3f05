import { countryKeysOf } from './keys/country-keys.ts';
import { guessFigures } from './figures/guess-figures.ts';
import type { TableRows } from './join/join-rows.ts';
import { joiningTable, type JoinedTable } from './join/join-table.ts';
import type { KeySources } from './keys/match.ts';
import type { FigureColumn, TableReading } from './reading.ts';
import { recogniseKey } from './keys/recognise-key.ts';
import type { Territories } from '../territory/territories.ts';
import { territories } from '../territory/fixture.ts';

/** A small country: homonyms, a merger, a city of arrondissements, a postcode of two communes, a split. */
export const country = (): Territories =>
  territories(
    [
      {
        level: 'commune',
        code: '01001',
        name: 'L’Abergement-Clémenciat',
        departement: '01',
        region: '84',
        epci: '200000001',
        population: 800,
        postcodes: ['01400'],
      },
      {
        level: 'commune',
        code: '01004',
        name: 'Ambérieu-en-Bugey',
        departement: '01',
        region: '84',
        epci: '200000001',
        population: 14_000,
        postcodes: ['01500'],
      },
      {
        level: 'commune',
        code: '01015',
        name: 'Arboys en Bugey',
        departement: '01',
        region: '84',
        epci: '200000001',
        population: 600,
        postcodes: ['01300'],
      },
      {
        level: 'commune',
        code: '38185',
        name: 'Grenoble',
        departement: '38',
        region: '84',
        epci: '200000002',
        population: 150_000,
        postcodes: ['38000', '38100'],
      },
      {
        level: 'commune',
        code: '38421',
        name: 'Saint-Martin-d’Hères',
        departement: '38',
        region: '84',
        epci: '200000002',
        population: 38_000,
        postcodes: ['38400'],
      },
      {
        level: 'commune',
        code: '38151',
        name: 'Échirolles',
        departement: '38',
        region: '84',
        epci: '200000002',
        population: 36_000,
        postcodes: ['38130'],
      },
      {
        level: 'commune',
        code: '38229',
        name: 'Meylan',
        departement: '38',
        region: '84',
        epci: '200000002',
        population: 18_000,
        postcodes: ['38240'],
      },
      {
        level: 'commune',
        code: '38528',
        name: 'Saint-Denis',
        departement: '38',
        region: '84',
        epci: '200000002',
        population: 2_000,
        postcodes: ['38240'],
      },
      {
        level: 'commune',
        code: '93066',
        name: 'Saint-Denis',
        departement: '93',
        region: '11',
        epci: null,
        population: 150_000,
        postcodes: ['93200'],
      },
      {
        level: 'commune',
        code: '69123',
        name: 'Lyon',
        departement: '69',
        region: '84',
        epci: null,
        population: 500_000,
        postcodes: ['69001', '69002'],
      },
      {
        level: 'arrondissement',
        code: '69381',
        name: 'Lyon 1er',
        commune: '69123',
        departement: '69',
        region: '84',
        population: 30_000,
      },
      {
        level: 'arrondissement',
        code: '69382',
        name: 'Lyon 2e',
        commune: '69123',
        departement: '69',
        region: '84',
        population: 10_000,
      },
      { level: 'epci', code: '200000001', name: 'CC de la Plaine de l’Ain', departement: '01', region: '84' },
      { level: 'epci', code: '200000002', name: 'Grenoble-Alpes-Métropole', departement: '38', region: '84' },
      { level: 'departement', code: '01', name: 'Ain', region: '84' },
      { level: 'departement', code: '38', name: 'Isère', region: '84' },
      { level: 'departement', code: '69', name: 'Rhône', region: '84' },
      { level: 'departement', code: '93', name: 'Seine-Saint-Denis', region: '11' },
      { level: 'region', code: '84', name: 'Auvergne-Rhône-Alpes' },
      { level: 'region', code: '11', name: 'Île-de-France' },
    ],
    // Merged in 2024 (one of them) and long before.
    { '01340': '01015', '01039': '01015' },
  );

/** A table out of rows, its headings first; lines count from 2. */
export const tableOf = ([headings = [], ...rows]: readonly (readonly string[])[]): TableRows => ({
  headings,
  rows,
  lines: rows.map((_, at) => at + 2),
});

export const NO_SOURCES: KeySources = { zones: null, located: null };

/** How a table reads by itself, without a person; `changes` is what a person would have corrected. */
export function readingOf(
  { headings, rows }: TableRows,
  among: Territories,
  changes: Partial<TableReading> = {},
): TableReading {
  const [guess] = recogniseKey(headings, rows, among);
  if (!guess && !changes.columns) throw new Error('nothing is recognised in this table');
  const { key, columns, level, within } = { ...guess, ...changes } as TableReading;
  return {
    key,
    columns,
    level,
    within,
    mainHeading: headings[columns.main] ?? '',
    secondHeading: columns.second === null ? null : (headings[columns.second] ?? null),
    duplicates: 'refuse',
    figures: guessFigures(headings, rows, columns).filter((one): one is FigureColumn => one !== null),
    ...changes,
  };
}

/** Joins at once. */
export function joinTable(
  table: TableRows,
  reading: TableReading,
  among: Territories,
  sources = NO_SOURCES,
): JoinedTable {
  countryKeysOf(among);
  const steps = joiningTable(table, reading, among, sources);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
