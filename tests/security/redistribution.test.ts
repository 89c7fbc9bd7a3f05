import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INDICATORS, mayRedistribute } from '../../src/lib/domain/indicators/catalogue.ts';
import { columnSummaries, dataRevision } from '../../src/lib/server/queries/versions.ts';
import { readPlaces } from '../../src/lib/server/queries/places/places.ts';
import { serveClone, type TestSite } from '../support/server.ts';

let site: TestSite;

beforeAll(async () => {
  site = await serveClone();
});

afterAll(() => site.stop());

const restricted = INDICATORS.filter((indicator) => !mayRedistribute(indicator));
const open = INDICATORS.filter(mayRedistribute);

describe('a source that may not be redistributed', () => {
  it('has no public column, whatever the level; the others do', async () => {
    const columns = await columnSummaries(site.database.db);
    for (const { indicator, level, hash } of columns) {
      const { status } = await fetch(`${site.url}/colonnes/${indicator}/${level}/${hash}`);
      const expected = restricted.some(({ id }) => id === indicator) ? 403 : 200;
      expect([indicator, level, status]).toEqual([indicator, level, expected]);
    }
    expect(columns.some(({ indicator }) => indicator === 'ifn-total')).toBe(true);
  });

  it('answers classes and positions to the pages of the application only', async () => {
    const { loads, changes } = await dataRevision(site.database.db);
    const edition = `edition=${loads + changes}`;
    for (const path of [
      '/carte/classes/ifn-total/commune',
      '/lieux/affichage',
      `/implantation/probleme?${edition}`,
      `/implantation/sites?${edition}&s=premises-1`,
      `/implantation/atelier/cadre?${edition}`,
      `/implantation/tournees/probleme?${edition}`,
    ]) {
      expect((await fetch(site.url + path)).status, path).toBe(403);
      const foreign = await fetch(site.url + path, { headers: { 'sec-fetch-site': 'cross-site' } });
      expect(foreign.status, path).toBe(403);
      const own = await fetch(site.url + path, { headers: { 'sec-fetch-site': 'same-origin' } });
      expect(own.status, path).toBe(200);
      expect(own.headers.get('cache-control'), path).not.toContain('public');
    }
  });

  it('names none of its places in the files and answers of gaps', async () => {
    const places = (await readPlaces(site.database.db)).filter(({ kind }) => kind !== 'france-services');
    for (const path of [
      '/ecarts/zones.csv?seuil=2',
      '/ecarts/zones.geojson?seuil=2',
      '/api/v1/ecarts?seuil=2',
    ]) {
      const response = await fetch(site.url + path);
      expect(response.status, path).toBe(200);
      const text = await response.text();
      for (const { name } of places) expect(text, path).not.toContain(name);
    }
  });

  it('is described in no catalogue of files, embedded by classes only, and its editions give no figure', async () => {
    for (const path of ['/api/v1/datapackage.json', '/api/v1/catalogue.jsonld']) {
      const text = await (await fetch(site.url + path)).text();
      expect(text, path).toContain('niveau-de-vie-median');
      for (const { id } of restricted) expect(text, path).not.toContain(`indicateur=${id}&`);
    }
    const table = await (await fetch(`${site.url}/cadre/tableau?i=ifn-total&n=commune`)).text();
    const rows = [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)]
      .map(([row]) => row)
      .filter((row) => row.includes('<td'));
    expect(rows.length).toBeGreaterThan(5);
    // A class is two limits; the people of a commune come after it.
    for (const row of rows)
      expect(/<td class="numeric[\s\S]*?<\/td>/.exec(row)?.[0]).toMatch(/ à |moins de|plus|inconnu|secret/);
    const versions = await site.database.db.sql<{ id: number; redistribute: boolean }[]>`
      select id, redistribute from dataset_version where not redistribute`;
    expect(versions.length).toBeGreaterThan(0);
    for (const { id } of versions)
      expect((await fetch(`${site.url}/donnees/editions/${id}/valeurs.csv`)).status).toBe(403);
  });

  it('is in no export: neither its figures nor its places', async () => {
    const places = (await readPlaces(site.database.db)).filter(({ kind }) => kind !== 'france-services');
    expect(places.length).toBeGreaterThan(50);
    for (const name of ['communes.csv', 'communes.geojson']) {
      const response = await fetch(`${site.url}/territoires/99/diagnostic/${name}`);
      expect(response.status).toBe(200);
      const text = await response.text();
      expect(text).toContain('Port-Liselle');
      // The line that says why may name the source; its figures have columns of their own.
      for (const { label, id } of restricted) {
        expect(text).not.toContain(`;${label}`);
        expect(text).not.toContain(`"${label}`);
        expect(text).not.toContain(`"${id}"`);
      }
      for (const place of places) expect(text).not.toContain(place.name);
      expect(
        open.some(({ short, label, id }) => [short, label, id].some((word) => text.includes(word))),
      ).toBe(true);
    }
  });
});

describe('every answer', () => {
  it.each(['/', '/carte', '/territoires/99', '/donnees', '/territoires/00000', '/health/live'])(
    '%s carries the headers that keep a browser safe',
    async (path) => {
      const { headers } = await fetch(site.url + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBeTruthy();
    },
  );

  it('lets no script in that the page did not sign', async () => {
    const { headers } = await fetch(`${site.url}/carte`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});
