import { describe, expect, it } from 'vitest';
import { cellAt } from '../../indicators/column.ts';
import { territories } from '../../territory/fixture.ts';
import type { Level } from '../../territory/level.ts';
import { country, joinTable, NO_SOURCES, readingOf, tableOf } from '../fixture.ts';
import { guessFigures } from '../figures/guess-figures.ts';
import type { JoinedTable } from './join-table.ts';
import { pointKey } from '../keys/match.ts';
import { ROWS, type TableReading } from '../reading.ts';
import { recogniseKey } from '../keys/recognise-key.ts';
import { rememberedReading } from '../remembered.ts';

const among = country();

const cellOf = ({ columns }: JoinedTable, level: Level, code: string, slug = 'foyers') => {
  const found = columns.find((one) => one.level === level && one.slug === slug);
  const territory = among.get(level, code);
  if (!found || !territory) throw new Error(`no column ${slug} at ${level}`);
  return cellAt(found.column, territory.ordinal);
};

const COMMUNES = {
  key: 'commune',
  columns: { main: 0, second: null },
  level: 'commune',
  within: null,
} as const;

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

  it('postcodes, shared out by population between their communes, rates weighted by it', () => {
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
    // As many people are supposed in each of its two postcodes: nobody counts them.
    expect(cellOf(joined, 'commune', '38185', 'taux-de-pauvrete')).toMatchObject({
      state: 'estimated',
      value: 15,
      marks: [],
    });
    expect(joined.report.columns[1]?.plain).toBeNull();
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

describe('a mean is weighted by what is known, and said to be plain where nothing is', () => {
  const rate = (rows: readonly (readonly string[])[], changes: Partial<TableReading> = {}) =>
    join([['code', 'taux', 'effectif'], ...rows], changes).joined;
  const byPopulation = (reading: TableReading): TableReading => ({
    ...reading,
    figures: reading.figures.map((figure) => ({ ...figure, denominator: { by: 'population' } })),
  });
  const joinBy = (
    rows: readonly (readonly string[])[],
    changes: Partial<TableReading> = {},
    sources = NO_SOURCES,
  ) => {
    const table = tableOf([['code', 'taux'], ...rows]);
    return joinTable(table, byPopulation(readingOf(table, among, changes)), among, sources);
  };
  const MERGER = [
    ['01340', '10'],
    ['01039', '20'],
    ['38185', '30'],
    ['38421', '40'],
  ];
  const SUMMED = { ...COMMUNES, duplicates: 'sum' } as const;

  it('postcodes: a part weighs the people of the commune who live there, not its share of the row', () => {
    const one = territories([
      { level: 'commune', code: '01001', name: 'Aube', population: 10_000, postcodes: ['01110', '01120'] },
      { level: 'commune', code: '01002', name: 'Brume', population: 90_000, postcodes: ['01120'] },
    ]);
    const table = tableOf([
      ['code postal', 'taux'],
      ['01110', '10'],
      ['01120', '50'],
    ]);
    const { columns } = joinTable(table, readingOf(table, one), one);
    const cells = [0, 1].map((at) => columns[0] && cellAt(columns[0].column, at));
    expect(cells).toMatchObject([
      { state: 'estimated', value: 30 },
      { state: 'estimated', value: 50 },
    ]);
  });

  it('postcodes of a city: its arrondissements have figures, and weigh their people in its own', () => {
    const joined = joinBy(
      [
        ['69001', '10'],
        ['69002', '30'],
      ],
      { ...COMMUNES, key: 'postcode' },
    );
    expect(cellOf(joined, 'arrondissement', '69382', 'taux')).toMatchObject({ state: 'value', value: 30 });
    expect(cellOf(joined, 'commune', '69123', 'taux')).toMatchObject({ state: 'value', value: 15 });
  });

  it('IRIS: by the people of their zones, else a plain mean that is an estimate and is told', () => {
    const rows = [
      ['381850101', '10'],
      ['381850102', '40'],
      ['010040000', '7'],
    ];
    const plain = joinBy(rows);
    expect(cellOf(plain, 'commune', '38185', 'taux')).toMatchObject({ state: 'estimated', value: 25 });
    expect(cellOf(plain, 'commune', '01004', 'taux')).toMatchObject({ state: 'value', value: 7 });
    expect(plain.report.columns[0]?.plain).toEqual({ territories: 1, rows: 2 });
    const zones = new Map([
      ['381850101', { communes: ['38185'], population: 3_000 }],
      ['381850102', { communes: ['38185'], population: 1_000 }],
    ]);
    const weighted = joinBy(rows, {}, { zones, located: null });
    expect(cellOf(weighted, 'commune', '38185', 'taux')).toMatchObject({ state: 'value', value: 17.5 });
    expect(weighted.report.columns[0]?.plain).toBeNull();
  });

  it('IRIS of a city: a plain mean in each arrondissement, then their people', () => {
    const joined = joinBy([
      ['693810101', '10'],
      ['693810102', '20'],
      ['693810103', '30'],
      ['693820101', '60'],
    ]);
    expect(cellOf(joined, 'arrondissement', '69381', 'taux')).toMatchObject({
      state: 'estimated',
      value: 20,
    });
    expect(cellOf(joined, 'arrondissement', '69382', 'taux')).toMatchObject({ state: 'value', value: 60 });
    expect(cellOf(joined, 'commune', '69123', 'taux')).toMatchObject({ state: 'estimated', value: 30 });
  });

  it('IRIS of two former communes are no plain mean of theirs', () => {
    const joined = joinBy([
      ['010390000', '10'],
      ['013400000', '20'],
      ['381850101', '10'],
      ['381850102', '10'],
    ]);
    expect(cellOf(joined, 'commune', '01015', 'taux').value).toBeNull();
    expect(joined.report.columns[0]?.without).toMatchObject([{ why: 'denominator', count: 1 }]);
    expect(cellOf(joined, 'commune', '38185', 'taux')).toMatchObject({ state: 'value', value: 10 });
  });

  it('neighbourhoods and points without people are averaged each alike, as estimates', () => {
    const zones = new Map([
      ['QN03801M', { communes: ['38185'], population: null }],
      ['QN03802M', { communes: ['38185'], population: null }],
    ]);
    const qpv = joinBy(
      [
        ['QN03801M', '20'],
        ['QN03802M', '50'],
      ],
      {},
      { zones, located: null },
    );
    expect(cellOf(qpv, 'commune', '38185', 'taux')).toMatchObject({ state: 'estimated', value: 35 });
    const table = tableOf([
      ['latitude', 'longitude', 'taux'],
      ['45.1885', '5.7245', '10'],
      ['45.19', '5.73', '20'],
    ]);
    const located = new Map([
      [pointKey(45.1885, 5.7245), '38185'],
      [pointKey(45.19, 5.73), '38185'],
    ]);
    const points = joinTable(table, readingOf(table, among), among, { zones: null, located });
    expect(cellOf(points, 'commune', '38185', 'taux')).toMatchObject({ state: 'estimated', value: 15 });
    expect(points.report.columns[0]?.plain).toEqual({ territories: 1, rows: 2 });
  });

  it('former communes that differ give no figure without their denominator, reunited or not, and are listed', () => {
    for (const changes of [COMMUNES, SUMMED]) {
      const joined = joinBy(MERGER, changes);
      expect(cellOf(joined, 'commune', '01015', 'taux')).toMatchObject({ value: null, marks: ['perimeter'] });
      expect(joined.report.columns[0]?.without).toEqual([
        { why: 'denominator', count: 1, territories: [{ code: '01015', name: 'Arboys en Bugey' }] },
      ]);
      expect(joined.report.columns[0]?.plain).toBeNull();
    }
  });

  it('former communes weigh by the column of their denominator, reunited or not', () => {
    const rows = [
      ['01340', '10', '300'],
      ['01039', '20', '100'],
      ['38185', '30', '1000'],
    ];
    for (const changes of [COMMUNES, SUMMED]) {
      const joined = rate(rows, changes);
      expect(cellOf(joined, 'commune', '01015', 'taux')).toMatchObject({
        state: 'value',
        value: 12.5,
        marks: ['rolled'],
      });
      expect(joined.report.columns[0]).toMatchObject({ plain: null, without: [] });
    }
  });

  it('rows of one code are a plain mean that is told; former communes among them are still none', () => {
    const joined = joinBy([...MERGER, ['38185', '10'], ['01340', '12']], SUMMED);
    expect(cellOf(joined, 'commune', '38185', 'taux')).toMatchObject({ state: 'estimated', value: 20 });
    expect(cellOf(joined, 'commune', '01015', 'taux').value).toBeNull();
    expect(joined.report.columns[0]?.plain).toEqual({ territories: 1, rows: 2 });
    const weighted = rate(
      [
        ['38185', '30', '100'],
        ['38185', '10', '300'],
      ],
      SUMMED,
    );
    expect(cellOf(weighted, 'commune', '38185', 'taux')).toMatchObject({ state: 'value', value: 15 });
  });

  it('a row without a figure needs no denominator for the others to be weighted', () => {
    const joined = rate(
      [
        ['381850101', '10', '100'],
        ['381850102', '20', '300'],
        ['381850103', '', ''],
      ],
      { key: 'iris' },
    );
    expect(cellOf(joined, 'commune', '38185', 'taux')).toMatchObject({ state: 'incomplete', value: 17.5 });
  });

  it('classes that differ and parts without a figure leave none, each with its reason', () => {
    const { joined } = join(
      [
        ['insee', 'type', 'foyers'],
        ['01340', 'rural', '5'],
        ['01039', 'urbain', ''],
        ['38185', 'urbain', '4'],
        ['38421', 'rural', '4'],
        ['38151', 'rural', '4'],
      ],
      COMMUNES,
    );
    expect(joined.report.columns.map(({ without }) => without?.map(({ why }) => why))).toEqual([
      ['class'],
      ['part'],
    ]);
  });

  it('a city of which some arrondissements only have a row is of another perimeter', () => {
    const joined = joinBy(
      [
        ['69381', '10'],
        ['38185', '20'],
      ],
      COMMUNES,
    );
    expect(cellOf(joined, 'commune', '69123', 'taux').marks).toEqual(['perimeter']);
    const whole = joinBy(
      [
        ['69381', '10'],
        ['69382', '50'],
      ],
      COMMUNES,
    );
    expect(cellOf(whole, 'commune', '69123', 'taux')).toMatchObject({ value: 20, marks: ['rolled'] });
  });
});

describe('a plain list is counted', () => {
  const ROW_COUNT = {
    column: ROWS,
    heading: '',
    slug: 'nombre-de-lignes',
    label: 'Lieux',
    kind: 'count',
    unit: 'lieux',
    decimals: 0,
    worse: null,
    denominator: { by: 'none' },
    scale: 1,
    classes: [],
  } as const;

  it('each row for one, whatever its cells; a row that several share for its part', () => {
    const rows = [
      ['code postal', 'nom'],
      ['38000', 'a'],
      ['38100', ''],
      ['38000', 'a'],
      ['38240', 'b'],
      ['nulle part', 'c'],
    ];
    const { joined, reading } = join(rows, { key: 'postcode', duplicates: 'sum', figures: [ROW_COUNT] });
    const count = (code: string) => cellOf(joined, 'commune', code, 'nombre-de-lignes');
    expect(count('38185')).toMatchObject({ state: 'value', value: 3 });
    expect(count('38528')).toMatchObject({ state: 'estimated', value: 0.1 });
    expect(count('01001').state).toBe('absent');
    expect(joined.report.columns).toMatchObject([{ known: 4, absent: 0, unread: 0 }]);
    // A new file of other headings is counted too.
    expect(rememberedReading(['nom', 'code postal'], reading)?.figures).toEqual([ROW_COUNT]);
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

  it('formulas and errors are no classes of a category, and are told as what they are', () => {
    const { reading, joined } = join([
      ['insee', 'type'],
      ['38185', 'rural'],
      ['38421', 'urbain'],
      ['38151', '= (sans résultat)'],
      ['38229', '#N/A'],
    ]);
    expect(reading.figures[0]?.classes).toEqual(['rural', 'urbain']);
    expect(joined.report.unread.map(({ reason }) => reason)).toEqual(['formula', 'error']);
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
