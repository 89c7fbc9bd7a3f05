import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serve, type TestServer } from '../support/server.ts';

/** Sentences that a reader sees, for real territories, in a real browser. */
let server: TestServer;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  server = await serve(inject('realDataUrl'));
  browser = await launchBrowser();
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The words of a page, with the spaces that French typography makes narrow or unbreakable made plain. */
async function words(path: string): Promise<string> {
  await page.goto(server.url + path, { waitUntil: 'domcontentloaded' });
  return plain(await page.locator('main').innerText());
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f\s]+/g, ' ');

describe('the page of a territory', () => {
  it.each([
    [
      'Grenoble',
      '38185',
      [
        'Grenoble (38)',
        '156 140 habitants (2026)',
        'La moitié des habitants vivent avec moins de 22 140 € par an (2021)',
        '21 % des habitants vivent sous le seuil de pauvreté (2021)',
        '96,0 % des logements et locaux professionnels sont raccordables à la fibre (2026)',
      ],
    ],
    [
      'Saint-Denis, fed by two rows of Filosofi',
      '93066',
      [
        '36 % des habitants vivent sous le seuil de pauvreté (2021)',
        'Réunit les lignes des communes fusionnées',
        'Plaine Commune',
      ],
    ],
    [
      'Paris, without a fibre figure',
      '75056',
      [
        'La part des locaux raccordables à la fibre n’est pas dans la source (2026)',
        'Paris 18e Arrondissement',
      ],
    ],
    [
      'the département of Morbihan',
      '56',
      [
        '783 390 habitants (2026), 249 communes',
        'moyenne pondérée des médianes',
        'Le taux de pauvreté 2021 n’est pas calculable : il est inconnu pour 23 % des habitants',
      ],
    ],
    ['a commune whose poverty is secret', '01001', ['secret statistique', 'L’Abergement-Clémenciat (01)']],
    [
      'a commune of Corse-du-Sud',
      '2A004',
      ['Ajaccio (2A)', '16 % des habitants vivent sous le seuil de pauvreté'],
    ],
    ['a commune of Guadeloupe', '97105', ['Basse-Terre (971)', 'Absent de la source']],
    ['a commune split since the source', '15141', ['Neussargues-Moissac (15)', 'périmètre']],
    ['a commune without inhabitants', '55039', ['n’a pas d’habitants']],
    ['a collectivity without data', '97501', ['ne couvrent pas cette collectivité d’outre-mer']],
    ['an EPCI', '200040715', ['Grenoble-Alpes-Métropole', '49 communes']],
    ['a région', 'R84', ['Auvergne-Rhône-Alpes']],
    ['the country', 'FR', ['68 350 798 habitants (2026)']],
  ])('%s says what is known and what is not', async (_, slug, sentences) => {
    const text = (await words(`/territoires/${slug}`)).toLowerCase();
    for (const sentence of sentences) expect(text.replace(/'/g, '’')).toContain(sentence.toLowerCase());
  });

  it('has no bare hole: neither NaN, undefined nor null is ever written', async () => {
    const communes = ['22016', '29083', '85113', '29155', '97502', '98735', '97617', '2B049', '60694'];
    for (const slug of [...communes, '976', 'R06', '200057867']) {
      expect(await words(`/territoires/${slug}`), slug).not.toMatch(/\b(NaN|undefined|null|Infinity)\b/);
    }
  });
});

describe('the diagnosis', () => {
  it('of Isère counts people beyond help and names ten communes with their reasons', async () => {
    const text = await words('/territoires/38/diagnostic');
    for (const part of ['plus de 5 km', 'plus de 10 km', 'plus de 20 km', '65 ans'])
      expect(text).toContain(part);
    expect(text).toContain('non calculable');
    const priorities = page.locator('table').last();
    expect(await page.locator('tr', { hasText: '(38)' }).count()).toBeGreaterThanOrEqual(10);
    expect(await priorities.isVisible()).toBe(true);
  });

  it('exports what it shows as French offices expect it', async () => {
    const response = await fetch(`${server.url}/territoires/38/diagnostic/communes.csv`);
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const grenoble = text.split('\r\n').find((line) => line.includes('38185'));
    expect(grenoble).toContain(';22140;');
    expect(grenoble).toMatch(/;96(,0)?;/);
  });
});

describe('the map', () => {
  it('draws France, opens Grenoble from its address and says what it shows', async () => {
    await page.goto(`${server.url}/carte?t=38185`, { waitUntil: 'load' });
    await page.locator('canvas.maplibregl-canvas').waitFor({ timeout: 60_000 });
    await page.getByText('Toute la fiche du territoire').waitFor({ timeout: 60_000 });
    const text = plain(await page.locator('main').innerText());
    expect(text).toContain('Grenoble (38)');
    expect(text).toContain('22 140');
    expect(text).toContain('Secret statistique');
    // Enough colours for a choropleth: a blank canvas has one.
    await expect.poll(coloursOnMap, { timeout: 60_000, interval: 1_000 }).toBeGreaterThan(5);
    expect(problems).toEqual([]);
  });

  it('finds homonyms apart by their département', async () => {
    const suggestions = (await (
      await fetch(`${server.url}/recherche/suggestions?q=saint-denis`)
    ).json()) as unknown;
    const text = JSON.stringify(suggestions);
    expect(text).toContain('93066');
    expect(text).toContain('97411');
  });
});

/** Distinct colours in a picture of the map, coarsely. */
async function coloursOnMap(): Promise<number> {
  const picture = (await page.locator('canvas.maplibregl-canvas').screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 200;
    canvas.height = 150;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.drawImage(image, 0, 0, 200, 150);
    const { data: pixels } = context.getImageData(0, 0, 200, 150);
    const colours = new Set<number>();
    for (let i = 0; i < pixels.length; i += 4) {
      colours.add(
        (((pixels[i] ?? 0) >> 5) << 6) | (((pixels[i + 1] ?? 0) >> 5) << 3) | ((pixels[i + 2] ?? 0) >> 5),
      );
    }
    return colours.size;
  }, picture);
}
