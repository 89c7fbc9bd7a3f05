import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellAt, type Column } from '../../indicators/column.ts';
import { detectEdition } from '../keys/code-editions.ts';
import { country, joinTable, NO_SOURCES, readingOf, tableOf } from '../fixture.ts';
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
        ),
      ),
      ([rows, order, duplicates]) => {
        const table = tableOf([['insee', 'foyers'], ...rows]);
        const reading = readingOf(table, among, {
          key: 'commune',
          columns: { main: 0, second: null },
          level: 'commune',
          within: null,
          duplicates,
          figures: readingOf(
            tableOf([
              ['insee', 'foyers'],
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
