import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ReadInhabited } from '../../adapter.ts';
import { country, lines } from '../../fixture.ts';
import { grid1km } from './grid-1km.ts';

async function read(name: string, text: string): Promise<ReadInhabited> {
  const folder = await mkdtemp(join(tmpdir(), 'grid-'));
  try {
    await writeFile(join(folder, name), text);
    return await grid1km.read([join(folder, name)], country);
  } finally {
    await rm(folder, { recursive: true });
  }
}

it.each(['idcar_1km,i_est_1km,lcog_geo,ind,men', 'Idcar_1km,I_est_1km,lcog_geo,Ind,Men'])(
  'puts the people of a cell at its middle, in its commune, and says which are imputed (%s)',
  async (header) => {
    const { points, name, edition, refused, rowsRead } = await read(
      'carreaux_1km_met_2019.csv',
      lines(
        header,
        'CRS3035RES1000mN2889000E3760000,0,75101,1250.5,600',
        'CRS3035RES1000mN2889000E3761000,1,7510275101,20,9',
        'CRS3035RES1000mN2600000E3930000,0,01002,35,14',
        'CRS3035RES1000mN2600000E3931000,0,99999,35,14',
        'ici,0,01001,35,14',
      ),
    );
    expect(points.map(({ commune, people }) => [commune, people])).toEqual([
      ['75056', 1250.5],
      ['75056', 20],
      ['01001', 35],
    ]);
    expect(points[0]?.lon).toBeGreaterThan(2.3);
    expect(points[0]?.lon).toBeLessThan(2.5);
    expect(points[0]?.lat).toBeCloseTo(48.85, 1);
    expect(name).toBe('carreaux de 1 km de l’Insee (2019), dont 1 imputés');
    expect(edition?.year).toBe('2019');
    expect([rowsRead, refused.length]).toEqual([5, 2]);
  },
);
