import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCHEMA_FIELDS } from '../schema/row.ts';
import { layoutKey } from './layout-key.ts';
import { sharedRuns, trigrams } from './likeness.ts';
import { recogniseColumns } from './recognise.ts';

const known = {
  isCommuneCode: (code: string) => ['38185', '34145', '2A004', '01004'].includes(code),
  isPostcode: (code: string) => ['38000', '38100', '34400', '20000', '01500'].includes(code),
};
const fieldsOf = (headings: string[], rows: string[][] = []) =>
  recogniseColumns(headings, rows, known).map(({ field }) => field);

describe('recogniseColumns', () => {
  it('reads the headings of the national schema as they are', () => {
    expect(fieldsOf([...SCHEMA_FIELDS])).toEqual([...SCHEMA_FIELDS]);
  });

  it('reads the headings of the France services list', () => {
    const headings = [
      'id_fs',
      'insee_dep',
      'lib_fs',
      'adresse',
      'complement_adresse',
      'insee_com',
      'code_postal',
      'lib_com',
      'latitude',
      'longitude',
      'mail',
      'telephone',
      'h_lundi',
      'h_samedi',
      'prise_rdv',
      'commentaire',
      'type_fs',
      'format_fs',
    ];
    const types = [headings.map((heading) => (heading === 'type_fs' ? 'Principal' : ''))];
    expect(fieldsOf(headings, types)).toEqual([
      'id',
      'ignored',
      'nom',
      'adresse',
      'complement_adresse',
      'code_insee',
      'code_postal',
      'commune',
      'latitude',
      'longitude',
      'courriels',
      'telephone',
      'h_lundi',
      'h_samedi',
      'prise_rdv',
      'note',
      'ignored',
      'itinerance',
    ]);
  });

  it('reads headings as spreadsheets write them', () => {
    const headings = [
      'Nom de la structure',
      'Adresse complète',
      'CP',
      'Ville',
      'N° SIRET',
      'Tél.',
      'E-mail',
      'Lat',
      'Long',
      'Horaires d’ouverture',
      'Public',
      'Gratuité',
      'Services proposés',
      'Colonne étrange',
    ];
    expect(fieldsOf(headings)).toEqual([
      'nom',
      'adresse',
      'code_postal',
      'commune',
      'pivot',
      'telephone',
      'courriels',
      'latitude',
      'longitude',
      'horaires',
      'publics_specifiquement_adresses',
      'frais_a_charge',
      'services',
      'ignored',
    ]);
  });

  it('reads a heading with a slip of the hand', () => {
    const [guess] = recogniseColumns(['Adresse de la structures'], []);
    expect(guess).toMatchObject({ field: 'adresse', column: 0 });
    expect(guess?.confidence).toBeLessThan(0.95);
  });

  it('knows columns by their content and says so', () => {
    const rows = Array.from({ length: 50 }, (_, i) => [
      '38185',
      i === 0 ? 'x' : '38100',
      '213 801 855 00015',
      '45.18',
      '5,724',
      'a@b.fr',
      '04 76 00 00 00',
      '84 rue X 34400 Lunel',
    ]);
    const guesses = recogniseColumns(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'], rows, known);
    expect(guesses.map(({ field }) => field)).toEqual([
      'code_insee',
      'code_postal',
      'pivot',
      'latitude',
      'longitude',
      'courriels',
      'telephone',
      'adresse',
    ]);
    expect(guesses[1]?.why).toBe('par son contenu : 98 % de codes postaux');
  });

  it('takes Corsican codes for INSEE codes, without any list of codes', () => {
    const rows = ['2A004', '2B033', '2A041'].map((code) => [code]);
    expect(recogniseColumns(['zone'], rows)[0]?.field).toBe('code_insee');
    expect(recogniseColumns(['zone'], [['34400'], ['38000'], ['75001']])[0]?.field).toBe('code_postal');
  });

  it('keeps the surest of two columns of one field', () => {
    const rows = [
      ['', '38000'],
      ['', '38100'],
      ['', '34400'],
    ];
    const guesses = recogniseColumns(['code postaux', 'code_postal'], rows, known);
    expect(guesses.map(({ field }) => field)).toEqual(['ignored', 'code_postal']);
  });

  it('gives a field once at most and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 8 }),
        fc.array(fc.array(fc.string()), { maxLength: 6 }),
        (headings, rows) => {
          const fields = fieldsOf(headings, rows).filter((field) => field !== 'ignored');
          expect(new Set(fields).size).toBe(fields.length);
        },
      ),
    );
  });
});

describe('layoutKey', () => {
  it('does not depend on order, case or accents', () => {
    expect(layoutKey(['Téléphone', 'NOM'])).toBe(layoutKey(['nom', 'telephone']));
    expect(layoutKey(['nom'])).not.toBe(layoutKey(['nom', 'telephone']));
  });
});

describe('sharedRuns', () => {
  it('is 1 for equal texts, symmetric, and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (first, second) => {
        const [a, b] = [trigrams(first), trigrams(second)];
        expect(sharedRuns(a, a)).toBe(1);
        expect(sharedRuns(a, b)).toBe(sharedRuns(b, a));
        expect(sharedRuns(a, b)).toBeGreaterThanOrEqual(0);
        expect(sharedRuns(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
