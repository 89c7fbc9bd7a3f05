import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zip } from '../../../demo/files/zip.ts';
import { lines, take } from '../../fixture.ts';
import { filosofi2021 } from './filosofi-2021.ts';

const HEADER =
  '"GEO";"GEO_OBJECT";"FILOSOFI_MEASURE";"UNIT_MEASURE";"UNIT_MULT";"CONF_STATUS";"OBS_STATUS";"TIME_PERIOD";"OBS_VALUE"';

const row = (geo: string, object: string, measure: string, status: string, year: string, value: string) =>
  `"${geo}";"${object}";"${measure}";"X";"0";"${status}";"A";"${year}";"${value}"`;

const TEXT = lines(
  HEADER,
  row('FM', 'FRANCE', 'MED_SL', 'F', '2023', '24330'),
  row('01001', 'COM', 'MED_SL', 'F', '2021', '20000'),
  row('01001', 'COM', 'MED_SL', 'F', '2023', '25000'),
  row('01001', 'COM', 'PR_MD60', 'C', '2023', ''),
  row('01001', 'COM', 'NUM_PER', 'F', '2023', '750'),
  row('05157', 'COM', 'PR_MD60', 'F', '2023', '5.0'),
  row('05157', 'COM', 'MED_SL', 'F', '2021', '19000'),
  row('75101', 'ARM', 'PR_MD60', 'F', '2023', '10'),
  row('75101', 'ARM', 'NUM_PER', 'F', '2023', '100'),
  row('75102', 'ARM', 'PR_MD60', 'F', '2023', '20'),
  row('75102', 'ARM', 'NUM_PER', 'F', '2023', '300'),
  row('01001', 'COM', 'GI_SL', 'F', '2023', '0.2'),
);

describe('Filosofi in the long layout', () => {
  it('keeps the most recent year, withholds what is not free and marks « 5 % ou moins »', async () => {
    const { figure, edition } = await take(filosofi2021, { 'cc_filosofi_2021_COM.csv': TEXT });
    expect(edition).toEqual({ label: '2023', year: '2023' });
    expect(figure('niveau-de-vie-median', '01001').value).toBe(25_000);
    expect(figure('taux-de-pauvrete', '01001')).toMatchObject({ state: 'secret', value: null });
    expect(figure('taux-de-pauvrete', '05157')).toMatchObject({ value: 5, marks: ['floor'] });
    // The year before has a figure, this one has none: unknown, never the old one.
    expect(figure('niveau-de-vie-median', '05157').state).toBe('absent');
    expect(figure('taux-de-pauvrete', '75056').value).toBe(17.5);
    expect(figure('personnes-fiscales-2021', '75056').value).toBe(400);
  });

  it('is the same zipped beside its description, and gzipped', async () => {
    const archive = await zip([
      { name: 'DS_FILOSOFI_CC_metadata.csv', data: Buffer.from('"COD_VAR";"LIB_VAR"\n"GEO";"Territoire"\n') },
      { name: 'DS_FILOSOFI_CC_data.csv', data: Buffer.from(TEXT) },
    ]);
    for (const content of [archive, gzipSync(TEXT)]) {
      const { figure } = await take(filosofi2021, { 'FILOSOFI_CC_csv.zip': content });
      expect(figure('niveau-de-vie-median', '01001').value).toBe(25_000);
    }
  });

  it('says what is wrong: a column gone, a year that is none, a row cut short, no commune', async () => {
    const bad = (text: string) => take(filosofi2021, { 'cc_filosofi_2021_COM.csv': text });
    await expect(bad(TEXT.replace('CONF_STATUS', 'STATUT'))).rejects.toThrow(
      /colonne « CONF_STATUS » : cette colonne manque \(trouvées : .*STATUT/,
    );
    await expect(bad(TEXT.replaceAll('"2023"', '"23"'))).rejects.toThrow(/« 23 » n’est pas une année/);
    await expect(bad(`${TEXT}"01001";"COM"\n`)).rejects.toThrow(/2 cases au lieu de 9/);
    await expect(bad(TEXT.replaceAll('"COM"', '"IRIS"').replaceAll('"ARM"', '"IRIS"'))).rejects.toThrow(
      /aucun chiffre de commune/,
    );
  });

  it('does not take a cut archive for a short one', async () => {
    const whole = gzipSync(TEXT);
    await expect(
      take(filosofi2021, { 'f.zip': whole.subarray(0, Math.floor(whole.length / 2)) }),
    ).rejects.toThrow(/abîmée/);
  });
});
