import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellAt, type Column } from '../../indicators/column.ts';
import { known, SECRET } from '../../indicators/value.ts';
import { territories } from '../../territory/fixture.ts';
import { detectEdition } from '../keys/code-editions.ts';
import { country, joinTable, NO_SOURCES, readingOf, tableOf } from '../fixture.ts';
import { gatherCells } from './gather-cells.ts';
import { recogniseKey } from '../keys/recognise-key.ts';

const among = country();
const CODES = [...among.all('commune'), ...among.all('arrondissement')].map(({ code }) => code);

const shown = (column: Column): string[] =>
  [...column.states].map((_, at) => {
    const { value, state, marks } = cellAt(column, at);
    return `${state} ${value === null ? '' : value.toFixed(6)} ${marks.join()}`;
  });

const anyRow = fc.tuple(
  fc.constantFrom(...CODES, '01039', '01340', '1004', 'Total', '', '99999', '200000002'),
  fc.oneof(fc.nat(500).map(String), fc.constantFrom('s', '', 'nd', '12,5', 'texte')),
);

it('rows in any other order give the same figures and the same reasons', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { minLength: 1, maxLength: 20 }).chain((rows) =>
        fc.tuple(
          fc.constant(rows),
          fc.shuffledSubarray(
            rows.map((_, at) => at),
            { minLength: rows.length, maxLength: rows.length },
          ),
          fc.constantFrom('refuse' as const, 'sum' as const),
          fc.constantFrom('foyers', 'taux'),
          fc.constantFrom('commune' as const, 'iris' as const),
        ),
      ),
      ([codes, order, duplicates, heading, key]) => {
        const rows = codes.map(([code, value], at) => [key === 'iris' ? `${code}010${at % 3}` : code, value]);
        const table = tableOf([['insee', heading], ...rows]);
        const reading = readingOf(table, among, {
          key,
          columns: { main: 0, second: null },
          level: 'commune',
          within: null,
          duplicates,
          figures: readingOf(
            tableOf([
              ['insee', heading],
              ['38185', '1'],
              ['01001', '2'],
            ]),
            among,
          ).figures,
        });
        const shuffled = {
          ...table,
          rows: order.map((at) => table.rows[at] ?? []),
          lines: order.map((at) => table.lines[at] ?? 0),
        };
        const [one, other] = [table, shuffled].map((each) => joinTable(each, reading, among));
        expect(other?.columns.map(({ column }) => shown(column))).toEqual(
          one?.columns.map(({ column }) => shown(column)),
        );
        expect(other?.report.unmatched).toEqual(one?.report.unmatched);
        expect(other?.report.edition).toEqual(one?.report.edition);
        expect(other?.report.columns).toEqual(one?.report.columns);
      },
    ),
    { numRuns: 300 },
  );
});

it('every row is either joined or explained', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 20 }), (rows) => {
      const table = tableOf([['insee', 'foyers'], ['38185', '1'], ...rows]);
      const { report, unmatched } = joinTable(table, readingOf(table, among, FIXED), among);
      expect(report.rowsJoined + unmatched.length).toBe(report.rowsRead);
      expect(new Set(unmatched.map(({ line }) => line)).size).toBe(unmatched.length);
    }),
    { numRuns: 300 },
  );
});

const FIXED = {
  key: 'commune',
  columns: { main: 0, second: null },
  level: 'commune',
  within: null,
} as const;

it('counts by postcode are conserved, however communes share them', () => {
  const postcodes = [...new Set(among.all('commune').flatMap((commune) => commune.postcodes))];
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.constantFrom(...postcodes), fc.nat(1000)), {
        selector: ([postcode]) => postcode,
        minLength: 2,
      }),
      (rows) => {
        const table = tableOf([['code postal', 'foyers'], ...rows.map((row) => row.map(String))]);
        const figures = readingOf(
          tableOf([
            ['code postal', 'foyers'],
            ['38000', '1'],
            ['38240', '2'],
          ]),
          among,
        ).figures;
        const reading = readingOf(table, among, { ...FIXED, key: 'postcode', figures });
        const [joined] = joinTable(table, reading, among, NO_SOURCES).columns;
        const sum = [...(joined?.column.values ?? [])].reduce((all, value) => all + (value || 0), 0);
        expect(sum).toBeCloseTo(
          rows.reduce((all, [, value]) => all + value, 0),
          6,
        );
      },
    ),
    { numRuns: 300 },
  );
});

