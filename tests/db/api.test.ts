import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INDICATORS, mayRedistribute } from '../../src/lib/domain/indicators/catalogue.ts';
import { OpenPlaces } from '../../src/lib/server/export/open-places.ts';
import { formatsOf } from '../../src/lib/server/api/formats.ts';
import { contentOf } from '../../src/lib/server/api/openapi.ts';
import { ENDPOINTS } from '../../src/lib/server/api/registry.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { askingApi, endpointAt, type Asking } from '../support/asking-api.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let base: TestDatabase;
let data: Snapshot;
let ask: (address: string, asking?: Asking) => Promise<Response>;

beforeAll(async () => {
  base = await openTestDatabase('demonstration');
  data = await Snapshot.read(base.db);
  ask = askingApi(base.db, data);
});

afterAll(() => base.drop());

interface Rows {
  total: number;
  pages: number;
  suivante: string | null;
  donnees: Record<string, unknown>[];
}

const rowsAt = async (address: string): Promise<Rows> => (await ask(address)).json() as Promise<Rows>;

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
addFormats.default(ajv);
/** By endpoint and content type. */
const compiled = new Map<string, ValidateFunction>();

/** What an independent validator says of an answer, by the document’s own schema. */
function faultsOf(address: string, type: string, body: unknown): unknown {
  const { endpoint } = endpointAt(address.split('?')[0] ?? '');
  const key = `${endpoint.id} ${type}`;
  const schema = compiled.has(key) ? {} : contentOf(endpoint)[type]?.schema;
  if (!schema) return `${type} is not in the document`;
  const validate = compiled.get(key) ?? ajv.compile(schema);
  compiled.set(key, validate);
  return validate(body) ? null : validate.errors?.slice(0, 3);
}

/** An address of each kind of answer: every endpoint is here at least once. */
const addresses = (): string[] => [
  ...ENDPOINTS.flatMap(({ example }) => (example === null ? [] : [example])),
  '/territoires?q=liselle',
  '/territoires?dans=99&niveau=commune',
  '/territoires/99',
  // One of each kind.
  ...new Map(INDICATORS.filter(mayRedistribute).map(({ kind, id }) => [kind, `/indicateurs/${id}`])).values(),
  '/valeurs?indicateur=taux-de-pauvrete-estime&niveau=commune&par_page=1000',
  '/valeurs?indicateur=densite',
  '/scores?x=fibre-2026.5_chomage.2&xm=deciles&xr=departement',
  '/lieux?lg=1',
  `/lieux/${OpenPlaces.of(data.places, new Set()).places[0]?.id ?? ''}`,
  '/ecarts?seuil=2&quand=samedi&communes=1',
  '/ecarts/communes?seuil=2&quand=samedi&qui=pauvrete',
];

describe('the document', () => {
  it('is valid OpenAPI 3.1 to a validator that is not ours', async () => {
    const document = (await (await ask('/openapi.json')).json()) as Record<string, unknown>;
    const { valid, errors } = await new Validator().validate(document);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(Object.keys(document.paths as object)).toEqual(
      expect.arrayContaining(ENDPOINTS.map(({ path }) => path)),
    );
  });

  it('describes every answer: each is checked by a validator that is not ours', async () => {
    for (const address of addresses()) {
      const { endpoint } = endpointAt(address.split('?')[0] ?? '');
      for (const format of formatsOf(endpoint).filter((one) => one.endsWith('json'))) {
        const response = await ask(`${address}${address.includes('?') ? '&' : '?'}format=${format}`);
        expect(response.status, address).toBe(200);
        const type = response.headers.get('content-type')?.split(';')[0] ?? '';
        expect(faultsOf(address, type, await response.json()), `${address} ${type}`).toBeNull();
      }
    }
  });
});

