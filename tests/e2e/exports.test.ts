import { readFile } from 'node:fs/promises';
import { VectorTile } from '@mapbox/vector-tile';
import { check } from '@placemarkio/check-geojson';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { PbfReader } from 'pbf';
import type { Download, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { zonesByCode } from '../../src/lib/server/queries/zones.ts';
import { expectSound, visitDemonstration } from '../support/visit.ts';

const site = visitDemonstration({ until: 'networkidle' });
const { open } = site;
let communes: readonly Territory[];

beforeAll(async () => {
  communes = (await Snapshot.read(site.database.db)).territories.all('commune');
});

const files = {
  'territoires/99/diagnostic/communes.csv': 'text/csv; charset=utf-8',
  'territoires/99/diagnostic/communes.xlsx':
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'territoires/99/diagnostic/communes.geojson': 'application/geo+json; charset=utf-8',
  'territoires/FR/membres.csv': 'text/csv; charset=utf-8',
  'territoires/FR/membres.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'territoires/99/carte.svg?telecharger=1': 'image/svg+xml; charset=utf-8',
  'carte/image.svg?n=departement&telecharger=1': 'image/svg+xml; charset=utf-8',
};

describe('files', () => {
  it.each(Object.entries(files))('%s is a file to keep', async (path, type) => {
    const { status, headers } = await fetch(`${site.url}/${path}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="maillage-[a-z0-9-]+-\d{4}-\d\d-\d\d\.(?:csv|xlsx|geojson|svg)"$/,
    );
  });

  it('hold the same figures whatever the format', async () => {
    const base = `${site.url}/territoires/99/diagnostic/communes`;
    const [csv, xlsx, geojson] = await Promise.all(
      ['csv', 'xlsx', 'geojson'].map((format) => fetch(`${base}.${format}`)),
    );
    const rows = parse(await (csv as Response).text(), { bom: true, delimiter: ';' }) as string[][];
    const sheet = await readSheet(Buffer.from(await (xlsx as Response).arrayBuffer()), 'Données');
    const { features } = (await (geojson as Response).json()) as {
      features: { id: string; properties: Record<string, string | number | null> }[];
    };
    expect(rows).toHaveLength(communes.length + 1);
    expect(sheet).toHaveLength(communes.length + 1);
    expect(features).toHaveLength(communes.length);
    const said = (value: unknown): string =>
      typeof value === 'number' ? String(value).replace('.', ',') : ((value as string | null) ?? '');
    rows.slice(1).forEach((row, at) => {
      // A CSV has no other place for its sources and its day than two columns more.
      const figures = row.slice(0, -2);
      expect(figures).toEqual(sheet[at + 1]?.map(said));
      expect(figures).toEqual(Object.values(features[at]?.properties ?? {}).map(said));
      expect(row[0]).toBe(features[at]?.id);
    });
  });

  it('carry their sources, and say what was left out', async () => {
    const response = await fetch(`${site.url}/territoires/99/diagnostic/communes.xlsx`);
    const sheet = await readSheet(Buffer.from(await response.arrayBuffer()), 'Sources');
    const text = sheet.flat().join('\n');
    expect(text).toContain('Licence Ouverte 2.0');
    expect(text).toContain('https://www.insee.fr/');
    expect(text).toContain('Fichier établi avec Maillage le');
    expect(text).toContain('Hors de ce fichier : Indice de fragilité numérique');
  });

  it.each([
    ['communes.pdf', '/territoires/99/diagnostic/communes.pdf', 'Formats offerts : csv, xlsx, geojson'],
    ['a commune’s members', () => `/territoires/${communes[0]?.code}/membres.csv`, 'n’en réunit aucun autre'],
    ['nowhere', '/territoires/00000/membres.csv', 'Aucun territoire'],
  ] as const)('%s is refused in a sentence', async (_, path, sentence) => {
    const response = await fetch(site.url + (typeof path === 'string' ? path : path()));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(sentence);
  });
});

describe('for other tools', () => {
  interface Described {
    tilejson: string;
    tiles: string[];
    bounds: [number, number, number, number];
    minzoom: number;
    maxzoom: number;
    attribution: string;
    vector_layers: { id: string; fields: Record<string, string> }[];
  }

  /** What the published schema of TileJSON 3.0.0 requires and forbids. */
  const schema = z.looseObject({
    tilejson: z.string().regex(/\d+\.\d+\.\d+\w?[\w\d]*/),
    tiles: z.array(z.url()).min(1),
    vector_layers: z.array(
      z.looseObject({
        id: z.string(),
        fields: z.record(z.string(), z.string()),
        description: z.string().optional(),
        minzoom: z.int().optional(),
        maxzoom: z.int().optional(),
      }),
    ),
    attribution: z.string().optional(),
    bounds: z.array(z.number()).length(4).optional(),
    center: z.array(z.number()).length(3).optional(),
    minzoom: z.int().min(0).max(30).optional(),
    maxzoom: z.int().min(0).max(30).optional(),
    name: z.string().optional(),
    scheme: z.enum(['xyz', 'tms']).optional(),
    version: z.string().optional(),
  });

  it('the tiles are found by their description, and hold the codes that files are joined by', async () => {
    const response = await fetch(`${site.url}/tuiles/communes.json`, {
      headers: { origin: 'https://ailleurs.fr' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const described = (await response.json()) as Described;
    expect(schema.safeParse(described).error).toBeUndefined();
    const [west, south, east, north] = described.bounds;
    const { maxzoom: zoom } = described;
    const x = Math.floor((((west + east) / 2 + 180) / 360) * 2 ** zoom);
    const y = Math.floor(
      ((1 - Math.asinh(Math.tan((((south + north) / 2) * Math.PI) / 180)) / Math.PI) / 2) * 2 ** zoom,
    );
    const address = (described.tiles[0] ?? '')
      .replace('{z}', String(zoom))
      .replace('{x}', String(x))
      .replace('{y}', String(y));
    const tile = await fetch(address);
    expect(tile.headers.get('access-control-allow-origin')).toBe('*');
    const { layers } = new VectorTile(new PbfReader(new Uint8Array(await tile.arrayBuffer())));
    expect(Object.keys(layers)).toEqual(described.vector_layers.map(({ id }) => id));
    const layer = layers.commune;
    const codes = Array.from({ length: layer?.length ?? 0 }, (_, at) => layer?.feature(at).properties);
    expect(codes.length).toBeGreaterThan(0);
    const known = new Set(communes.map(({ code }) => code));
    for (const properties of codes) {
      expect(Object.keys(properties ?? {})).toEqual(Object.keys(described.vector_layers[0]?.fields ?? {}));
      expect(known).toContain(properties?.code);
    }
    const following = await fetch(address.replace(/tuiles\/[0-9a-f]+\//, 'tuiles/actuelles/'));
    expect(following.status).toBe(200);
    expect(following.headers.get('cache-control')).not.toContain('immutable');
  });

  it('the neighbourhoods have tiles of their own, described and open to any site', async () => {
    const response = await fetch(`${site.url}/tuiles/quartiers-prioritaires.json`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const described = (await response.json()) as Described;
    expect(schema.safeParse(described).error).toBeUndefined();
    const [zone] = (await zonesByCode(site.database.db, 'qpv')).values();
    if (!zone) throw new Error('the demonstration has no neighbourhood');
    const side = 2 ** described.maxzoom;
    const sine = Math.sin((zone.lat * Math.PI) / 180);
    const address = (described.tiles[0] ?? '')
      .replace('{z}', String(described.maxzoom))
      .replace('{x}', String(Math.floor(((zone.lon + 180) / 360) * side)))
      .replace('{y}', String(Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side)));
    const tile = await fetch(address);
    expect(tile.headers.get('access-control-allow-origin')).toBe('*');
    const { layers } = new VectorTile(new PbfReader(new Uint8Array(await tile.arrayBuffer())));
    expect(Object.keys(layers)).toEqual(described.vector_layers.map(({ id }) => id));
    const fields = Object.keys(described.vector_layers[0]?.fields ?? {});
    const held = Array.from(
      { length: layers.qpv?.length ?? 0 },
      (_, at) => layers.qpv?.feature(at).properties,
    );
    expect(held.map((one) => one?.code)).toContain(zone.code);
    for (const one of held) expect(fields).toEqual(expect.arrayContaining(Object.keys(one ?? {})));
    const following = await fetch(address.replace(/qpv\/[0-9a-f]+\//, 'qpv/actuelles/'));
    expect(following.status).toBe(200);
    expect(following.headers.get('cache-control')).not.toContain('immutable');
    expect((await fetch(`${site.url}/tuiles/iris.json`)).status).toBe(404);
  });

  it('one indicator leaves with the same eight columns, read alike by four readers', async () => {
    const base = `${site.url}/carte/export`;
    const ask = '?i=fibre-2026&n=commune&t=99';
    const [csv, plainCsv, xlsx, geojson] = await Promise.all(
      [`csv${ask}`, `csv${ask}&international=1`, `xlsx${ask}`, `geojson${ask}`].map((end) =>
        fetch(`${base}.${end}`),
      ),
    );
    for (const response of [csv, plainCsv, xlsx, geojson])
      expect(response?.headers.get('access-control-allow-origin')).toBe('*');
    const headings = ['code', 'nom', 'valeur', 'etat', 'unite', 'millesime', 'source', 'etabli'];
    const office = parse(await (csv as Response).text(), { bom: true, delimiter: ';' }) as string[][];
    const international = parse(await (plainCsv as Response).text(), { delimiter: ',' }) as string[][];
    const sheet = await readSheet(Buffer.from(await (xlsx as Response).arrayBuffer()), 'Données');
    // Strict RFC 7946: rings that close, coordinates that are degrees.
    const collection = check(await (geojson as Response).text()) as FeatureCollection<
      Polygon | MultiPolygon,
      Record<string, string | number | null>
    > & { sources: { producer: string; loaded: string }[]; date: string };
    expect(office[0]).toEqual(headings);
    expect(international[0]).toEqual(headings);
    expect(sheet[0]).toEqual(headings);
    expect(collection.features).toHaveLength(communes.length);
    expect(collection.sources.length).toBeGreaterThan(1);
    expect(collection.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    collection.features.forEach(({ id, properties }, at) => {
      expect(Object.keys(properties)).toEqual(headings);
      expect(properties.code).toBe(id);
      expect(sheet[at + 1]).toEqual(Object.values(properties));
      const said = (decimal: string) =>
        Object.values(properties).map((value) =>
          typeof value === 'number' ? String(value).replace('.', decimal) : (value ?? ''),
        );
      expect(office[at + 1]).toEqual(said(','));
      expect(international[at + 1]).toEqual(said('.'));
      expect(properties.source).toMatch(/^Arcep, .*\(Licence Ouverte 2\.0\)$/);
      expect(properties.etabli).toBe(collection.date);
    });
  });

  it.each([
    ['i=ifn-total', 403, 'jamais redistribué'],
    ['x=maillage', 400, '/indices/classement'],
    ['t=00000', 404, 'Aucun territoire'],
  ])('%s is refused (%i) in a sentence', async (ask, status, sentence) => {
    const response = await fetch(`${site.url}/carte/export.csv?${ask}`);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(sentence);
  });
});

const saved = async (download: Download): Promise<Buffer> => readFile(await download.path());

/** Opens a menu by keys alone, and takes the item of that name. */
async function take(page: Page, menu: string, item: RegExp): Promise<Download> {
  await page.locator('summary', { hasText: menu }).first().focus();
  await page.keyboard.press('Enter');
  const entry = page
    .locator('.menu > details[open]')
    .getByRole('button', { name: item })
    .or(page.locator('.menu > details[open]').getByRole('link', { name: item }));
  await entry.focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await expect.poll(() => page.locator('.menu > details[open]').count()).toBe(0);
  return download;
}

describe('a page', () => {
  it('gives its map and its cloud as PNG and SVG, its table as a workbook, by keys alone', async () => {
    const { page, complaints } = await open('/territoires/99');
    const map = await take(page, 'Télécharger la carte', /PNG/);
    expect(map.suggestedFilename()).toMatch(/^maillage-carte-99-\d{4}-\d\d-\d\d\.png$/);
    const png = await saved(map);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2 * (560 + 268));
    const cloud = await take(page, 'Télécharger l’image', /SVG/);
    const svg = (await saved(cloud)).toString().replaceAll('\u00a0', ' ');
    for (const part of ['<title>Revenus et fibre', 'Sources : Insee', 'Graphique établi avec Maillage le']) {
      expect([part, svg.includes(part)]).toEqual([part, true]);
    }
    expect((await saved(await take(page, 'Télécharger l’image', /PNG/))).subarray(1, 4).toString()).toBe(
      'PNG',
    );
    const table = await take(page, 'Télécharger le tableau', /XLSX/);
    expect(table.suggestedFilename()).toMatch(/^maillage-communes-99-.*\.xlsx$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('offers its tables without a script too', async () => {
    const { page } = await open('/territoires/99/diagnostic', { javaScriptEnabled: false });
    await page.locator('summary', { hasText: 'Télécharger les communes' }).click();
    const link = page.getByRole('link', { name: /CSV/ });
    expect(await link.getAttribute('href')).toBe('/territoires/99/diagnostic/communes.csv');
    await page.context().close();
  });

  it('keeps the choice of places in what it offers', async () => {
    const { page } = await open('/territoires/99/diagnostic?la=1');
    const download = await take(page, 'Télécharger les communes', /GeoJSON/);
    const { notes } = JSON.parse((await saved(download)).toString()) as { notes: string[] };
    expect(notes[0]).toContain('avec un accompagnement');
    await page.context().close();
  });

  it('says so when a picture cannot be made, and stays usable', async () => {
    const { page } = await open('/territoires/99');
    await page.route('**/carte.svg?telecharger=1', (route) => route.fulfill({ status: 503, body: '' }));
    await page.locator('summary', { hasText: 'Télécharger la carte' }).click();
    await page.getByRole('button', { name: /Image PNG/ }).click();
    await page.getByRole('alert').getByText('réessayez').waitFor();
    await page.unroute('**/carte.svg?telecharger=1');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Image PNG/ }).click(),
    ]);
    expect(download.suggestedFilename()).toContain('maillage-carte-99');
    await page.context().close();
  });

  it('has open menus in which axe finds nothing, on a desk and on a phone', async () => {
    const { page } = await open('/territoires/99/diagnostic');
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      const menu = page.locator('details', { hasText: 'Télécharger les communes' });
      if (!(await menu.evaluate((details: HTMLDetailsElement) => details.open))) {
        await menu.locator('summary').click();
      }
      await expectSound(page);
    }
    await page.context().close();
  });
});
