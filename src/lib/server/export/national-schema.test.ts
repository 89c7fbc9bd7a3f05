import {
  fromSchemaLieuDeMediationNumerique,
  type SchemaLieuMediationNumerique,
} from '@gouvfr-anct/lieux-de-mediation-numerique';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../domain/places/place.ts';
import { finder, samplePlace, writablePlaces } from '../../domain/places/schema/fixture.ts';
import { fromSchema } from '../../domain/places/schema/incoming-row.ts';
import { SCHEMA_FIELDS } from '../../domain/places/schema/row.ts';
import { nationalFile, writeNationalCsv, writeNationalJson, type NationalFile } from './national-schema.ts';
import { OpenPlaces } from './open-places.ts';

const fileOf = (places: readonly Place[]): Promise<NationalFile> =>
  nationalFile(OpenPlaces.of(places, new Set(['liste-1'])));

const csvOf = (file: NationalFile): Record<string, string>[] =>
  parse([...writeNationalCsv(file)].join(''), { columns: true }) as Record<string, string>[];

const jsonOf = (file: NationalFile): SchemaLieuMediationNumerique[] =>
  JSON.parse([...writeNationalJson(file)].join('')) as SchemaLieuMediationNumerique[];

/** A row of a CSV as those who read the national files take it: empty is absent, degrees are numbers. */
function official(row: Record<string, string>): SchemaLieuMediationNumerique {
  const filled = Object.entries(row).filter(([, text]) => text !== '');
  const typed = filled.map(([field, text]) => [field, /^l(at|ong)itude$/.test(field) ? Number(text) : text]);
  return Object.fromEntries(typed) as SchemaLieuMediationNumerique;
}

const listed = (fields: Partial<Place>): Place => samplePlace({ sources: ['liste-1'], ...fields });

const awkward = {
  corsica: listed({ id: 'corse', commune: '2A004', town: 'Portu Novu', postcode: '20099' }),
  overseas: listed({
    id: 'antilles',
    kind: 'france-services',
    commune: '97105',
    town: 'Anse-Claire',
    postcode: '97199',
    lat: -12.5,
    lon: 45.1,
    position: 'given',
    phone: '0590 19 12 34',
  }),
  quotes: listed({
    id: 'guillemets',
    name: 'L’« Espace "Net" », dit l\'Antre',
    address: '1, "Le Clos" – 2e étage',
  }),
  lines: listed({ id: 'lignes', summary: 'Un\nDeux, trois', detail: '  ' }),
  formula: listed({ id: 'formule', name: '=1+1', summary: 'vide;=2+2', structure: '@SUM(A1)' }),
  accents: listed({ id: 'œuvre', town: "L'Haÿ-sur-Œuvre", address: '12 bis, chemin de l’Île (bât. B)' }),
};

const refused = {
  adresse: listed({ id: 'a', address: '' }),
  nom: listed({ id: 'b', name: ' ' }),
  code_postal: listed({ id: 'c', postcode: '' }),
  commune: listed({ id: 'd', town: '' }),
  date_maj: listed({ id: 'e', updated: null }),
};

describe('the files of the national schema', () => {
  it('have rows that the official package accepts, every one, in both formats', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(writablePlaces, { maxLength: 8 }), async (places) => {
        const file = await fileOf(places.map((place) => ({ ...place, sources: ['liste-1'] })));
        const [csv, json] = [csvOf(file), jsonOf(file)];
        expect(csv).toHaveLength(places.length);
        expect(json).toHaveLength(places.length);
        for (const row of [...csv.map(official), ...json]) fromSchemaLieuDeMediationNumerique(row);
      }),
      { numRuns: 100 },
    );
  });

  it('have the awkward ones too', async () => {
    const file = await fileOf(Object.values(awkward));
    expect(file.unwritable).toEqual(new Map());
    const [csv, json] = [csvOf(file), jsonOf(file)];
    for (const row of [...csv.map(official), ...json]) fromSchemaLieuDeMediationNumerique(row);
    const by = (id: string): Record<string, string> | undefined => csv.find((row) => row.id === id);
    expect(by('corse')?.code_insee).toBe('2A004');
    expect(by('antilles')).toMatchObject({
      telephone: '+590590191234',
      latitude: '-12.5',
      longitude: '45.1',
    });
    expect(by('guillemets')?.nom).toBe(awkward.quotes.name);
    expect(by('lignes')?.presentation_resume).toBe('Un\nDeux, trois');
    expect(json.find(({ id }) => id === 'lignes')).not.toHaveProperty('presentation_detail');
    expect(json.find(({ id }) => id === 'formule')).toMatchObject({
      nom: '=1+1',
      presentation_resume: 'vide;=2+2',
    });
  });

  it('hold no formula where a spreadsheet opens them', async () => {
    const [row] = csvOf(await fileOf([awkward.formula]));
    expect(row).toMatchObject({
      nom: "'=1+1",
      presentation_resume: "vide;'=2+2",
      structure_parente: "'@SUM(A1)",
    });
  });

  it('have the headings of the national files, in their order, without a mark', async () => {
    const [head = ''] = [...writeNationalCsv(await fileOf([]))];
    expect(head).toBe(`${SCHEMA_FIELDS.join(',')}\n`);
    expect(jsonOf(await fileOf([]))).toEqual([]);
  });

  it('are read back by Maillage as the places they are made of', async () => {
    const file = await fileOf([awkward.corsica, awkward.overseas, awkward.quotes]);
    const back = csvOf(file).map((row) => fromSchema(row, { source: 'liste-1', finder }));
    expect(
      back.map((reading) => reading.kind === 'place' && [reading.place.name, reading.place.commune]),
    ).toEqual([
      [awkward.corsica.name, '2A004'],
      [awkward.overseas.name, '97105'],
      [awkward.quotes.name, '01001'],
    ]);
  });

  it('hold more places than are checked at a time', async () => {
    const many = Array.from({ length: 600 }, (_, at) => listed({ id: `lieu-${at}` }));
    expect(csvOf(await fileOf(many)).map(({ id }) => id)).toEqual(many.map(({ id }) => id));
  });

  it('leave out what the schema has no row for, and count it by field', async () => {
    const file = await fileOf([...Object.values(refused), listed({})]);
    expect(file.written).toBe(1);
    expect(Object.fromEntries(file.unwritable)).toEqual({
      adresse: 1,
      nom: 1,
      code_postal: 1,
      commune: 1,
      date_maj: 1,
    });
    expect(file.notes).toContain(
      '1\u00a0lieu sans « date_maj » que le schéma national admette : complétez ce champ pour publier le lieu.',
    );
    expect(csvOf(file).map(({ id }) => id)).toEqual(['fictif-1']);
  });
});
