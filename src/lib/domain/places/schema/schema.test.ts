import { fromSchemaLieuDeMediationNumerique, Service } from '@gouvfr-anct/lieux-de-mediation-numerique';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../place.ts';
import { checkRow } from './field-check.ts';
import { finder, samplePlace, writablePlaces } from './fixture.ts';
import { fromSchema, versionOf } from './incoming-row.ts';
import { officialRow } from './official-row.ts';
import { toSchema } from './outgoing-row.ts';
import { SCHEMA_FIELDS, UNKNOWN_PIVOT } from './row.ts';
import { internationalTelephone } from './telephone.ts';

const context = { source: 'essai', finder };

function read(row: Readonly<Record<string, unknown>>): Place {
  const reading = fromSchema(row, context);
  if (reading.kind === 'place') return reading.place;
  throw new Error(reading.refusals.map(({ reason }) => reason).join('\n'));
}

const reasonsOf = (row: Readonly<Record<string, unknown>>): Record<string, string> => {
  const reading = fromSchema(row, context);
  return Object.fromEntries(
    reading.kind === 'place' ? [] : reading.refusals.map(({ field, reason }) => [field, reason]),
  );
};

describe('a place in the words of the national schema', () => {
  it('has the 32 fields in their order, unknown ones empty', () => {
    const row = toSchema(samplePlace());
    expect(Object.keys(row)).toEqual([...SCHEMA_FIELDS]);
    expect(SCHEMA_FIELDS).toHaveLength(32);
    const filled = Object.entries(row).filter(([, text]) => text !== '');
    expect(Object.fromEntries(filled)).toEqual({
      id: 'fictif-1',
      pivot: UNKNOWN_PIVOT,
      nom: 'Maison du numérique',
      commune: 'Vallombre',
      code_postal: '01990',
      code_insee: '01001',
      adresse: '3 rue des Tilleuls',
      source: 'Maillage',
      date_maj: '2026-01-15',
    });
  });

  it('comes back as it left, for every field that the schema has a word for', () => {
    fc.assert(
      fc.property(writablePlaces, (place) => {
        const row = toSchema(place);
        expect(() => fromSchemaLieuDeMediationNumerique(officialRow(row))).not.toThrow();
        for (const back of [read(row), read({ ...officialRow(row) })]) {
          const { kind: _kind, lat, lon, position, ...rest } = back;
          const { kind: _was, lat: wasLat, lon: wasLon, position: wasPosition, ...was } = place;
          expect(rest).toEqual(was);
          if (wasPosition === 'given') expect([lat, lon, position]).toEqual([wasLat, wasLon, 'given']);
          else expect(position).not.toBe('given');
          expect(toSchema(back)).toEqual({ ...row, source: 'Maillage' });
        }
      }),
      { numRuns: 400 },
    );
  });

  it('writes neither a centre of commune, nor « Fixe », nor a word that the schema does not list', () => {
    const row = toSchema(
      samplePlace({
        lat: 45,
        lon: 5,
        position: 'commune-centre',
        services: ['Poterie', 'Poterie'],
        typology: 'X',
      }),
    );
    expect([row.latitude, row.longitude, row.itinerance, row.services, row.typologie]).toEqual([
      '',
      '',
      '',
      '',
      '',
    ]);
  });

  it('keeps a street and a commune within the signs that the validator admits', () => {
    const row = toSchema(
      samplePlace({
        address: '3 bis, "Le Clos" nº 4 — bât. B',
        town: 'St. Vallombre (01)',
        pivot: '123 456 789 00011',
      }),
    );
    expect(row.adresse).toBe('3 bis, Le Clos n° 4 – bât. B');
    expect(row.commune).toBe('St Vallombre 01');
    expect(row.pivot).toBe('12345678900011');
    expect(checkRow(row)).toEqual([]);
  });

  it('never writes a row that the validator refuses without saying why', () => {
    fc.assert(
      fc.property(
        writablePlaces,
        fc.record(
          {
            name: fc.string(),
            town: fc.string(),
            address: fc.string(),
            postcode: fc.string(),
            updated: fc.string(),
          },
          { requiredKeys: [] },
        ),
        (place, strange) => {
          const row = toSchema({ ...place, ...strange });
          if (checkRow(row).length > 0) return;
          expect(() => fromSchemaLieuDeMediationNumerique(officialRow(row))).not.toThrow();
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a row of the schema', () => {
  const row = { ...officialRow(toSchema(samplePlace())), services: Service.LoisirsEtCreationsNumeriques };

  it('is refused field by field, in French, never by an exception', () => {
    expect(
      reasonsOf({ ...row, code_postal: '38', frais_a_charge: 'Troc', date_maj: '2026-02-31', nom: '' }),
    ).toEqual({
      nom: 'champ « nom » : vide. Attendu : le nom du lieu.',
      code_postal: 'champ « code_postal » : « 38 » n’est pas admis. Attendu : cinq chiffres.',
      date_maj: 'champ « date_maj » : « 2026-02-31 » n’est pas admis. Attendu : un jour, AAAA-MM-JJ.',
      frais_a_charge:
        'champ « frais_a_charge » : « Troc » n’est pas admis. Attendu : Gratuit, Gratuit sous condition, Payant.',
    });
    expect(reasonsOf({ ...row, prise_rdv: 'javascript:alert(1)' })).toHaveProperty('prise_rdv');
    expect(reasonsOf({ ...row, latitude: 'nord' })).toHaveProperty('latitude');
  });

  it('gives reasons whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...SCHEMA_FIELDS), fc.anything()), (strange) => {
        expect(['place', 'refused']).toContain(fromSchema(strange, context).kind);
      }),
    );
  });

  it('is refused in a moment when an address of page is made to last', () => {
    expect(reasonsOf({ ...row, prise_rdv: `https://a.example/${'a'.repeat(50_000)}!` })).toHaveProperty(
      'prise_rdv',
    );
  });

  it('reads the separator of older files, zeros for no SIRET, the first page, and no e-mail', () => {
    const place = read({
      ...row,
      pivot: UNKNOWN_PIVOT,
      frais_a_charge: 'Gratuit;Payant',
      site_web: 'ftp://non|https://oui.example|https://aussi.example',
      courriels: 'quelquun@maison.example',
    });
    expect(place).toMatchObject({ pivot: null, fees: ['Gratuit', 'Payant'], website: 'https://oui.example' });
    expect(JSON.stringify(place)).not.toContain('quelquun');
  });

  it('is what its typology, else its programmes, say', () => {
    const kind = (typologie: string, programmes: string): string =>
      read({ ...row, typologie, dispositif_programmes_nationaux: programmes }).kind;
    expect(kind('RFS|MUNI', 'Conseillers numériques')).toBe('france-services');
    expect(kind('BIB', 'France Services|Conseillers numériques')).toBe('conseiller-numerique');
    expect(kind('BIB', 'France Services')).toBe('france-services');
    expect(kind('BIB', '')).toBe('mediation');
  });

  it('in the words of v0 is translated, and needs only an id and a name', () => {
    const old = {
      id: 'ancien',
      nom: 'Espace',
      code_insee: '2A004',
      services: 'Accéder à du matériel',
      conditions_acces: 'Adhésion : …',
    };
    expect(versionOf(old)).toBe('v0');
    expect(read(old)).toMatchObject({
      commune: '2A004',
      services: [Service.AccesInternetEtMaterielInformatique],
      fees: ['Gratuit sous condition'],
      updated: null,
    });
    expect(reasonsOf({ ...old, nom: '' })).toEqual({
      nom: 'champ « nom » : vide. Attendu : le nom du lieu.',
    });
    expect(versionOf({ id: 'a', nom: 'b' })).toBeNull();
    expect(versionOf(row)).toBe('v1');
  });
});

describe('telephones', () => {
  it.each([
    ['01 99 00 12 34', '+33199001234'],
    ['+33 (0)1.99.00.12.34', '+33199001234'],
    ['0033199001234', '+33199001234'],
    ['0262 19 12 34', '+262262191234'],
    ['0639 19 12 34', '+262639191234'],
    ['0690 00 12 34', '+590690001234'],
    ['+687 19 12 34', '+687191234'],
    ['39 49', null],
    ['01 99 00 12 34 / 06 39 98 00 00', null],
    ['', null],
  ])('« %s » is %s', (text, number) => expect(internationalTelephone(text)).toBe(number));
});