describe('pages', () => {
  it.each([
    '/territoires?niveau=commune',
    '/valeurs?indicateur=population',
    '/scores?niveau=commune',
    '/lieux?',
  ])('of %s sum up to the whole, each row once, and the links lead from one to the next', async (address) => {
    const whole = parse(await (await ask(`${address}&format=csv&par_page=tous`)).text(), {
      columns: true,
      skip_empty_lines: true,
    }) as Record<string, string>[];
    const seen: unknown[] = [];
    let next: string | null = `${address}&par_page=17`;
    for (let turns = 0; next !== null; turns++) {
      expect(turns).toBeLessThan(200);
      const { total, suivante, donnees } = await rowsAt(next);
      expect(total).toBe(whole.length);
      seen.push(...donnees.map(({ slug, id }) => slug ?? id));
      next = suivante === null ? null : suivante.slice(suivante.indexOf('/api/v1') + 7);
    }
    expect(seen).toEqual(whole.map(({ slug, id }) => slug ?? id));
    const { features } = (await (await ask(`${address}&format=geojson&par_page=tous`)).json()) as {
      features: { id: string; geometry: object | null }[];
    };
    expect(features.map(({ id }) => id)).toEqual(seen);
    expect(features.some(({ geometry }) => geometry !== null)).toBe(true);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('past the end say so, and too many rows at once are refused', async () => {
    expect((await ask('/territoires?niveau=region&page=9')).status).toBe(404);
    expect((await ask('/territoires?par_page=1001')).status).toBe(400);
    expect((await ask('/territoires?par_page=tous')).status).toBe(400);
  });
});

describe('figures', () => {
  it('are those of the columns: unknown is null with its state, never 0', async () => {
    const { donnees } = await rowsAt('/valeurs?indicateur=taux-de-pauvrete&par_page=1000');
    const column = data.column('taux-de-pauvrete', 'commune');
    expect(donnees.length).toBe(data.territories.all('commune').length);
    for (const { valeur, etat, code } of donnees) {
      const held = column?.values[data.territories.get('commune', String(code))?.ordinal ?? -1] ?? NaN;
      if (etat === 'valeur') expect(valeur).toBe(held);
      else expect(valeur).toBeNull();
    }
    expect(donnees.some(({ etat }) => etat === 'secret')).toBe(true);
  });

  it('read the same in every format', async () => {
    const address = '/valeurs?indicateur=taux-de-pauvrete-estime&niveau=departement';
    const { donnees } = await rowsAt(address);
    const csv = parse(await (await ask(`${address}&format=csv`)).text(), { columns: true }) as Record<
      string,
      string
    >[];
    expect(csv.map(({ valeur }) => (valeur === '' ? null : Number(valeur)))).toEqual(
      donnees.map(({ valeur }) => valeur),
    );
    const french = Buffer.from(await (await ask(`${address}&format=csv-fr`)).arrayBuffer()).toString('utf8');
    expect(french.startsWith('\ufeff')).toBe(true);
    const table = parse(french, { columns: true, delimiter: ';', bom: true }) as Record<string, string>[];
    expect(table.map(({ valeur }) => (valeur === '' ? null : Number(valeur?.replace(',', '.'))))).toEqual(
      donnees.map(({ valeur }) => valeur),
    );
    const features = (await (await ask(address, { headers: { accept: 'application/geo+json' } })).json()) as {
      features: { properties: unknown; geometry: { type: string } | null }[];
    };
    expect(features.features.map(({ properties }) => properties)).toEqual(donnees);
    expect(features.features[0]?.geometry?.type).toMatch(/Polygon$/);
  });

  it('whose source may not be redistributed are refused with the reason, alone and in an index', async () => {
    for (const { id } of INDICATORS.filter((one) => !mayRedistribute(one))) {
      const refused = await ask(`/valeurs?indicateur=${id}`);
      expect([id, refused.status]).toEqual([id, 403]);
      expect(((await refused.json()) as { detail: string }).detail).toContain('redistribu');
      expect((await ask(`/scores?x=${id}.5_fibre-2026.1`)).status).toBeGreaterThanOrEqual(400);
    }
    const sheet = await (await ask('/territoires/99')).text();
    expect(sheet).not.toContain('"indicateur":"ifn-');
  });

  it('of places: none of a source that may only be shown', async () => {
    const kept = data.places.filter((place) => OpenPlaces.of([place], new Set()).places.length === 0);
    expect(kept.length).toBeGreaterThan(20);
    const text = await (await ask('/lieux?format=csv&par_page=tous')).text();
    for (const { id } of kept) expect(text).not.toContain(`\n${id},`);
    expect((await ask(`/lieux/${encodeURIComponent(kept[0]?.id ?? '')}`)).status).toBe(403);
    expect((await ask('/lieux/personne')).status).toBe(404);
  });
});

describe('communes out of reach', () => {
  interface Commune {
    code: string;
    partHorsDePortee: number | null;
    personnesHorsDePortee: { valeur: number | null; etat: string };
    distance: number | null;
  }

  it('are those of the gaps, row by row, and sum up to them', async () => {
    const asked = 'dans=99&seuil=1&qui=pauvrete';
    const gaps = (await (await ask(`/ecarts?${asked}&communes=1`)).json()) as {
      total: { personnesHorsDePortee: { valeur: number } };
      communes: Commune[];
    };
    const beyond = gaps.communes.filter(({ partHorsDePortee }) => (partHorsDePortee ?? 0) > 0);
    const { donnees } = await rowsAt(`/ecarts/communes?${asked}&par_page=1000`);
    expect(beyond.length).toBeGreaterThan(0);
    expect(beyond.length).toBeLessThan(gaps.communes.length);
    expect(
      donnees.map(({ code, part, distance, valeur, etat }) => [code, part, distance, valeur, etat]),
    ).toEqual(
      beyond.map(({ code, partHorsDePortee, distance, personnesHorsDePortee: { valeur, etat } }) => [
        code,
        partHorsDePortee,
        distance,
        valeur,
        etat,
      ]),
    );
    const sum = donnees.reduce((all, { valeur }) => all + Number(valeur ?? 0), 0);
    expect(sum).toBeCloseTo(gaps.total.personnesHorsDePortee.valeur, 6);
    const csv = await (await ask(`/ecarts/communes?${asked}&format=csv&par_page=tous`)).text();
    const rows = parse(csv, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ code, valeur }) => [code, valeur])).toEqual(
      donnees.map(({ code, valeur }) => [code, String(valeur ?? '')]),
    );
    const { features } = (await (
      await ask(`/ecarts/communes?${asked}&format=geojson&par_page=tous`)
    ).json()) as {
      features: { properties: unknown; geometry: { type: string } | null }[];
    };
    expect(features.map(({ properties }) => properties)).toEqual(donnees);
    expect(features[0]?.geometry?.type).toMatch(/Polygon$/);
  });
});

