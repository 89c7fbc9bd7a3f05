import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { partsOf } from '../../../../tests/support/workbook.ts';
import { strategyReport } from '../../domain/strategy/report/strategy-report.ts';
import { workbookTables } from '../../domain/strategy/report/workbook-tables.ts';
import { sampleFigures, sampleInput, sampleStrategy } from '../../strategy/report/fixture.ts';
import { gather } from '../export/fixture.ts';
import { writeReportWorkbook } from './report-workbook.ts';

const write = (strategy = sampleStrategy()): Promise<Buffer> => {
  const input = sampleInput({ strategy });
  const report = strategyReport(input);
  return gather(writeReportWorkbook(report, workbookTables(input, report), sampleFigures));
};

it('has a sheet a table, numbers as numbers, years as text, what is not said as nothing', async () => {
  const workbook = await write();
  expect(await readSheet(workbook, 'Budget par année')).toEqual([
    ['Année', 'Coût des actions (€)', 'Financements inscrits (€)', 'Reste à trouver (€)'],
    ['2027', 60_000, 40_000, 20_000],
    ['2028', 1_200.5, 10_000, 0],
  ]);
  expect((await readSheet(workbook, 'Coûts')).at(-1)).toEqual([
    'Ouvrir deux permanences',
    'Loyer',
    'Fonctionnement',
    '2028',
    null,
  ]);
  expect((await readSheet(workbook, 'Mesures'))[1]).toEqual([
    'Ouvrir deux permanences',
    'Personnes accompagnées',
    '30 juin 2027',
    250.5,
    'personnes',
    'La Ruche',
  ]);
  for (const name of [
    'Acteurs',
    'Écarts',
    'Priorités',
    'Actions',
    'Gouvernance',
    'Financeurs',
    'Lignes de financement',
    'Indicateurs',
  ])
    expect((await readSheet(workbook, name)).length).toBeGreaterThan(1);
});

it('leaves out the figures that may not be redistributed, and says so', async () => {
  const workbook = await write();
  const figures = (await readSheet(workbook, 'Chiffres figés')).flat().join('\n');
  expect(figures).toContain('Niveau de vie médian');
  expect(figures).not.toMatch(/Indice de fragilité|6,4/);
  const sources = (await readSheet(workbook, 'Sources')).flat().join('\n');
  expect(sources).toContain('Hors de ce fichier : Indice de fragilité numérique, communes');
  expect(sources).toContain('Licence Ouverte 2.0');
});

it('holds no formula, whatever is typed', async () => {
  const attack = '=HYPERLINK("http://mal.test","x")';
  const [actor] = sampleStrategy().actors;
  if (!actor) throw new Error('no actor');
  const workbook = await write(
    sampleStrategy({ name: attack, actors: [{ ...actor, name: attack, offers: '@SUM(1)' }] }),
  );
  for (const [path, part] of await partsOf(workbook))
    if (path.startsWith('xl/worksheets/')) expect(part).not.toMatch(/<f[ >/]/);
  expect((await readSheet(workbook, 'Acteurs'))[1]?.[0]).toBe(attack);
});
