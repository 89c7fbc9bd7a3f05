import { parse } from 'csv-parse/sync';
import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INDICATORS, mayRedistribute } from '../../src/lib/domain/indicators/catalogue.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { askingApi } from '../support/asking-api.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { tableaux } from '../../src/lib/messages/tableaux.ts';
import { writeOwnTable } from '../support/written-table.ts';

let base: TestDatabase;
let data: Snapshot;
let ask: ReturnType<typeof askingApi>;
/** Tables that may be republished, each under a licence of its own: their numbers by SPDX identifier. */
const tables = new Map<string, number>();

beforeAll(async () => {
  base = await openTestDatabase('demonstration');
  for (const [licence, name] of [
    ['odbl', 'ODbL-1.0'],
    ['cc-by', 'CC-BY-4.0'],
    ['cc-0', 'CC0-1.0'],
  ] as const) {
    const figures = [
      { slug: 'taux', label: `Taux ${name}`, value: ({ ordinal }: { ordinal: number }) => ordinal },
    ];
    const written = { owner: null, shared: true, licence: tableaux.licences[licence] ?? '', name, figures };
    tables.set(name, await writeOwnTable(base.db, written));
  }
  data = await Snapshot.read(base.db);
  ask = askingApi(base.db, data);
});

afterAll(() => base.drop());

interface Field {
  name: string;
  type: string;
  delimiter?: string;
  constraints?: { enum?: string[]; minimum?: number; maximum?: number };
}

interface Package {
  $schema: string;
  name: string;
  licenses: { name: string; path: string }[];
  sources: { title: string }[];
  resources: {
    name: string;
    path: string;
    type: string;
    licenses?: { name: string }[];
    schema: { fields: Field[]; primaryKey: string[]; missingValues: string[] };
  }[];
}

const below = (address: string): string => address.slice(address.indexOf('/api/v1') + 7);

/** Why a cell is not of its column, by the rules of Table Schema; `null` when it is. */
function faultOf({ name, type, delimiter = ',', constraints = {} }: Field, cell: string): string | null {
  if (cell === '') return null;
  const number = Number(cell);
  const isNumber = type === 'number' || type === 'integer';
  if (isNumber && !Number.isFinite(number)) return `${name}: ${cell} is no number`;
  if (type === 'integer' && !/^-?\d+$/.test(cell)) return `${name}: ${cell} is no integer`;
  if (type === 'boolean' && !['0', '1'].includes(cell)) return `${name}: ${cell} is no boolean`;
  if (type === 'list' && cell.split(delimiter).includes('')) return `${name}: ${cell} holds nothing`;
  if (constraints.enum && !constraints.enum.includes(cell)) return `${name}: ${cell} is not of the list`;
  if (isNumber && (number < (constraints.minimum ?? -Infinity) || number > (constraints.maximum ?? Infinity)))
    return `${name}: ${cell} is out of bounds`;
  return null;
}

describe('the data package', () => {
  it('has what the profile of Data Package v2 asks, and files that are what it says', async () => {
    const told = (await (await ask('/datapackage.json')).json()) as Package;
    expect(told.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(told.name).toMatch(/^[a-z0-9._-]+$/);
    expect(told.resources.length).toBeGreaterThan(20);
    const names = told.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9._-]+$/);
    for (const { name, path } of told.licenses)
      expect([name, path]).toEqual([name, expect.stringMatching(/^https:/)]);
    for (const { name, path, type, schema } of told.resources) {
      expect(type).toBe('table');
      const fields = schema.fields.map((field) => field.name);
      expect(new Set(fields).size).toBe(fields.length);
      for (const key of schema.primaryKey) expect(fields).toContain(key);
      const response = await ask(below(path));
      expect([name, response.status]).toEqual([name, 200]);
      const [headings = [], ...rows] = parse(await response.text()) as string[][];
      expect(headings).toEqual(fields);
      const faults = rows.flatMap((row) =>
        row.flatMap((cell, at) => faultOf(schema.fields[at] as Field, cell) ?? []),
      );
      expect([name, faults.slice(0, 3)]).toEqual([name, []]);
      const at = headings.indexOf(schema.primaryKey[0] ?? '');
      expect(new Set(rows.map((row) => row[at])).size).toBe(rows.length);
    }
  });

  it('offers every indicator that is loaded and may be republished and no other', async () => {
    const { resources } = (await (await ask('/datapackage.json')).json()) as Package;
    for (const one of INDICATORS)
      expect([one.id, resources.some(({ name }) => name === `valeurs-${one.id}-commune`)]).toEqual([
        one.id,
        mayRedistribute(one) && data.column(one.id, 'commune') !== null,
      ]);
  });
});

