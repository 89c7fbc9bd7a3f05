import { describe, expect, it } from 'vitest';
import { cellAt } from '../../indicators/column.ts';
import { territories } from '../../territory/fixture.ts';
import type { Level } from '../../territory/level.ts';
import { guessFigures } from '../figures/guess-figures.ts';
import { country, joinTable, readingOf, tableOf } from '../fixture.ts';
import { pointKey } from '../keys/match.ts';
import { recogniseKey } from '../keys/recognise-key.ts';
import type { TableReading } from '../reading.ts';
import type { JoinedTable } from './join-table.ts';

const among = country();

const cellOf = ({ columns }: JoinedTable, level: Level, code: string, slug = 'foyers') => {
  const found = columns.find((one) => one.level === level && one.slug === slug);
  const territory = among.get(level, code);
  if (!found || !territory) throw new Error(`no column ${slug} at ${level}`);
  return cellAt(found.column, territory.ordinal);
};

const join = (rows: readonly (readonly string[])[], changes: Partial<TableReading> = {}) => {
  const table = tableOf(rows);
  const reading = readingOf(table, among, changes);
  return { reading, joined: joinTable(table, reading, among) };
};

describe('each kind of key is recognised by what the columns hold', () => {
  it('INSEE codes, zeros lost, former communes summed, arrondissements making their city', () => {
    const { reading, joined } = join([
      ['territoire', 'foyers'],
      ['1001', '10'],
      ['01340', '3'],
      ['01039', '4'],
      ['38185', '1 200'],
      ['69381', '5'],
      ['69382', '6'],
    ]);
    expect(reading).toMatchObject({ key: 'commune', columns: { main: 0 }, level: 'commune' });
    expect(joined.report).toMatchObject({ rowsRead: 6, rowsJoined: 6, zeros: 1, unmatched: {} });
    expect(cellOf(joined, 'commune', '01001').value).toBe(10);
    expect(cellOf(joined, 'commune', '01015')).toMatchObject({ value: 7, marks: ['rolled'] });
    expect(cellOf(joined, 'commune', '69123').value).toBe(11);
    expect(cellOf(joined, 'arrondissement', '69382').value).toBe(6);
    expect(cellOf(joined, 'commune', '38151')).toMatchObject({ state: 'absent', value: null });
    // 01039 ceased on 1 January 2023, and 01340 long before.
    expect(joined.report.edition).toMatchObject({ from: null, to: 2020, mergedCount: 2 });
  });

  it('SIREN of intercommunalités, beside which the total is set aside', () => {
    const { reading, joined } = join([
      ['EPCI', 'foyers'],
      ['200000001', '10'],
      ['200 000 002', '20'],
      ['Total', '30'],
    ]);
    expect(reading).toMatchObject({ key: 'epci', level: 'epci' });
    expect(joined.report.unmatched).toEqual({ total: 1 });
    expect(cellOf(joined, 'epci', '200000002').value).toBe(20);
  });

  it('départements by code or by name, régions by name', () => {
    const byCode = join([
      ['dep', 'foyers'],
      ['1', '10'],
      ['38', '20'],
    ]);
    expect(byCode.reading).toMatchObject({ key: 'departement', level: 'departement' });
    expect(cellOf(byCode.joined, 'departement', '01').value).toBe(10);
    const byName = join([
      ['Département', 'foyers'],
      ['ISERE', '20'],
      ['Ain', '10'],
    ]);
    expect(byName.reading.level).toBe('departement');
    expect(cellOf(byName.joined, 'departement', '38').value).toBe(20);
    const regions = join([
      ['région', 'foyers'],
      ['Île de France', '5'],
      ['auvergne rhone alpes', '6'],
    ]);
    expect(regions.reading.level).toBe('region');
    expect(cellOf(regions.joined, 'region', '11').value).toBe(5);
  });

  it('names with their département, homonyms apart', () => {
    const { reading, joined } = join([
      ['commune', 'département', 'foyers'],
      ['SAINT DENIS', '93', '1'],
      ['Saint-Denis', 'Isère', '2'],
      ['ABERGEMENT-CLEMENCIAT (L’)', '01', '3'],
      ['Grenoble', '01', '4'],
    ]);
    expect(reading).toMatchObject({ key: 'name', columns: { main: 0, second: 1 }, level: 'commune' });
    expect(cellOf(joined, 'commune', '93066').value).toBe(1);
    expect(cellOf(joined, 'commune', '38528').value).toBe(2);
    expect(cellOf(joined, 'commune', '01001').value).toBe(3);
    expect(joined.unmatched).toEqual([
      { line: 5, text: 'Grenoble · 01', reason: 'not-there', detail: 'Grenoble (38)' },
    ]);
  });

  it('names alone: two matches are explained, but where the whole table is of one département', () => {
    const rows = [
      ['commune', 'foyers'],
      ['Grenoble', '1'],
      ['Meylan', '2'],
      ['Échirolles', '3'],
      ['Saint-Denis', '4'],
    ];
    const within = join(rows);
    expect(within.reading).toMatchObject({ key: 'name', within: '38' });
    expect(cellOf(within.joined, 'commune', '38528').value).toBe(4);
    const { joined } = join(rows, { within: null });
    expect(joined.unmatched).toEqual([
      { line: 5, text: 'Saint-Denis', reason: 'several', detail: 'Saint-Denis (38), Saint-Denis (93)' },
    ]);
  });

  it('postcodes, shared out by population between their communes, rates alike', () => {
    const { reading, joined } = join([
      ['code postal', 'foyers', 'taux de pauvreté'],
      ['38000', '50', '20'],
      ['38100', '70', '10'],
      ['38240', '200', '12'],
      ['01500', '8', 's'],
    ]);
    expect(reading).toMatchObject({ key: 'postcode', level: 'commune' });
    expect(cellOf(joined, 'commune', '38185')).toMatchObject({ state: 'value', value: 120 });
    expect(cellOf(joined, 'commune', '38229')).toMatchObject({ state: 'estimated', value: 180 });
    expect(cellOf(joined, 'commune', '38528')).toMatchObject({ state: 'estimated', value: 20 });
    expect(cellOf(joined, 'commune', '38528', 'taux-de-pauvrete').value).toBe(12);
    expect(cellOf(joined, 'commune', '38185', 'taux-de-pauvrete').value).toBe(15);
    expect(cellOf(joined, 'commune', '01004', 'taux-de-pauvrete').state).toBe('secret');
    expect(joined.report.gathering).toEqual({ gathered: 1, shared: 1 });
    expect(joined.report.columns[1]?.spread).toEqual({ widest: 5, mean: 5 });
  });

  it('IRIS, gathered by the denominator of the table', () => {
    const { reading, joined } = join([
      ['CODE_IRIS', 'LIB', 'population', 'taux'],
      ['381850101', 'Centre', '100', '10'],
      ['381850102', 'Île verte', '300', '20'],
      ['010040000', 'Ambérieu', '50', '5,5'],
    ]);
    expect(reading.key).toBe('iris');
    expect(cellOf(joined, 'commune', '38185', 'taux').value).toBe(17.5);
    expect(cellOf(joined, 'commune', '01004', 'taux').value).toBe(5.5);
  });

  it('QPV, when the zones are loaded; else their rows are explained', () => {
    const table = tableOf([
      ['qpv', 'foyers'],
      ['QN03801M', '30'],
      ['QN03802M', '40'],
    ]);
    const reading = readingOf(table, among);
    expect(reading.key).toBe('qpv');
    expect(joinTable(table, reading, among).report.unmatched).toEqual({ 'not-loaded': 2 });
    const zones = new Map([
      ['QN03801M', { communes: ['38185'], population: 3_000 }],
      ['QN03802M', { communes: ['38151', '38421'], population: null }],
    ]);
    const joined = joinTable(table, reading, among, { zones, located: null });
    expect(cellOf(joined, 'commune', '38185').value).toBe(30);
    const shared = ['38151', '38421'].map((code) => cellOf(joined, 'commune', code).value ?? 0);
    expect(shared.reduce((a, b) => a + b)).toBeCloseTo(40, 9);
  });

  it('points, in the commune whose outline holds them', () => {
    const table = tableOf([
      ['nom', 'latitude', 'longitude', 'foyers'],
      ['a', '45.1885', '5.7245', '3'],
      ['b', '45,19', '5,73', '4'],
      ['c', '0', '0', '5'],
      ['d', '48.5', '2.5', '6'],
    ]);
    const reading = readingOf(table, among);
    expect(reading).toMatchObject({ key: 'point', columns: { main: 1, second: 2 } });
    const located = new Map([
      [pointKey(45.1885, 5.7245), '38185'],
      [pointKey(45.19, 5.73), '38185'],
      [pointKey(48.5, 2.5), null],
    ]);
    const joined = joinTable(table, reading, among, { zones: null, located });
    expect(cellOf(joined, 'commune', '38185').value).toBe(7);
    expect(joined.report.unmatched).toEqual({ 'bad-position': 1, outside: 1 });
  });
});

