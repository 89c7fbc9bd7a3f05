import { expect, it } from 'vitest';
import { zip } from '../../../demo/files/zip.ts';
import { lines, take } from '../../fixture.ts';
import { populations } from './populations.ts';

const HEADER = '"GEO";"GEO_OBJECT";"FREQ";"POPREF_MEASURE";"TIME_PERIOD";"OBS_VALUE"';
const row = (geo: string, object: string, measure: string, year: string, value: number) =>
  `"${geo}";"${object}";"A";"${measure}";"${year}";"${value}"`;

it('keeps the municipal population of the last year', async () => {
  const text = lines(
    HEADER,
    row('01001', 'COM', 'PMUN', '2022', 830),
    row('01001', 'COM', 'PMUN', '2023', 850),
    row('01001', 'COM', 'PTOT', '2023', 870),
    row('01', 'DEP', 'PMUN', '2023', 650_000),
    row('75101', 'ARM', 'PMUN', '2023', 15_000),
    row('75102', 'ARM', 'PMUN', '2023', 20_000),
    row('75056', 'COM', 'PMUN', '2023', 35_100),
  );
  const archive = await zip([
    { name: 'DS_POPULATIONS_REFERENCE_2023_metadata.csv', data: Buffer.from('"COD_VAR"\n"FREQ"\n') },
    { name: 'DS_POPULATIONS_REFERENCE_2023_data.csv', data: Buffer.from(text) },
  ]);
  const { figure, edition, settled } = await take(populations, {
    'DS_POPULATIONS_REFERENCE_CSV_FR.zip': archive,
  });
  expect(edition?.year).toBe('2023');
  expect(figure('population-reference', '01001').value).toBe(850);
  expect(figure('population-reference', '75056').value).toBe(35_100);
  expect(settled.columns.map(({ level }) => level)).toEqual(['commune', 'arrondissement']);
});

it('says that a file has no commune', async () => {
  const text = lines(HEADER, row('01', 'DEP', 'PMUN', '2023', 650_000));
  await expect(take(populations, { 'a.csv': text })).rejects.toThrow(/aucune population municipale/);
});
