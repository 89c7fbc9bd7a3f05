import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser } from './browser.ts';
import { serveClone, type TestSite } from './server.ts';

/** How the visitors of a file come; each visit may differ in what a browser can be told. */
export interface Habits extends BrowserContextOptions {
  /** What a page has come to before a test looks at it. */
  until?: 'domcontentloaded' | 'load' | 'networkidle';
  /** What the browser complains about where nothing is wrong; a basemap out of reach is always expected. */
  expected?: RegExp;
}

/** A page as a visitor has it. */
export interface Visit {
  page: Page;
  /** Of the answer to its address. */
  status: number;
  /** What the browser complained about so far, content security policy included. */
  complaints: string[];
  /** Paths asked of the server so far. */
  asked: string[];
}

/** The demonstration as it is served to the tests of a file. */
export interface Demonstration extends Pick<TestSite, 'url' | 'database'> {
  /** Opens a page in a browser context of its own, which the test closes. */
  open(path: string, options?: BrowserContextOptions, from?: Browser): Promise<Visit>;
}

/** Where the background of the maps comes from: no test reaches it. */
const BASEMAP = 'https://data.geopf.fr/';

/** Serves the demonstration territory to the tests of the file that calls it, with a browser to visit it. */
export function visitDemonstration({
  until = 'domcontentloaded',
  expected,
  ...habits
}: Habits = {}): Demonstration {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveClone(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  return {
    get url() {
      return site.url;
    },
    get database() {
      return site.database;
    },
    async open(path, options = {}, from = browser) {
      const context = await from.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        ...habits,
        ...options,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => {
        // Svelte only warns when it throws the server's page away to make it again: to a visitor it is a fault.
        const broken = message.type() === 'error' || message.text().startsWith('Failed to hydrate');
        if (!broken || message.location().url.startsWith(BASEMAP)) return;
        if (!expected?.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => asked.push(request.url().replace(site.url, '')));
      // Refused by the browser itself: a route would keep it from caching what the pages share.
      const devtools = await context.newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.setBlockedURLs', { urls: [`${BASEMAP}*`] });
      const response = await page.goto(site.url + path, { waitUntil: until });
      return { page, status: response?.status() ?? 0, complaints, asked };
    },
  };
}

/** Words as a reader takes them: the spaces of French typography are spaces. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f\s]+/g, ' ').trim();

/** The words of the page between its header and its footer. */
export const main = async (page: Page): Promise<string> => plain(await page.locator('main').innerText());

/** The parameters of the address, `?` included; empty without any. */
export const query = (page: Page): string => new URL(page.url()).search;

/** What the page comes to, however busy the machine is. */
export const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 60_000 });

/** Everything asked for is drawn on the map. */
export const settled = (page: Page): Promise<void> =>
  page.locator('[data-settled="true"]').waitFor({ timeout: 60_000 });

/**
 * No fault of accessibility that a machine finds, and nothing to scroll sideways for: as the page stands,
 * or at each of the given widths in turn, pixels.
 */
export async function expectSound(page: Page, ...widths: number[]): Promise<void> {
  for (const width of widths.length > 0 ? widths : [null]) {
    if (width !== null) await page.setViewportSize({ width, height: 900 });
    // Colours that change with the theme take a frame to settle.
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState === 'finished'),
    );
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    // What passed is not listed, and a page without frames is judged where it stands: the same faults in a third of the time.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(page.frames().length === 1)
      .options({ resultTypes: ['violations'] })
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  }
}
