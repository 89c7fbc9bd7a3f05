import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound, main, plain, soon, visitDemonstration } from '../support/visit.ts';

/** Embedded views in a page of another origin, with a strict policy of its own, and the page that prepares them. */
const site = visitDemonstration({ viewport: { width: 900, height: 1200 } });
const { open } = site;
let host: Server;
let hostUrl: string;

const VIEWS = {
  carte: 'i=fibre-2026&t=99',
  chiffre: 'i=fibre-2026&t=99',
  tableau: 'i=fibre-2026&t=99',
  lieux: 'dans=99',
};

/** A page of a town hall: nothing inline, nothing of anybody but its own and what the embed needs. */
function hostPage(path: string): string {
  const framed = /^\/cadre-de\/(.*)/.exec(path)?.[1];
  const body =
    framed === undefined
      ? Object.entries(VIEWS)
          .map(
            ([kind, query]) =>
              `<maillage-vue vue="${kind}" parametres="${query.replace('&', '&amp;')}" titre="Vue ${kind}"><a href="${site.url}/${kind}">Voir</a></maillage-vue>`,
          )
          .join('')
      : `<iframe src="${site.url}/${framed}" title="essai" width="400" height="300"></iframe>`;
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Mairie</title>
<script type="module" src="${site.url}/integrer/maillage.js"></script></head>
<body><main><h1>Mairie</h1>${body}</main></body></html>`;
}

beforeAll(async () => {
  host = createServer((request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src ${site.url}; frame-src ${site.url}; require-trusted-types-for 'script'`,
    });
    response.end(hostPage(request.url ?? '/'));
  });
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
  // Another host name than that of the site, so that it is another site and not another port only.
  hostUrl = `http://localhost:${(host.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((closed) => host.close(closed)));

const elementOf = (page: Page, kind: string) => page.locator(`maillage-vue[vue="${kind}"]`);
const frameOf = (page: Page, kind: string) => elementOf(page, kind).frameLocator('iframe');

describe('a page of another site', () => {
  it('shows each view under a strict policy, at the height of what it holds, and hears what is chosen', async () => {
    const { page, complaints } = await open('/confidentialite');
    // What the host page complains of is said here too.
    await page.goto(hostUrl);
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      document.addEventListener('maillage-selection', (event) => heard.push((event as CustomEvent).detail));
    });
    for (const kind of Object.keys(VIEWS)) {
      await elementOf(page, kind).scrollIntoViewIfNeeded();
      await page.locator(`maillage-vue[vue="${kind}"][pret]`).waitFor({ timeout: 60_000 });
      const inside = frameOf(page, kind).locator('.frame');
      await soon(async () => {
        const outer = await elementOf(page, kind).locator('iframe').getAttribute('height');
        const inner = await inside.evaluate((element) => element.getBoundingClientRect().height);
        return Math.abs(Number(outer) - inner);
      }).toBeLessThanOrEqual(1);
      expect(plain(await inside.innerText())).toContain('Voir dans Maillage');
      expect(await elementOf(page, kind).locator('a').first().isVisible()).toBe(false);
    }
    const height = async (): Promise<number> =>
      Number(await elementOf(page, 'carte').locator('iframe').getAttribute('height'));
    const before = await height();
    await page.setViewportSize({ width: 420, height: 900 });
    // A frame out of sight is not drawn, and says nothing until it is.
    await elementOf(page, 'carte').scrollIntoViewIfNeeded();
    await soon(height).not.toBe(before);

    // By keyboard alone: to the headings, sorted by name; then to the first territory, opened beside.
    const table = frameOf(page, 'tableau');
    await table.locator('input[type="search"]').focus();
    for (let tries = 0; tries < 6; tries++) {
      await page.keyboard.press('Tab');
      if ((await table.locator('thead a:focus').count()) > 0) break;
    }
    await page.keyboard.press('Enter');
    await table.locator('th[aria-sort="ascending"]').waitFor();
    // Rows that are being sorted may take the key with them: it is pressed again.
    const pages = page.context().pages().length;
    const pressed = async (): Promise<number> => {
      if (page.context().pages().length === pages) await table.locator('tbody th a').first().press('Enter');
      return page.context().pages().length;
    };
    await expect.poll(pressed, { timeout: 60_000, interval: 3_000 }).toBeGreaterThan(pages);
    const opened = page.context().pages().at(-1) as Page;
    expect(
      new URL(opened.url() === 'about:blank' ? `${site.url}/territoires/` : opened.url()).pathname,
    ).toContain('/territoires/');
    await soon(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard.length)).toBe(1);
    expect(await page.evaluate(() => (window as unknown as { heard: object[] }).heard[0])).toMatchObject({
      territoire: expect.stringMatching(/^99\d{3}$/) as string,
    });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(Object.entries(VIEWS))('shows %s in a plain frame, which keys walk into', async (kind, query) => {
    const { page, complaints } = await open('/confidentialite');
    await page.goto(`${hostUrl}/cadre-de/cadre/${kind}?${query}`);
    const inside = page.frameLocator('iframe');
    await inside.getByRole('heading').first().waitFor({ timeout: 60_000 });
    await page.keyboard.press('Tab');
    await soon(() => inside.locator(':focus').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('cannot frame anything else of the site', async () => {
    const { page } = await open('/confidentialite');
    for (const path of ['', 'carte', 'connexion', 'integrer']) {
      await page.goto(`${hostUrl}/cadre-de/${path}`);
      await soon(() =>
        page
          .frames()
          .find((one) => one !== page.mainFrame())
          ?.url(),
      ).toBe('chrome-error://chromewebdata/');
    }
    await page.context().close();
  });
});

describe('an embedded view', () => {
  it.each(Object.entries(VIEWS))(
    '%s is sound from 280 pixels to 1,200, dark and tinted too',
    async (kind, query) => {
      const { page, status, complaints } = await open(
        `/cadre/${kind}?${query}&apparence=sombre&accent=8a2c5b`,
      );
      expect(status).toBe(200);
      await expectSound(page, 280, 1200);
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      expect(await page.locator('header nav, form[method="post"], a[href^="/compte"]').count()).toBe(0);
      for (const link of await page.locator('a').all()) {
        const href = (await link.getAttribute('href')) ?? '';
        expect([href, await link.getAttribute('target')]).toEqual([
          href,
          href.startsWith('/cadre/') ? null : '_blank',
        ]);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('reads without scripts: an image and its table, a search that answers', async () => {
    const { page } = await open('/cadre/carte?i=fibre-2026&t=99', { javaScriptEnabled: false });
    expect(
      await page.locator('img').evaluate(({ naturalWidth }: HTMLImageElement) => naturalWidth),
    ).toBeGreaterThan(0);
    await page.locator('a', { hasText: 'Voir le tableau' }).click();
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(5);
    const name = await page.locator('tbody th a').first().innerText();
    await page.goto(`${site.url}/cadre/lieux`);
    await page.fill('input[type="search"]', name.replace(/\s*\(.*/, ''));
    await page.locator('form button').click();
    expect(plain(await page.locator('main').innerText())).toMatch(/autour de|Aucun lieu/);
    await page.context().close();
  });

  it('becomes a live map that tells what is pointed at by keyboard', async () => {
    const { page, complaints } = await open('/cadre/carte?i=fibre-2026&t=99');
    await page.locator('button', { hasText: 'Explorer la carte' }).click();
    await page.locator('[data-settled="true"]').waitFor({ timeout: 60_000 });
    await page.locator('canvas').focus();
    await page.keyboard.press('ArrowRight');
    await soon(async () => plain((await page.locator('[role="status"]').allInnerTexts()).join(' '))).toMatch(
      /\(99\).*%/,
    );
    await page.keyboard.press('Enter');
    await page.locator('a', { hasText: 'Fiche de' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the page that prepares a view', () => {
  it('follows each choice, and its code shows the same view; without scripts too', async () => {
    const { page, complaints } = await open('/integrer?vue=carte&i=fibre-2026&t=99');
    expect(await page.locator('input[name="ou"]').inputValue()).not.toBe('');
    await page.selectOption('select[name="apparence"]', 'sombre');
    await soon(() => page.locator('iframe').getAttribute('src')).toContain('apparence=sombre');
    expect(await page.locator('iframe').getAttribute('src')).toContain('t=99');
    await page.selectOption('select[name="vue"]', 'lieux');
    await soon(() => page.locator('iframe').getAttribute('src')).toContain('/cadre/lieux?dans=99');
    expect(await page.locator('pre').first().innerText()).toContain('parametres="dans=99"');
    await expectSound(page, 390, 1440);
    expect(complaints).toEqual([]);
    await page.context().close();

    const bare = await open('/integrer?vue=chiffre&ou=nulle+part+du+tout', { javaScriptEnabled: false });
    expect(await main(bare.page)).toContain('Aucun territoire ne correspond');
    await bare.page.selectOption('select[name="i"]', 'fibre-2026');
    await bare.page.fill('input[name="ou"]', '99');
    await bare.page.locator('form[action="/integrer"] button').click();
    expect(await bare.page.locator('pre').first().innerText()).toContain('i=fibre-2026&amp;t=99');
    await bare.page.context().close();
  });
});
