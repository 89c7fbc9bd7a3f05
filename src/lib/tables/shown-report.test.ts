import { expect, it } from 'vitest';
import { country, joinTable, readingOf, tableOf } from '../domain/tables/fixture.ts';
import type { Denominator, TableReading } from '../domain/tables/reading.ts';
import { UNMATCHED_REASONS } from '../domain/tables/join/report.ts';
import { tableaux } from '../messages/tableaux.ts';
import { shownReport } from './shown-report.ts';

const among = country();

const shown = (
  rows: readonly (readonly string[])[],
  denominator: Denominator,
  changes: Partial<TableReading> = {},
) => {
  const table = tableOf(rows);
  const read = readingOf(table, among, changes);
  const reading = { ...read, figures: read.figures.map((figure) => ({ ...figure, denominator })) };
  const { report } = joinTable(table, reading, among);
  return { shown: shownReport(report, reading), report, reading };
};

const IRIS = [
  ['iris', 'taux'],
  ['381850101', '10'],
  ['381850102', '40'],
];

it('a mean that nothing weighs is said to be plain, with what would weigh it', () => {
  const sentences = (by: 'population' | 'none') => shown(IRIS, { by }).shown.gathering;
  expect(sentences('population')).toContain(
    'Taux : moyenne simple de 2\u00a0lignes, dans 1\u00a0commune. Leur population est inconnue : ces chiffres sont des estimations. Pour les pondérer, gardez une colonne d’effectifs et choisissez-la comme dénominateur.',
  );
  expect(sentences('none').join()).toContain('Aucun dénominateur n’est choisi');
  expect(
    shown(
      [
        ['iris', 'taux'],
        ['381850101', '10'],
      ],
      { by: 'population' },
    ).shown.gathering,
  ).toEqual([]);
});

it('merged communes left without a figure are listed, with why', () => {
  const { shown: view } = shown(
    [
      ['insee', 'taux'],
      ['01340', '10'],
      ['01039', '20'],
      ['38185', '30'],
      ['38421', '40'],
    ],
    { by: 'population' },
  );
  expect(view.edition.join()).toContain('2\u00a0communes fusionnées depuis suivies');
  expect(view.without).toHaveLength(1);
  expect(view.without[0]?.sentence).toContain('Taux : 1\u00a0commune sans chiffre. Leurs parties');
  expect(view.without[0]?.names).toEqual(['Arboys en Bugey (01015)']);
});

it('those not told one by one are counted, and reports of before have none', () => {
  const { report, reading } = shown(IRIS, { by: 'population' });
  const columns = report.columns.map((column) => ({
    ...column,
    without: [{ why: 'part' as const, count: 3, territories: [{ code: '38185', name: 'Grenoble' }] }],
  }));
  expect(shownReport({ ...report, columns }, reading).without[0]?.names).toEqual([
    'Grenoble (38185)',
    'et 2\u00a0communes',
  ]);
  const former = report.columns.map(({ plain: _plain, without: _without, ...column }) => column);
  expect(shownReport({ ...report, columns: former }, reading)).toMatchObject({ without: [], keepable: true });
});

it('each reason of an unjoined row says what to do next', () => {
  for (const reason of UNMATCHED_REASONS) {
    expect(tableaux.reason(reason, null)).toMatch(/^\p{Ll}.+\. \p{Lu}.{15,}\.$/u);
    expect(tableaux.reason(reason, 'Grenoble (38)')).toContain('Grenoble (38)). ');
  }
  const { shown: view } = shown(
    [
      ['insee', 'taux'],
      ['38185', '10'],
      ['38421', '12'],
      ['38151', '13'],
      ['Total', '11'],
    ],
    { by: 'none' },
  );
  expect(view.unmatched).toEqual([{ count: '1', reason: tableaux.reason('total', null) }]);
});
