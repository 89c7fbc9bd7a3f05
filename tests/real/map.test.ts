import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serve, type TestServer } from '../support/server.ts';

/** The map of the whole country in a real browser, and territories at the edges of every rule. */
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

describe('the edges of the country', () => {
  it('never shows a hole: neither NaN, undefined nor null is written', async () => {
    const slugs = [
      '22016',
      '85113',
      '97502',
      '98735',
      '97617',
      '2B049',
      '60694',
      '15141',
      '75101',
      '976',
      'R06',
      '200057867',
    ];
    for (const slug of slugs) {
      expect(await words(`/territoires/${slug}`), slug).not.toMatch(/\b(NaN|undefined|null|Infinity)\b/);
    }
  });

  it('says of a commune split since the source that its perimeter differs', async () => {
    expect(await words('/territoires/15141')).toMatch(/périmètre/i);
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
    // The level follows the camera, which is still on its way to the commune.
    const main = page.locator('main');
    await expect
      .poll(async () => plain(await main.innerText()), { timeout: 60_000 })
      .toContain('Secret statistique');
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
