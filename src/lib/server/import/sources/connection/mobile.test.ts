import { expect, it } from 'vitest';
import { lines, take } from '../../fixture.ts';
import { mobile } from './mobile.ts';

const HEADER = 'code_op;nom_op;num_site;latitude;longitude;insee_com;site_2g;site_3g;site_4g;site_5g';
const FILE = '2026_T1_sites_Metropole.csv';

const read = (...rows: string[]) => take(mobile, { [FILE]: lines(HEADER, ...rows) });

it('counts sites and operators of a commune, its arrondissements and those it absorbed', async () => {
  const { figure, edition } = await read(
    '20801;Orange;A1;48,86;2,34;75101;1;1;1;1',
    '20801;Orange;A2;48,87;2,35;75102;1;1;1;0',
    '20810;SFR;B1;48,87;2,35;75056;1;1;1;1',
    '20820;Bouygues;C1;46,15;4,92;1002;1;1;1;0',
    '20820;Bouygues;C2;46,15;4,92;01001;1;1;0;0',
  );
  expect(figure('sites-4g', '75056').value).toBe(3);
  expect(figure('sites-5g', '75056').value).toBe(2);
  expect(figure('operateurs-4g', '75056').value).toBe(2);
  expect(figure('sites-4g', '01001').value).toBe(1);
  expect(figure('distance-4g', '01001').value).toBeCloseTo(0, 3);
  expect(edition).toEqual({ label: 'T1 2026', year: 'T1 2026' });
});

it('knows that a metropolitan commune without a row has no site, and nothing of overseas', async () => {
  const { figure } = await read('20801;Orange;A1;44,7;6,97;01001;1;1;1;1');
  expect(figure('sites-4g', '05157').value).toBe(0);
  // A tenth of a degree of longitude at 44.7° north.
  expect(figure('distance-4g', '05157').value).toBeCloseTo(7.9, 1);
  expect(figure('sites-4g', '97209').state).toBe('absent');
});

it('refuses a code of nowhere and stops on a position that is none', async () => {
  const { settled } = await read('20801;Orange;A1;44,7;6,97;99999;1;1;1;1');
  expect(settled.refused).toEqual([
    { line: 2, code: '99999', reason: 'code inconnu du découpage de 2026, et d’aucune fusion' },
  ]);
  await expect(read('20801;Orange;A1;698521;6,97;01001;1;1;1;1')).rejects.toThrow(
    /ligne 2, colonne « latitude » : « 698521 » n’est pas une position/,
  );
});