describe('what is wrong in a table is said', () => {
  it('nothing is recognised in a table of something else', () => {
    const table = tableOf([
      ['couleur', 'prix'],
      ['rouge', '10'],
      ['bleu', '12'],
    ]);
    expect(() => readingOf(table, among)).toThrow('nothing is recognised');
  });

  it('small counts are no codes of départements, which are written as codes or stand there nearly all', () => {
    const recognised = (...cells: string[]) =>
      recogniseKey(
        ['où', 'valeur'],
        cells.map((cell) => ['x', cell]),
        among,
      ).map(({ key, columns }) => [key, columns.main]);
    expect(recognised('1', '38')).toEqual([]);
    expect(recognised('01', '38')).toEqual([['departement', 1]]);
    expect(recognised('1', '38', '69', '93')).toEqual([['departement', 1]]);
  });

  it('names of which nearly each row has its own are no categories', () => {
    const kinds = (...names: string[]) =>
      guessFigures(
        ['code', 'lieu'],
        names.map((name, at) => [`3818${at}`, name]),
        { main: 0, second: null },
      )[1]?.kind;
    expect(kinds('Centre', 'Nord', 'Sud', 'Port', 'Est')).toBeUndefined();
    expect(kinds('rural', 'urbain', 'rural', 'urbain', 'rural')).toBe('category');
  });

  it('a territory whose name is a word for a total is no total', () => {
    const country = territories([
      { level: 'departement', code: '80', name: 'Somme' },
      { level: 'departement', code: '01', name: 'Ain' },
    ]);
    const table = tableOf([
      ['territoire', 'foyers'],
      ['SOMME', '2'],
      ['Ain', '1'],
      ['Total', '3'],
    ]);
    const { report } = joinTable(table, readingOf(table, country), country);
    expect(report).toMatchObject({ rowsJoined: 2, unmatched: { total: 1 } });
  });

  it('mixed levels are split, each row explained', () => {
    const { joined } = join(
      [
        ['code', 'foyers'],
        ['38185', '10'],
        ['38421', '20'],
        ['38151', '30'],
        ['38229', '30'],
        ['200000002', '90'],
      ],
      { key: 'commune', columns: { main: 0, second: null }, level: 'commune', within: null },
    );
    expect(joined.unmatched).toEqual([
      { line: 6, text: '200000002', reason: 'other-level', detail: 'Grenoble-Alpes-Métropole' },
    ]);
  });

  it('two rows of one code that differ are both refused, alike ones counted once, summed when asked', () => {
    const rows = [
      ['insee', 'foyers'],
      ['38185', '10'],
      ['38185', '12'],
      ['38421', '5'],
      ['38421', '5'],
    ];
    const { joined } = join(rows);
    expect(joined.report.unmatched).toEqual({ duplicate: 2, repeated: 1 });
    expect(cellOf(joined, 'commune', '38185').state).toBe('absent');
    expect(cellOf(joined, 'commune', '38421').value).toBe(5);
    const summed = join(rows, { duplicates: 'sum' }).joined;
    expect(cellOf(summed, 'commune', '38185').value).toBe(22);
    expect(summed.report).toMatchObject({ summed: 2, unmatched: {} });
  });

  it('texts, formulas and blanks in a column of numbers are told apart, none becomes 0', () => {
    const { joined } = join([
      ['insee', 'foyers'],
      ['38185', '=1+1'],
      ['38421', 'beaucoup'],
      ['38151', ''],
      ['38229', 's'],
      ['01004', '#REF!'],
      ['01001', '1 234,5'],
      ['93066', '12'],
      ['69123', '0'],
    ]);
    expect(joined.report.unread).toEqual([
      { line: 2, heading: 'foyers', text: '=1+1', reason: 'formula' },
      { line: 3, heading: 'foyers', text: 'beaucoup', reason: 'text' },
      { line: 6, heading: 'foyers', text: '#REF!', reason: 'error' },
    ]);
    expect(joined.report.columns[0]).toMatchObject({ known: 3, secret: 1, absent: 4, unread: 3 });
    expect(cellOf(joined, 'commune', '38229').state).toBe('secret');
    expect(cellOf(joined, 'commune', '01001').value).toBe(1234.5);
    expect(cellOf(joined, 'commune', '69123')).toMatchObject({ state: 'value', value: 0 });
  });

  it('a postcode taken for a code is said to be one', () => {
    const { joined } = join(
      [
        ['code', 'foyers'],
        ['38000', '1'],
        ['38185', '2'],
      ],
      {
        key: 'commune',
        columns: { main: 0, second: null },
        level: 'commune',
        within: null,
      },
    );
    expect(joined.unmatched).toEqual([
      { line: 2, text: '38000', reason: 'postcode', detail: 'Grenoble (38)' },
    ]);
  });
});
