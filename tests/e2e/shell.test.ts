import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serveClone } from '../support/server.ts';
import { expectSound, plain, visitDemonstration } from '../support/visit.ts';

const site = visitDemonstration({ until: 'networkidle' });
const { open } = site;

const PAGES = [
  '/',
  '/recherche',
  '/recherche?q=port',
  '/actions?besoin=distance',
  '/donnees',
  '/methode',
  '/mentions-legales',
  '/accessibilite',
  '/confidentialite',
  '/api',
  '/compte/cles',
];

test.each(PAGES)('%s is sound on a desk, on a phone, light and dark', async (path) => {
  const { page, complaints } = await open(path);
  expect(await page.locator('h1').count()).toBe(1);
  await expectSound(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectSound(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

/** A page whose scripts arrive two seconds after what they are to take over. */
async function openSlowly(path: string): Promise<Page> {
  const { page } = await open('/donnees');
  await page.route(/_app\/immutable\/entry\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await route.continue();
  });
  await page.goto(site.url + path, { waitUntil: 'domcontentloaded' });
  return page;
}

test('keeps what is typed and chosen before the scripts arrive', async () => {
  const page = await openSlowly('/ecarts');
  await page.getByRole('checkbox', { name: 'Gratuit', exact: true }).check();
  await page.getByLabel('Trop loin au-delà de (km)').fill('4');
  await page.waitForURL(/seuil=4/, { timeout: 30_000 });
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ lg: '1', seuil: '4' });
  expect(await page.getByRole('checkbox', { name: 'Gratuit', exact: true }).isChecked()).toBe(true);
  await page.context().close();
});

test('keeps what is unfolded before the scripts arrive', async () => {
  const page = await openSlowly('/lieux');
  await page.getByText('Télécharger', { exact: true }).click();
  const file = page.getByRole('link', { name: /CSV/ });
  await file.waitFor();
  await page.waitForFunction(() => window.earlyInput?.unfolded.size === 0);
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement?.closest('details')?.open === true);
  expect(await file.isVisible()).toBe(true);
  // Only the script folds it by this key.
  await page.keyboard.press('Escape');
  await file.waitFor({ state: 'hidden' });
  await page.context().close();
});

test('the home page leads to a territory by keyboard alone', async () => {
  const { page } = await open('/');
  await page.keyboard.press('/');
  await page.keyboard.type('port-liselle');
  await page.getByRole('option', { name: 'Port-Liselle Commune' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/territoires\/\w+$/);
  expect(await page.locator('h1').textContent()).toContain('Port-Liselle');
  await page.context().close();
});

test('search works without JavaScript', async () => {
  const { page } = await open('/', { javaScriptEnabled: false });
  await page.getByRole('combobox').fill('Port-Liselle');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/recherche\?q=Port-Liselle/);
  await page.getByRole('link', { name: /^Port-Liselle Commune/ }).click();
  await page.waitForURL(/\/territoires\/\w+$/);
  await page.context().close();
});

test('actions that were led elsewhere are chosen by need and public without JavaScript', async () => {
  const { page } = await open('/actions', { javaScriptEnabled: false });
  expect(await page.locator('article').count()).toBe(20);
  await page.getByLabel('Besoin', { exact: true }).selectOption('L’aide est trop loin');
  await page.getByLabel('Public', { exact: true }).selectOption('Seniors');
  await page.getByRole('button', { name: 'Choisir' }).click();
  await page.waitForURL(/besoin=distance&public=seniors/);
  expect(await page.locator('main').getByRole('status').textContent()).toBe(
    '4 fiches, dont 2 faites pour tous les publics, à la fin.',
  );
  const bus = page.locator('article#bus-numerique');
  expect(plain((await bus.textContent()) ?? '')).toContain('44 500 à 60 000 € par véhicule');
  const start = bus.getByRole('link', { name: /^Partir de cette action dans une stratégie/ });
  await start.click();
  await page.waitForURL(/\/strategies\?modele=bus-numerique$/);
  expect(plain(await page.locator('main').innerText())).toContain(
    'Faire circuler un bus ou une permanence itinérante',
  );
  await page.goto(`${site.url}/actions?besoin=connexion&public=aidants&lune=1`);
  expect(await page.locator('main').getByRole('status').textContent()).toContain(
    'Enlevez le besoin ou le public',
  );
  expect(await page.locator('main').getByRole('note').textContent()).toContain('lune');
  await page.context().close();
});

test('the demonstration says on every page that it is fictional', async () => {
  const { page } = await open('/donnees');
  const banner = page.getByRole('complementary', { name: 'Territoire de démonstration' });
  expect(await banner.textContent()).toContain('Tout est fictif ici');
  await banner.getByText('Charger les données réelles').click();
  expect(await banner.textContent()).toContain('MAILLAGE_MIRROR');
  expect(await page.getByText('Fictif, à la manière de').count()).toBeGreaterThan(10);
  await page.context().close();
});

test('every link of the shell leads somewhere', async () => {
  const { page } = await open('/');
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  for (const href of new Set(links)) {
    const response = await fetch(site.url + (href ?? ''));
    expect(response.status, href ?? '').toBe(200);
  }
  await page.context().close();
});

test('an unknown address is a French 404 with a search box', async () => {
  const { page } = await open('/nulle-part');
  expect(await page.locator('h1').textContent()).toBe('Page introuvable');
  expect(await page.getByRole('combobox', { name: 'Chercher un territoire' }).isVisible()).toBe(true);
  expect((await fetch(`${site.url}/nulle-part`)).status).toBe(404);
  await page.context().close();
});

test('an edition that does not exist leads back to the data, not to territories', async () => {
  const { page } = await open('/donnees/editions/9999');
  expect(await page.locator('h1').textContent()).toBe('Page introuvable');
  expect(await page.getByRole('main').innerText()).not.toContain('territoire a changé');
  expect(await page.getByRole('link', { name: 'Revenir aux données' }).getAttribute('href')).toBe('/donnees');
  await page.context().close();
});

test('answers carry the security headers, pages a policy with a nonce', async () => {
  for (const path of ['/', '/health/live', '/recherche/suggestions?q=a', '/nulle-part']) {
    const { headers } = await fetch(site.url + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  }
  const page = await fetch(site.url);
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[\w+/=]+'/);
  expect(await page.text()).not.toMatch(/<script(?![^>]*nonce=)/);
});

test('the chosen appearance holds from the first paint of the next page', async () => {
  const { page } = await open('/methode');
  await page.getByRole('button', { name: /^Apparence automatique/ }).click();
  await page.getByRole('button', { name: /^Apparence claire/ }).click();
  await page.goto(`${site.url}/donnees`, { waitUntil: 'commit' });
  await page.locator('h1').waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await page.context().close();
});

test('health: ready when there is data; a French page and 503 once the database is gone', async () => {
  const lost = await serveClone();
  try {
    expect((await fetch(`${lost.url}/health/ready`)).status).toBe(200);
    await lost.database.drop();
    expect((await fetch(`${lost.url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${lost.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'unready', reason: 'database unreachable' });
    const page = await fetch(`${lost.url}/donnees`);
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('10');
    const text = await page.text();
    expect(text).toContain('Les données ne répondent pas');
    const [, id] = /numéro (\w{8})/.exec(text) ?? [];
    expect(lost.output()).toContain(`"id":"${id}"`);
    expect((await fetch(`${lost.url}/methode`)).status).toBe(200);
  } finally {
    await lost.stop();
  }
});
