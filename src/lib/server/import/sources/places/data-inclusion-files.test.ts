import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { Territories } from '../../../../domain/territory/territories.ts';
import { presentFiles } from '../../present-files.ts';
import { DATA_INCLUSION_FILES } from './data-inclusion-files.ts';
import { dataInclusionPlaces } from './national-places.ts';

const STRUCTURES = `source,id,nom,date_maj,code_postal,commune,reseaux_porteurs
essai,s1,Centre social,2026-02-03,01990,Vallombre,
essai,s2,Sans numérique,2026-02-04,01990,Vallombre,
essai,s3,Sans date,,01990,Vallombre,
essai,s4,Maison,2099-01-01,01990,Vallombre,france-services
`;
const SERVICES = `source,structure_id,id,nom,description,date_maj,thematiques
essai,s1,v1,Atelier,,2026-02-01,numerique--maitriser-les-fondamentaux-du-numerique
essai,s2,v2,Vélo,,2026-02-01,mobilite--acheter-un-velo
essai,s3,v3,Atelier,,2026-02-01,numerique--maitriser-les-fondamentaux-du-numerique
essai,s4,v4,Aide,,2026-02-01,numerique--maitriser-les-fondamentaux-du-numerique
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-inclusion-'));
  return () => rm(folder, { recursive: true, force: true });
});

const write = async (structures = STRUCTURES, services = SERVICES): Promise<string[]> => {
  await writeFile(join(folder, DATA_INCLUSION_FILES[0]), structures);
  await writeFile(join(folder, DATA_INCLUSION_FILES[1]), services);
  return presentFiles(dataInclusionPlaces, folder) ?? [];
};

const nobody = new Territories([], []);

it('structures with a digital service are places of the source; a row without a date is refused by its line', async () => {
  const { places, rowsRead, refused, edition } = await dataInclusionPlaces.read(await write(), nobody);
  expect(places.map(({ id, sources }) => [id, sources])).toEqual([
    ['essai--s1', ['lieux-data-inclusion']],
    ['essai--s4', ['lieux-data-inclusion']],
  ]);
  expect(rowsRead).toBe(4);
  expect(refused[0]).toMatchObject({ line: 4, code: 's3' });
  // A day that is yet to come is no edition.
  expect(edition).toEqual({ label: '3 février 2026', year: '2026' });
});

it('other columns stop the import, which names them', async () => {
  const paths = await write(STRUCTURES.replace('date_maj', 'maj'));
  await expect(dataInclusionPlaces.read(paths, nobody)).rejects.toThrow(/la colonne « date_maj »/);
});

it('without both files, the list of the mirror is read', async () => {
  const paths = await write();
  await rm(paths[1] ?? '');
  expect(presentFiles(dataInclusionPlaces, folder)).toEqual([
    join(folder, 'lieux-mediation-numerique-data-inclusion_2023-02.json'),
  ]);
});
