import { beforeAll, describe, expect, it } from 'vitest';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { expectSound, main, plain, visitDemonstration } from '../support/visit.ts';

const site = visitDemonstration({ until: 'networkidle' });
const { open } = site;
let data: Snapshot;

beforeAll(async () => {
  data = await Snapshot.read(site.database.db);
});

const communes = (): readonly Territory[] => data.territories.all('commune');

/** The first commune whose poverty rate is under secrecy, by the data itself. */
async function secretCommune(): Promise<Territory> {
  const column = data.column('taux-de-pauvrete', 'commune');
  const found = communes().find(({ ordinal }) => column && cellAt(column, ordinal).state === 'secret');
  if (!found) throw new Error('no secret poverty rate in the demonstration');
  return found;
}

describe('a territory', () => {
  it.each([
    '/territoires/99',
    '/territoires/99/diagnostic',
    '/territoires/FR',
    '/territoires/99/diagnostic?lt=france-services',
  ])('%s is sound on a desk, on a phone, light and dark', async (path) => {
    const { page, complaints } = await open(path);
    expect(await page.locator('h1').count()).toBe(1);
    await expectSound(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectSound(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says what stands out in sentences with figures and sources', async () => {
    const { page } = await open('/territoires/99');
    const findings = page.locator('[aria-labelledby="ressort"] li');
    expect(await findings.count()).toBeGreaterThanOrEqual(5);
    for (const finding of await findings.all()) {
      expect(plain(await finding.innerText())).toMatch(/\d/);
      expect(await finding.locator('a[href^="/donnees#"]').count()).toBeGreaterThan(0);
    }
    await page.context().close();
  });

  it('never shows a partial poverty rate as its own', async () => {
    const { page } = await open('/territoires/99');
    const poverty = page.locator('.figure', { hasText: 'Taux de pauvreté' }).first();
    expect(plain(await poverty.innerText())).toMatch(
      /Non calculable Communes connues seulement : [\d,]+ % \(\d+ % des habitants\)/,
    );
    await page.context().close();
  });

  it('says secrecy in words, on the page and in the sentences', async () => {
    const { code } = await secretCommune();
    const { page } = await open(`/territoires/${code}`);
    const text = await main(page);
    expect(text).toContain(
      'est sous secret statistique : il n’est pas publié, ce qui ne veut pas dire qu’il est faible',
    );
    expect(text).toContain('Secret statistique');
    await page.context().close();
  });

  it('copies a sentence with its sources', async () => {
    const { page } = await open('/territoires/99', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copier cette phrase' }).first().click();
    await page.getByText('Phrase copiée').first().waitFor();
    const copied = plain(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied).toMatch(/niveau de vie médian.*\(sources? : Filosofi 2021/);
    await page.context().close();
  });

  it('sorts its communes by any column, unknown last', async () => {
    const { page } = await open('/territoires/99');
    await page.getByRole('button', { name: /^Population/ }).click();
    const first = page.locator('[aria-labelledby="membres"] tbody tr').first();
    const largest = [...communes()].sort((a, b) => (b.population ?? 0) - (a.population ?? 0))[0];
    await expect.poll(() => first.locator('th').innerText()).toBe(largest?.name);
    await page.context().close();
  });

  it('has a page where nobody lives, and where there is no intercommunalité', async () => {
    const empty = communes().find(({ population }) => population === 0);
    const alone = communes().find(({ epci }) => epci === null);
    if (empty) {
      const { page, status } = await open(`/territoires/${empty.code}`);
      expect(status).toBe(200);
      expect(await main(page)).toContain('Ce territoire n’a pas d’habitants');
      await page.context().close();
    }
    if (alone) {
      const { page } = await open(`/territoires/${alone.code}`);
      expect(await main(page)).toContain('Cette commune n’appartient à aucune intercommunalité.');
      await page.context().close();
    }
    expect([empty, alone]).not.toContain(undefined);
  });

  it('answers for every commune of the demonstration', async () => {
    for (const { code } of communes()) {
      const response = await fetch(`${site.url}/territoires/${code}`);
      expect([code, response.status]).toEqual([code, 200]);
      // Between its header and its footer: a nonce of the frame may hold any letters.
      const [, content = ''] = /<main[^>]*>(.*)<\/main>/s.exec(await response.text()) ?? [];
      expect(content).toContain('<h1');
      expect(content).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe('an address', () => {
  it('of an old commune leads to the one it joined, and says so', async () => {
    const former = [...data.territories.formers()][0];
    expect(former).toBeDefined();
    if (!former) return;
    const { page } = await open(`/territoires/${former.code}`);
    expect(page.url()).toBe(`${site.url}/territoires/${former.current}?ancien=${former.code}`);
    const text = await main(page);
    expect(text).toContain(`${former.code}`);
    expect(text).toContain('a rejoint');
    await page.context().close();
  });

  it('in lower case leads to the official one', async () => {
    const response = await fetch(`${site.url}/territoires/fr`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([308, '/territoires/FR']);
  });

  it.each(['/territoires/98765', '/territoires/rien', '/territoires/98765/diagnostic'])(
    '%s is a French 404 with a search box',
    async (path) => {
      const { page, status } = await open(path);
      expect(status).toBe(404);
      expect(await main(page)).toContain('Aucun territoire ne porte le code');
      expect(await page.getByRole('combobox').count()).toBeGreaterThan(0);
      await page.context().close();
    },
  );
});

describe('the diagnosis', () => {
  it('has its seven parts, its rule and its sources', async () => {
    const { page } = await open('/territoires/99/diagnostic');
    const headings = (await page.locator('h2').allInnerTexts()).map(plain);
    expect(headings).toEqual([
      '1 En bref',
      '2 Le besoin',
      '3 La connexion',
      '4 Les lieux d’aide',
      '5 L’écart, en habitants',
      '6 Les dix communes à regarder d’abord',
      '7 Méthode, sources et dates',
    ]);
    const text = await main(page);
    for (const part of [
      'plus de 5 km',
      'plus de 10 km',
      'plus de 20 km',
      'niveau de vie inconnu',
      'Ce n’est pas un indice',
    ]) {
      expect(text).toContain(part);
    }
    expect(await page.locator('[aria-labelledby="priorites"] tbody tr').count()).toBe(10);
    await page.context().close();
  });

  it('counts everyone once: the classes and the unknown make the whole', async () => {
    const { page } = await open('/territoires/99/diagnostic');
    const numbers = async (locator: string): Promise<number[]> =>
      (await page.locator(locator).allInnerTexts()).map((text) =>
        Number(plain(text).split(' 100 %')[0]?.replaceAll(' ', '')),
      );
    const [people] = await numbers('[aria-labelledby="ecart"] table >> nth=0 >> tbody tr >> nth=0 >> td');
    const classes = await numbers('[aria-labelledby="ecart"] table >> nth=1 >> tbody tr >> nth=0 >> td');
    expect(classes).toHaveLength(6);
    expect(classes.reduce((sum, n) => sum + n, 0)).toBe(people);
    await page.context().close();
  });

  it('counts the places asked for, by a form that is an address', async () => {
    const { page } = await open('/territoires/99/diagnostic', { javaScriptEnabled: false });
    await page.getByLabel('Type de lieu').selectOption('france-services');
    await page.getByLabel('Gratuit').check();
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await page.waitForURL(/lt=france-services/);
    const text = await main(page);
    expect(text).toContain('Lieux pris en compte : France services, gratuit.');
    expect(text).toContain('lieux correspondant aux critères');
    await page.context().close();
  });

  it('says that a parameter was not understood, and shows the rest', async () => {
    const { page } = await open('/territoires/99/diagnostic?lt=bureau');
    expect(await main(page)).toContain('Un critère de l’adresse n’a pas été compris');
    await page.context().close();
  });

  it('prints on A4 pages, numbered, without the tools of the screen', async () => {
    const { page } = await open('/territoires/99/diagnostic');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Imprimer' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      Math.round(Number(width)),
      Math.round(Number(height)),
    ]);
    expect(boxes.length).toBeGreaterThan(3);
    expect(boxes.length).toBeLessThan(12);
    for (const box of boxes) expect(box).toEqual([595, 842]);
    await page.context().close();
  });

  it('gives its communes as a French CSV', async () => {
    const response = await fetch(`${site.url}/territoires/99/diagnostic/communes.csv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [headings = '', ...rows] = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(headings).toContain('Code officiel;Commune;');
    expect(rows).toHaveLength(communes().length);
    expect(rows[0]).toMatch(/^"\d{5}";/);
    expect(rows.join('\n')).toContain('secret statistique');
    expect(rows.join('\n')).toMatch(/;\d+,\d/);
  });

  it('gives its communes as GeoJSON, with their outlines', async () => {
    const response = await fetch(`${site.url}/territoires/99/diagnostic/communes.geojson`);
    const collection = (await response.json()) as {
      features: { geometry: unknown; properties: Record<string, unknown> }[];
    };
    expect(collection.features).toHaveLength(communes().length);
    expect(collection.features.filter(({ geometry }) => geometry === null)).toEqual([]);
    expect(collection.features[0]?.properties).toHaveProperty('distance-lieu-km');
  });
});

describe('a drawn map', () => {
  it.each([
    '/carte/image.svg',
    '/carte/image.svg?n=commune&i=ifn-total',
    '/carte/image.svg?d=1&l=1',
    '/carte/image.svg?i=<script>&n=rien',
    '/territoires/99/carte.svg',
  ])('%s is one well-formed image with its classes', async (path) => {
    const response = await fetch(site.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('image/svg+xml');
    const svg = await response.text();
    const { page } = await open('/territoires/99');
    const faults = await page.evaluate(
      (text) =>
        [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('parsererror')].map(
          (fault) => fault.textContent,
        ),
      svg,
    );
    expect(faults).toEqual([]);
    expect(svg).not.toMatch(/<script|NaN|undefined/);
    expect(svg).toContain('fill-rule="evenodd"');
    await page.context().close();
  });
});