it('the licence of a table goes with its files, in the data package and in the catalogue', async () => {
  const told = (await (await ask('/datapackage.json')).json()) as Package;
  expect(new Set(told.licenses.map(({ name }) => name))).toEqual(new Set(['etalab-2.0', ...tables.keys()]));
  const { 'dcat:dataset': datasets } = (await (await ask('/catalogue.jsonld')).json()) as {
    'dcat:dataset': {
      'dct:identifier': string;
      'dcat:distribution': { 'dct:license'?: { '@id': string } }[];
    }[];
  };
  for (const [name, id] of tables) {
    const file = told.resources.find((one) => one.name === `valeurs-tableau-${id}-taux-commune`);
    expect(file?.licenses?.map((one) => one.name)).toEqual([name]);
    const dataset = datasets.find((one) => one['dct:identifier'] === `tableau-${id}`);
    expect(dataset?.['dcat:distribution'].map((one) => one['dct:license']?.['@id'])).toEqual(
      dataset?.['dcat:distribution'].map(() => `https://spdx.org/licenses/${name}`),
    );
    expect(dataset?.['dcat:distribution'].length).toBeGreaterThan(0);
  }
});

it('the files of the catalogue are whole: as many features as rows', async () => {
  const { 'dcat:dataset': datasets } = (await (await ask('/catalogue.jsonld')).json()) as {
    'dcat:dataset': { 'dcat:distribution': Record<'dcat:downloadURL', { '@id': string }>[] }[];
  };
  const addresses = new Set(
    datasets.flatMap((one) => one['dcat:distribution'].map((file) => file['dcat:downloadURL']['@id'])),
  );
  const maps = [...addresses].filter((address) => address.includes('format=geojson'));
  let most = 0;
  for (const address of maps) {
    const table = address.replace('format=geojson', 'format=csv');
    expect(addresses).toContain(table);
    const { features } = (await (await ask(below(address))).json()) as { features: unknown[] };
    const rows = parse(await (await ask(below(table))).text()) as unknown[];
    expect([address, features.length]).toEqual([address, rows.length - 1]);
    most = Math.max(most, features.length);
  }
  // More than a page.
  expect(most).toBeGreaterThan(100);
});

const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

interface Quad {
  subject: { value: string };
  predicate: { value: string };
  object: { value: string; termType: string };
}

it('the catalogue is read by a JSON-LD reader that is not ours, and has what DCAT-AP asks of each class', async () => {
  const document = (await (await ask('/catalogue.jsonld')).json()) as object;
  const quads = (await jsonld.toRDF(document)) as unknown as Quad[];
  const ofType = (type: string) =>
    quads
      .filter(({ predicate, object }) => predicate.value === TYPE && object.value === type)
      .map(({ subject }) => subject.value);
  const has = (subject: string, predicate: string) =>
    quads.filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate);
  const mandatory: Record<string, string[]> = {
    [`${DCAT}Catalog`]: [`${DCT}title`, `${DCT}description`, `${DCT}publisher`, `${DCAT}dataset`],
    [`${DCAT}Dataset`]: [`${DCT}title`, `${DCT}description`, `${DCT}publisher`, `${DCAT}distribution`],
    [`${DCAT}Distribution`]: [`${DCAT}accessURL`, `${DCT}license`, `${DCT}format`],
    [`${DCAT}DataService`]: [`${DCT}title`, `${DCAT}endpointURL`],
    'http://xmlns.com/foaf/0.1/Agent': ['http://xmlns.com/foaf/0.1/name'],
  };
  for (const [type, predicates] of Object.entries(mandatory)) {
    const subjects = ofType(type);
    expect([type, subjects.length > 0]).toEqual([type, true]);
    for (const subject of subjects)
      for (const predicate of predicates)
        expect([subject, predicate, has(subject, predicate).length > 0]).toEqual([subject, predicate, true]);
  }
  for (const distribution of ofType(`${DCAT}Distribution`))
    for (const { object } of has(distribution, `${DCAT}accessURL`)) expect(object.termType).toBe('NamedNode');
  const datasets = ofType(`${DCAT}Dataset`);
  expect(datasets.some((one) => one.endsWith('#fibre-2026'))).toBe(true);
  expect(datasets.some((one) => one.includes('#ifn-'))).toBe(false);
});