describe('a tag', () => {
  it('brings 304 while nothing changed, and another for another question, day or format', async () => {
    const now = new Date('2026-11-26T08:00:00Z');
    const address = '/valeurs?indicateur=population&niveau=region';
    const first = await ask(address, { now });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    const again = await ask(address, { now, headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
    // The same question otherwise spelled.
    expect(
      (await ask('/valeurs?niveau=region&indicateur=population&page=1', { now })).headers.get('etag'),
    ).toBe(etag);
    const others = await Promise.all([
      ask(`${address}&format=csv`, { now }),
      ask('/valeurs?indicateur=population&niveau=departement', { now }),
      ask(address, { now: new Date('2026-11-27T08:00:00Z') }),
    ]);
    for (const other of others) expect(other.headers.get('etag')).not.toBe(etag);
  });
});

describe('a bad parameter', () => {
  it.each([
    ['/territoires?niveaux=commune', 'niveaux'],
    ['/territoires?__proto__=x', '__proto__'],
    ['/territoires?niveau=canton', 'niveau'],
    ['/territoires?dans=00000', 'dans'],
    ['/territoires?page=0', 'page'],
    ['/territoires?page=deux', 'page'],
    ['/territoires?page=1&page=2', 'page'],
    ['/territoires?par_page=0', 'par_page'],
    ['/territoires?format=pdf', 'format'],
    ['/valeurs', 'indicateur'],
    ['/valeurs?indicateur=bonheur', 'indicateur'],
    ['/scores?x=bonheur.5', 'x'],
    ['/scores?xs=200', 'xs'],
    ['/scores?xr=perimetre', 'xr'],
    ['/lieux?quand=hier', 'quand'],
    ['/lieux?services=chanter', 'services'],
    ['/lieux?pres=1_2', 'pres'],
    ['/ecarts?seuil=0', 'seuil'],
    ['/ecarts/communes?seuil=0', 'seuil'],
    ['/ecarts/communes?communes=1', 'communes'],
    ['/ecarts?qui=martiens', 'qui'],
  ])('%s is refused by a sentence about « %s »', async (address, name) => {
    const response = await ask(address);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as {
      detail: string;
      erreurs: { parametre: string; detail: string }[];
    };
    expect(problem.erreurs.map(({ parametre }) => parametre)).toContain(name);
    for (const { detail } of problem.erreurs) {
      expect(detail).toMatch(/^[«A-ZÀ-Ý].*\.$/u);
      expect(detail).not.toMatch(/invalid|expected|undefined/i);
    }
  });

  it('an Accept that nothing answers is a 406', async () => {
    expect((await ask('/territoires', { headers: { accept: 'application/xml' } })).status).toBe(406);
    expect((await ask('/territoires', { headers: { accept: 'text/html,*/*;q=0.8' } })).status).toBe(200);
  });

  it('an Accept of the type that the catalogue is said to have is answered', async () => {
    const harvested = await ask('/catalogue.jsonld', { headers: { accept: 'application/ld+json' } });
    expect([harvested.status, harvested.headers.get('content-type')]).toEqual([200, 'application/ld+json']);
  });
});