const anyPart = fc.record({
  cell: fc.oneof(
    fc.double({ min: 0, max: 100, noNaN: true }).map((value) => known(value)),
    fc.constant(SECRET),
  ),
  share: fc.constantFrom(1, 0.5),
  weight: fc.option(fc.integer({ min: 1, max: 1_000 })),
  supposed: fc.boolean(),
});

it('a mean lies between its rows, and is a value only where every denominator is counted', () => {
  fc.assert(
    fc.property(fc.array(anyPart, { minLength: 1, maxLength: 6 }), (parts) => {
      const { cell, plain } = gatherCells(parts, 'rate');
      const rows = parts.filter((part) => part.cell.value !== null);
      const values = rows.map((part) => part.cell.value ?? 0);
      if (rows.length === 0) {
        expect(cell.value).toBeNull();
        return;
      }
      expect(cell.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
      expect(cell.value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      const differ = new Set(values).size > 1;
      expect(plain).toBe(differ && rows.some(({ weight }) => weight === null));
      if (cell.state !== 'value') return;
      expect(plain).toBe(false);
      expect(rows.every(({ share }) => share === 1)).toBe(true);
      if (!differ) return;
      const weight = rows.reduce((sum, one) => sum + (one.weight ?? 0), 0);
      const weighed = rows.reduce((sum, one) => sum + (one.cell.value ?? 0) * (one.weight ?? 0), 0);
      expect(cell.value).toBeCloseTo(weighed / weight, 6);
    }),
    { numRuns: 1_000 },
  );
});

it('a rate by population of postcodes is that of the people in them, however communes share them', () => {
  const anyCountry = fc.array(
    fc.record({
      population: fc.integer({ min: 1, max: 100_000 }),
      postcodes: fc.uniqueArray(fc.constantFrom('01110', '01120', '01130', '01140'), { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(anyCountry, (communes) => {
      const made = territories(
        communes.map((commune, at) => ({ level: 'commune', code: `0100${at}`, ...commune })),
      );
      const rates: Record<string, number> = { '01110': 10, '01120': 20, '01130': 40, '01140': 80 };
      const codes = [...new Set(communes.flatMap(({ postcodes }) => postcodes))];
      const table = tableOf([['code postal', 'taux'], ...codes.map((code) => [code, String(rates[code])])]);
      const figures = readingOf(
        tableOf([
          ['insee', 'taux'],
          ['38185', '1'],
          ['01001', '2'],
        ]),
        among,
      ).figures;
      const reading = readingOf(table, made, { ...FIXED, key: 'postcode', figures });
      const [joined] = joinTable(table, reading, made, NO_SOURCES).columns;
      for (const [at, { postcodes }] of communes.entries()) {
        const mean = postcodes.reduce((sum, code) => sum + (rates[code] ?? 0), 0) / postcodes.length;
        expect(joined?.column.values[at]).toBeCloseTo(mean, 6);
      }
    }),
    { numRuns: 200 },
  );
});

it('nothing is recognised out of texts of any sort, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ maxLength: 12, unit: 'binary' }), { minLength: 3, maxLength: 3 }), {
        minLength: 2,
        maxLength: 8,
      }),
      ([headings = [], ...rows]) => {
        for (const { columns, share } of recogniseKey(headings, rows, among)) {
          expect(columns.main).toBeLessThan(3);
          expect(share).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 200 },
  );
});

it('the edition is the one that explains the most codes', () => {
  const codes = (...list: string[]) => detectEdition(new Set(list), among);
  // 01039 ceased on 1 January 2023; 01340 before 2021; the others have always been.
  expect(codes('38185', '01001')).toMatchObject({ from: null, to: 2026, mergedCount: 0 });
  expect(codes('38185', '01039')).toMatchObject({ from: null, to: 2022, mergedCount: 1 });
  expect(codes('38185', '01340')).toMatchObject({ from: null, to: 2020 });
  expect(codes('99999')).toMatchObject({ from: null, to: null });
});
