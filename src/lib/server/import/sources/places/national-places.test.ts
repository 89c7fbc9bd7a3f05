import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { territories } from '../../../../domain/territory/fixture.ts';
import { dataInclusionPlaces } from './national-places.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'national-'));
});

afterAll(() => rm(folder, { recursive: true }));

const country = territories([
  { level: 'commune', code: '01001', name: 'Vallombre', departement: '01', postcodes: ['01990'] },
]);

async function read(name: string, content: string): ReturnType<typeof dataInclusionPlaces.read> {
  const path = join(folder, name);
  await writeFile(path, content);
  return dataInclusionPlaces.read([path], country);
}

const today = {
  id: 'fictif-1',
  pivot: '00000000000000',
  nom: 'Maison du numérique',
  commune: 'Vallombre',
  code_postal: '01990',
  code_insee: '01001',
  adresse: '3 rue des Tilleuls',
  latitude: 45.1,
  longitude: 5.2,
  telephone: '+33199001234',
  courriels: 'quelquun@maison.example',
  date_maj: '2026-01-15',
  services: 'Aide aux démarches administratives|Loisirs et créations numériques',
  frais_a_charge: 'Gratuit',
};

const old = {
  id: 'ancien-1',
  nom: 'Espace public',
  commune: 'Vallombre',
  code_postal: '01990',
  adresse: '',
  latitude: 45.1,
  longitude: 5.2,
  services: 'Accéder à du matériel;Créer avec le numérique',
  conditions_acces: 'Gratuit : Je peux accéder gratuitement au lieu',
  labels_nationaux: 'CNFS',
};

describe('the national files of places', () => {
  it('are read in v1.0.2, refusals named by record and field', async () => {
    const bare = {
      id: 'fictif-3',
      nom: 'Sans rien',
      commune: 'Vallombre',
      code_postal: '01990',
      adresse: 'Mairie',
    };
    const { places, rowsRead, refused } = await read(
      'v1.json',
      JSON.stringify([
        today,
        { ...today, id: 'fictif-2', frais_a_charge: 'Troc', code_postal: '' },
        bare,
        'rien',
      ]),
    );
    expect(rowsRead).toBe(4);
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({
      id: 'fictif-1',
      commune: '01001',
      lat: 45.1,
      position: 'given',
      pivot: null,
      phone: null,
      fees: ['Gratuit'],
      services: ['Aide aux démarches administratives', 'Loisirs et créations numériques'],
      sources: ['lieux-data-inclusion'],
    });
    expect(JSON.stringify(places)).not.toContain('quelquun');
    expect(refused[0]).toEqual({
      line: 2,
      code: null,
      reason:
        'fiche 2, champ « code_postal » : vide. Attendu : cinq chiffres. champ « frais_a_charge » : « Troc » n’est pas admis. Attendu : Gratuit, Gratuit sous condition, Payant.',
    });
    expect(refused[1]?.reason).toMatch(/^fiche 3, champ « pivot » : vide/);
    expect(refused[2]?.reason).toMatch(/^fiche 4, champ « id » : vide/);
  });

  it('are read as CSV with the same fields, whatever the separator', async () => {
    const json = await read('v1.json', JSON.stringify([today]));
    for (const separator of [',', ';']) {
      const lines = [Object.keys(today), Object.values(today), Object.keys(today).map(() => '')];
      const csv = lines.map((cells) => cells.map((cell) => `"${cell}"`).join(separator)).join('\n');
      const { places, refused } = await read('v1.csv', csv);
      expect(places).toEqual(json.places);
      expect(refused.map(({ line, reason }) => [line, reason.slice(0, 23)])).toEqual([
        [3, 'ligne 3, champ « id » :'],
      ]);
      expect((await read('sans-extension', csv)).places).toEqual(json.places);
    }
  });

  it('are read in v0 as before: an address may be missing, and so may a date', async () => {
    const { places, refused } = await read(
      'v0.json',
      JSON.stringify([old, { ...old, id: '' }, { ...old, latitude: 'x' }]),
    );
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({
      id: 'ancien-1',
      kind: 'conseiller-numerique',
      address: '',
      services: ['Accès internet et matériel informatique', 'Loisirs et créations numériques'],
      fees: ['Gratuit'],
      updated: null,
    });
    expect(refused.map(({ reason }) => reason.slice(0, 22))).toEqual([
      'fiche 2, champ « id » ',
      'fiche 3, champ « latit',
    ]);
  });

  it('stop when they are cut short, are no list, or follow no version', async () => {
    await expect(read('coupe.json', '[{"id": "a",')).rejects.toThrow('peut-être tronqué');
    await expect(read('objet.json', '{}')).rejects.toThrow('ne contient pas une liste');
    await expect(read('rien.json', '[{"a": 1}]')).rejects.toThrow('aucune fiche ne suit le schéma national');
    await expect(read('colonnes.csv', 'id,nom\n1,2\n')).rejects.toThrow('« commune » : cette colonne manque');
  });
});
