import { Service } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { describe, expect, it } from 'vitest';
import {
  columnsRefusal,
  isDataInclusionServices,
  isDataInclusionStructures,
} from './data-inclusion-columns.ts';
import { isDigital, slugsOf } from './data-inclusion-words.ts';
import { readDataInclusion } from './data-inclusion.ts';
import { finder } from './fixture.ts';

const structure = (fields: Record<string, string> = {}): Record<string, string> => ({
  source: 'essai',
  id: 'essai--s1',
  nom: 'Centre social fictif',
  date_maj: '2026-02-03',
  siret: '12345678900011',
  adresse: '2 place du Marché',
  code_postal: '01990',
  commune: 'Vallombre',
  telephone: '0199001234',
  courriel: 'prenom.nom@centre.example',
  horaires_accueil: 'Mo-Fr 09:00-12:00',
  reseaux_porteurs: '["espaces-publics-numeriques", "aidants-connect"]',
  ...fields,
});

const service = (fields: Record<string, string> = {}): Record<string, string> => ({
  source: 'essai',
  structure_id: 'essai--s1',
  id: 'essai--v1',
  nom: 'Atelier',
  description: 'Premiers pas.',
  date_maj: '2026-02-01',
  type: 'atelier',
  thematiques: '{numerique--maitriser-les-fondamentaux-du-numerique,mobilite--acheter-un-velo}',
  publics: 'seniors|demandeurs-emploi',
  frais: 'gratuit',
  modes_accueil: '["en-presentiel","a-distance"]',
  modes_mobilisation: 'telephoner,se-presenter',
  contact_nom_prenom: 'Camille Fictive',
  courriel: 'camille@centre.example',
  telephone: '0639981234',
  ...fields,
});

describe('data·inclusion v1', () => {
  it('becomes places of the structures that have a digital service, their services together', () => {
    const { places, refused } = readDataInclusion(
      [structure(), structure({ id: 'essai--s2', nom: 'Sans numérique' })],
      [
        service(),
        service({
          id: 'essai--v2',
          thematiques: 'numerique--acquerir-un-equipement',
          type: '',
          frais: 'payant',
        }),
        service({ id: 'essai--v3', structure_id: 'essai--s2', thematiques: 'mobilite--acheter-un-velo' }),
      ],
      finder,
    );
    expect(refused).toEqual([]);
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({
      id: 'essai--s1',
      kind: 'mediation',
      name: 'Centre social fictif',
      pivot: '12345678900011',
      commune: '01001',
      typology: 'EPN',
      services: [Service.MaitriseDesOutilsNumeriquesDuQuotidien, Service.MaterielInformatiqueAPrixSolidaire],
      publics: ['Seniors'],
      fees: ['Gratuit', 'Payant'],
      support: ['Dans un atelier collectif', 'À distance'],
      accessModes: ['Téléphoner', 'Se présenter'],
      programmes: ['Aidants Connect'],
      hours: 'Mo-Fr 09:00-12:00',
      updated: '2026-02-03',
      sources: ['data-inclusion'],
    });
  });

  it('drops who to reach: names, e-mails, telephones but that of a France services', () => {
    const read = (networks: string): string =>
      JSON.stringify(
        readDataInclusion([structure({ reseaux_porteurs: networks })], [service()], finder).places,
      );
    for (const networks of ['', 'france-service']) {
      expect(read(networks)).not.toMatch(/Camille|example|0639981234/);
    }
    expect(read('')).not.toContain('0199001234');
    expect(read('france-service')).toContain('0199001234');
  });

  it('takes the address of a service when the structure has none', () => {
    const bare = structure({ adresse: '', code_postal: '', commune: '' });
    const placed = service({ adresse: '1 quai Neuf', code_postal: '97199', commune: 'Anse-Claire' });
    expect(readDataInclusion([bare], [service(), placed], finder).places[0]).toMatchObject({
      address: '1 quai Neuf',
      commune: '97105',
    });
  });

  it('refuses by row what the schema requires, and services whose structure is not there', () => {
    const { places, refused } = readDataInclusion(
      [structure({ date_maj: 'hier' })],
      [
        service(),
        service({ id: '', structure_id: 'essai--s9' }),
        service({ id: '', thematiques: 'mobilite' }),
      ],
      finder,
    );
    expect(places).toEqual([]);
    expect(refused.map(({ file, row, reason }) => [file, row, reason.slice(0, 24)])).toEqual([
      ['services', 2, 'champ « id » : vide. Att'],
      ['structures', 1, 'champ « date_maj » : pas'],
      ['services', 1, 'La structure « essai--s1'],
    ]);
  });

  it('refuses a file with other columns in a sentence that names them', () => {
    const { date_maj: _date, ...undated } = structure();
    const { refused } = readDataInclusion([undated, undated], [service()], finder);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toEqual({
      file: 'structures',
      row: null,
      id: null,
      reason:
        'Ce fichier n’est pas celui des structures de data·inclusion v1 : il y manque la colonne « date_maj ». Reprenez le fichier « structures » publié sur data.gouv.fr, sans renommer ses colonnes.',
    });
    expect(columnsRefusal(['id', 'nom'], 'services')).toContain('les colonnes « source », « structure_id »');
  });

  it('is told from other files by its headings', () => {
    expect(isDataInclusionStructures(Object.keys(structure()))).toBe(true);
    expect(isDataInclusionStructures(Object.keys(service()))).toBe(false);
    expect(isDataInclusionStructures(['id', 'source', 'nom', 'date_maj', 'pivot', 'commune'])).toBe(false);
    expect(isDataInclusionServices(Object.keys(service()))).toBe(true);
    expect(isDataInclusionServices(Object.keys(structure()))).toBe(false);
  });

  it('reads lists however they are written, and knows a digital theme that is new to it', () => {
    for (const text of ['["a-b","c"]', '{a-b,c}', 'a-b|c', 'a-b, c'])
      expect(slugsOf(text)).toEqual(['a-b', 'c']);
    expect(isDigital('numerique--theme-de-demain')).toBe(true);
    expect(isDigital('se-former--utiliser-le-numerique')).toBe(false);
  });
});
