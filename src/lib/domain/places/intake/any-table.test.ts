import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithList } from './changes.ts';
import { checkRows } from './check-rows.ts';
import { correctedTable, PROBLEMS_HEADING } from './corrected.ts';
import { INTAKE_FIELDS, type IntakeField } from './fields.ts';
import { tableOf } from './fixture.ts';

/** Cells that look like something, and any text at all. */
const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '38185',
    '1500',
    '01500',
    '93059',
    '34400',
    '45,18',
    '5.72',
    '45.18',
    '5,72',
    '6457358',
    '913556',
    '0',
    '732 829 320 00074',
    '31/12/2025',
    '46022',
    'gratuit',
    'oui',
    'non',
    'aide au numerique|couture',
    'maitrise outils numeriques, wifi',
    'Seniors, 16-25 ans',
    '84 rue X 34400 Lunel',
    '9h-12h',
    '9h à 12h / 14h-17h',
    '06 12 34 56 78',
    'www.exemple.fr',
    'a@b.fr; c@d.fr',
    '<b>x</b>',
    '45.18, 5.72',
    '5,72 ; 45,18',
    'Grenoble',
    'Itinérant',
    '2 ETP',
    'pix',
    'mairie, association',
    'A ma place : oui',
  ),
);
const fields = INTAKE_FIELDS.filter((field) => field !== 'ignored');
const anyRow = fc.record(
  Object.fromEntries(fields.map((field) => [field, cell])) as Record<IntakeField, typeof cell>,
  { requiredKeys: ['nom', 'code_insee'] },
);
const anyTable = fc.array(anyRow, { minLength: 1, maxLength: 5 }).map(tableOf);

describe('any table', () => {
  it('is checked without an error, a line for a line, its corrected form holding nothing more to repair', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const checked = checkRows(table);
        expect(checked.map(({ line }) => line)).toEqual(table.lines);
        for (const { place, id, problems } of checked) {
          expect(place?.id ?? id).toBe(id);
          expect(place === null && problems.length === 0).toBe(false);
        }
        const corrected = correctedTable(table, checked);
        const again = checkRows({ ...table, ...corrected });
        const repairs = again.flatMap(({ problems }) =>
          problems.filter(({ severity }) => severity === 'repaired'),
        );
        expect(repairs).toEqual([]);
        expect(corrected.headings.at(-1)).toBe(PROBLEMS_HEADING);
        expect(corrected.rows.length).toBe(again.length);
      }),
      { numRuns: 200 },
    );
  });

  it('gives each row the same identity in any order', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const idsOf = (checked: ReturnType<typeof checkRows>) => new Set(checked.map(({ id }) => id));
        const reversed = { ...table, rows: [...table.rows].reverse(), lines: [...table.lines].reverse() };
        expect(idsOf(checkRows(reversed))).toEqual(idsOf(checkRows(table)));
      }),
      { numRuns: 150 },
    );
  });

  it('changes nothing when it comes a second time', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const checked = checkRows(table);
        const first = compareWithList(checked, new Map());
        const again = compareWithList(
          checkRows(table),
          new Map(first.created.map((place) => [place.id, place])),
        );
        expect(again).toMatchObject({ created: [], updated: [] });
        expect(again.unchanged).toEqual(first.created);
      }),
      { numRuns: 100 },
    );
  });
});
