import { readSheet } from 'read-excel-file/node';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { byKeyboard, withMouse, type Hands } from '../support/hands.ts';
import { readPdf } from '../support/pdf.ts';
import { serve, type TestServer } from '../support/server.ts';
import { main, plain, soon } from '../support/visit.ts';
import { partsOf } from '../support/workbook.ts';

/** An authority, an association and a funder on one strategy, on the figures of the country, from the first page to the printed report. */
let server: TestServer;
let browser: Browser;
let officer: BrowserContext;

const PASSWORD = 'huit chats gris dorment sous la pluie';

beforeAll(async () => {
  [server, browser] = await Promise.all([serve(inject('realCopyUrl')), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const newContext = (): Promise<BrowserContext> =>
  browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });

/** A page whose scripts are there: what is pressed then does not start the page anew. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;
const button = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name });
const field = (page: Page, label: string) => page.locator('main').getByLabel(label, { exact: true });

/** Makes the first account, which administers the organisation of the officer. */
async function found(page: Page, hands: Hands): Promise<void> {
  await visit(page, '/compte');
  await hands.type(page.getByLabel('Nom de l’organisation'), 'Grenoble-Alpes-Métropole');
  await hands.type(page.getByLabel('Votre nom'), 'Ada Martin');
  await hands.type(page.getByLabel('Adresse électronique'), 'ada@metropole.fr');
  await hands.type(page.getByLabel('Mot de passe'), PASSWORD);
  await hands.press(button(page, 'Créer le compte'));
  await soon(() => main(page)).toContain('ada@metropole.fr');
}

/** Creates a strategy of a territory told by name; gives its path. */
async function create(page: Page, hands: Hands, name: string, choice: RegExp): Promise<string> {
  await visit(page, '/strategies');
  await hands.type(page.getByLabel('Territoire : nom'), name);
  await hands.press(page.locator('form[action="?/create"] > button'));
  await soon(
    async () => /\/strategies\/[0-9a-f-]{36}$/.test(pathOf(page)) || (await main(page)).includes('Lequel'),
  ).toBe(true);
  if (pathOf(page) === '/strategies') await hands.press(button(page, choice).first());
  await page.waitForURL(/\/strategies\/[0-9a-f-]{36}$/);
  return pathOf(page);
}

/** Retains measured gaps of a strategy, the first ones; gives their names. */
async function retain(page: Page, hands: Hands, base: string, count: number): Promise<string[]> {
  await visit(page, `${base}/ecarts`);
  const names: string[] = [];
  for (let at = 0; at < count; at++) {
    const name = plain(await page.locator('.candidates strong').first().innerText());
    await hands.press(button(page, 'Retenir').first());
    await soon(async () =>
      plain(await page.locator('section[aria-labelledby=retenus]').innerText()),
    ).toContain(name);
    names.push(name);
  }
  return names;
}

/** Adds an action from the library that answers a gap; gives its path. */
async function act(page: Page, hands: Hands, base: string, model: string, gap: string): Promise<string> {
  await visit(page, `${base}/actions/nouvelle`);
  await hands.press(page.locator('main').getByRole('link', { name: model, exact: true }));
  await page.waitForURL(/modele=/);
  await soon(() => main(page)).toContain(`Partir de « ${model} »`);
  await hands.press(page.getByLabel(gap));
  await hands.press(button(page, 'Créer l’action'));
  await page.waitForURL(/\/actions\/[0-9a-f-]{36}$/);
  return pathOf(page);
}

const savedNow = (page: Page) => soon(() => main(page)).toContain('Enregistré à');

/** The whole of what an officer, an association and a funder do, on a territory. Gives how long it took, seconds. */
async function journey(
  hands: Hands,
  {
    name,
    choice,
    slug,
    partner,
    email,
  }: { name: string; choice: RegExp; slug: string; partner: string; email: string },
): Promise<{ base: string; seconds: number }> {
  const start = performance.now();
  const page = await officer.newPage();
  const base = await create(page, hands, name, choice);
  const gaps = await retain(page, hands, base, 2);
  await visit(page, `${base}/diagnostic`);
  await hands.press(button(page, 'Figer le diagnostic'));
  await soon(() => main(page)).toContain('Diagnostic figé le');
  await visit(page, `${base}/priorites`);
  await hands.choose(field(page, 'Impact, de 1 à 5').first(), '5 – très fort');
  await hands.choose(field(page, 'Faisabilité, de 1 à 5').first(), '4 – facile');
  await savedNow(page);

  // A scenario by its address: that of the page of siting, for this perimeter.
  const scenario = `${server.url}/implantation?${new URLSearchParams({ dans: slug, seuil: '3', n: '2' })}`;
  const actions: string[] = [];
  for (const [at, model] of MODELS.entries())
    actions.push(await act(page, hands, base, model, gaps[at % gaps.length] ?? ''));
  for (const [at, path] of actions.entries()) {
    await visit(page, path);
    await hands.type(field(page, 'Début'), `0${at + 1}/2027`);
    await hands.type(field(page, 'Fin'), '12/2028');
    await hands.type(field(page, 'Scénario d’implantation'), scenario);
    await soon(async () => {
      await visit(page, path);
      return main(page);
    }).toContain('personnes de plus à portée');
    expect(await main(page)).not.toContain('porte sur un autre territoire');
    await hands.press(page.getByText('Ajouter une ligne de coût').first());
    const cost = page.locator('form[aria-label="Ajouter une ligne de coût"]');
    await hands.type(cost.getByLabel('Année'), '2027');
    await hands.type(cost.getByLabel('Montant'), '40 000');
    await hands.press(cost.getByRole('button'));
    await soon(() => main(page)).toContain('Coût : 40 000 €');
  }

  // An association is invited by one link, which makes its account and its space; one action is entrusted to it.
  await visit(page, `${base}/partage`);
  const opening = page.locator('form[action="?/found"]');
  await hands.type(opening.getByLabel('Nom de l’organisation partenaire'), partner);
  await hands.choose(opening.getByLabel('Nature'), 'association');
  await hands.type(opening.getByLabel('Adresse électronique'), email);
  await hands.choose(opening.getByLabel('Ce que l’on pourra faire'), CONTRIBUTES);
  await hands.press(opening.getByRole('button'));
  await soon(() => page.getByLabel('Lien à transmettre').inputValue()).toContain('/invitation/');
  const link = await page.getByLabel('Lien à transmettre').inputValue();
  const guest = await (await newContext()).newPage();
  await guest.goto(link);
  await hands.type(guest.getByLabel('Votre nom'), 'Grace');
  await hands.type(guest.getByLabel('Mot de passe'), PASSWORD);
  await hands.press(guest.locator('main form button').first());
  await guest.waitForURL((url) => !url.pathname.startsWith('/invitation/'));
  await visit(page, actions[0] ?? '');
  await hands.choose(field(page, 'Organisation qui peut modifier cette fiche'), partner);
  await savedNow(page);
  await visit(guest, actions[0] ?? '');
  await hands.type(field(guest, 'Porteur'), partner);
  await savedNow(guest);
  await visit(guest, actions[1] ?? '');
  expect(await button(guest, 'Enregistrer').count()).toBe(0);
  await visit(page, actions[0] ?? '');
  expect(await field(page, 'Porteur').inputValue()).toBe(partner);
  await guest.context().close();
  await page.close();
  return { base, seconds: (performance.now() - start) / 1_000 };
}

const MODELS = [
  'Habiliter des aidants avec Aidants Connect',
  'Former les travailleurs sociaux et les agents d’accueil',
  'Faire circuler un bus ou une permanence itinérante',
];
const CONTRIBUTES = 'Lecture, commentaires, et les actions qui lui sont confiées';

describe('a strategy of Grenoble-Alpes-Métropole', () => {
  let base = '';

  it('goes from gaps to actions with an association', async () => {
    officer = await newContext();
    const hands = withMouse();
    const page = await officer.newPage();
    await found(page, hands);
    await page.close();
    const done = await journey(hands, {
      name: 'Grenoble-Alpes-Métropole',
      choice: /Grenoble-Alpes-Métropole/,
      slug: '200040715',
      partner: 'Emmaüs Connect',
      email: 'grace@association.fr',
    });
    base = done.base;
    process.stdout.write(`journey with a mouse: ${Math.round(done.seconds)} s, ${hands.acts} acts\n`);
  });

  it('is read by a funder among others, who sees no other', async () => {
    const page = await officer.newPage();
    const hands = withMouse();
    await visit(page, `${base}/partage`);
    const opening = page.locator('form[action="?/found"]');
    await hands.type(opening.getByLabel('Nom de l’organisation partenaire'), 'Fondation pour l’inclusion');
    await hands.choose(opening.getByLabel('Nature'), 'financeur');
    await hands.type(opening.getByLabel('Adresse électronique'), 'fonds@fondation.fr');
    await hands.choose(opening.getByLabel('Ce que l’on pourra faire'), 'Lecture');
    await hands.press(opening.getByRole('button'));
    await soon(() => page.getByLabel('Lien à transmettre').inputValue()).toContain('/invitation/');
    const link = await page.getByLabel('Lien à transmettre').inputValue();
    const funder = await (await newContext()).newPage();
    await funder.goto(link);
    await hands.type(funder.getByLabel('Votre nom'), 'Alan');
    await hands.type(funder.getByLabel('Mot de passe'), PASSWORD);
    await hands.press(funder.locator('main form button').first());
    await funder.waitForURL((url) => !url.pathname.startsWith('/invitation/'));
    await visit(funder, '/portefeuille');
    expect(await main(funder)).toContain('Grenoble-Alpes-Métropole');
    expect(await main(funder)).toContain('120 000 €');
    await funder.context().close();
    await page.close();
  });

  it('is printed, and opens in an office', async () => {
    const get = async (path: string): Promise<ArrayBuffer> => {
      const response = await officer.request.get(server.url + base + path);
      expect(response.status()).toBe(200);
      const body = await response.body();
      return body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength) as ArrayBuffer;
    };
    const pdf = await readPdf(await get('/rapport.pdf'));
    expect(pdf.isTagged).toBe(true);
    expect(pdf.outline.length).toBeGreaterThan(12);
    for (const text of ['Grenoble-Alpes-Métropole', 'Emmaüs Connect', '120 000 €', 'Aidants Connect'])
      expect(pdf.text).toContain(text);
    expect((await readPdf(await get('/resume.pdf'))).pages).toBe(1);
    const document = (await partsOf(Buffer.from(await get('/rapport.docx')))).get('word/document.xml') ?? '';
    expect(plain(document.replace(/<[^>]+>/g, ' '))).toContain('Emmaüs Connect');
    const rows = await readSheet(Buffer.from(await get('/rapport.xlsx')), 1);
    expect(rows.length).toBeGreaterThan(1);
  });
});

it('the same by keyboard alone, for the département of Morbihan', async () => {
  const hands = byKeyboard();
  const { seconds } = await journey(hands, {
    name: 'Morbihan',
    choice: /Morbihan.*[Dd]épartement/,
    slug: '56',
    partner: 'Défis',
    email: 'ada@defis.fr',
  });
  process.stdout.write(`journey by keyboard: ${Math.round(seconds)} s, ${hands.acts} acts\n`);
});

it.each([
  ['Paris', /Paris.*[Cc]ommune/, /^Moins de lieux qu’ailleurs dans la ville : Paris \d+e? Arrondissement/i],
  ['Saint-Denis 93', /Saint-Denis.*Commune/, /^Moins d’heures d’aide|^Sans lieu/],
])('where nobody is far, in %s, gaps are of service, hours and capacity', async (name, choice, named) => {
  const page = await officer.newPage();
  const base = await create(page, withMouse(), name, choice);
  await visit(page, `${base}/ecarts`);
  const kinds = (await page.locator('.candidates .muted').allInnerTexts()).map(
    (text) => plain(text).split(' · ')[0],
  );
  expect(kinds.length).toBeGreaterThan(1);
  expect(kinds).not.toContain('Éloignement');
  const names = (await page.locator('.candidates strong').allInnerTexts()).map(plain);
  expect(names.filter((one) => named.test(one)).length).toBeGreaterThan(0);
  expect(await retain(page, withMouse(), base, 2)).toHaveLength(2);
  await page.close();
});
