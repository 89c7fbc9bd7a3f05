import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPreset } from '../../src/lib/domain/need/presets.ts';
import { scoresOf } from '../../src/lib/server/queries/scores.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { expectSound, main, plain, query, settled, soon, visitDemonstration } from '../support/visit.ts';

/** An index composed, ranked, doubted and taken away, over the demonstration territory. */
const site = visitDemonstration({ viewport: { width: 1440, height: 1000 } });
const { open } = site;
let data: Snapshot;

beforeAll(async () => {
  data = await Snapshot.read(site.database.db);
});

const names = async (page: Page): Promise<string[]> =>
  (await page.locator('tbody th a:not(.situate)').allInnerTexts()).map(plain);
const ranks = async (page: Page): Promise<string[]> =>
  (await page.locator('tbody td.rank').allInnerTexts()).map(plain);
const slider = (page: Page, label: string) => page.getByRole('slider', { name: `Poids : ${label}` });

/** The variants are drawn: the last thing that the page computes. */
const judged = (page: Page): Promise<void> =>
  page.locator('.sentences li').first().waitFor({ timeout: 60_000 });

describe('a ranking', () => {
  it('is that of the domain, whoever computes it, without and with scripts', async () => {
    const recipe = findPreset('maillage')?.recipe;
    if (!recipe) throw new Error('no default index');
    const { ranks: expected, ranked } = scoresOf(data, { recipe, level: 'commune' });
    const communes = data.territories.all('commune');
    const first = [...communes]
      .filter(({ ordinal }) => (expected[ordinal] as number) > 0)
      .sort((a, b) => (expected[a.ordinal] as number) - (expected[b.ordinal] as number))
      .slice(0, 5)
      .map(({ name, departement }) => `${name} (${departement})`);
    const without = await open('/indices', { javaScriptEnabled: false });
    expect((await names(without.page)).slice(0, 5)).toEqual(first);
    const { page, complaints } = await open('/indices');
    await judged(page);
    expect((await names(page)).slice(0, 5)).toEqual(first);
    expect(await names(page)).toEqual(await names(without.page));
    expect(await main(page)).toContain(`${ranked} communes classées.`);
    expect(complaints).toEqual([]);
    await without.page.context().close();
    await page.context().close();
  });

  it('follows a weight moved by keyboard, in the rows and in the address', async () => {
    const { page } = await open('/indices');
    await judged(page);
    const before = await names(page);
    const poverty = slider(page, 'Taux de pauvreté, estimé là où il est secret');
    await poverty.focus();
    await page.keyboard.press('Home');
    await soon(() => query(page)).toContain('taux-de-pauvrete-estime.0');
    await soon(() => names(page)).not.toEqual(before);
    expect(await page.locator('select[name="x"]').inputValue()).toBe('compose');
    const after = await names(page);
    const again = await open(`/indices${query(page)}`);
    await judged(again.page);
    expect(await names(again.page)).toEqual(after);
    await again.page.context().close();
    await page.getByRole('button', { name: 'Revenir à l’indice de départ' }).click();
    await soon(() => names(page)).toEqual(before);
    await page.context().close();
  });

  it('names a variant, and the name travels', async () => {
    const { page } = await open('/indices?x=fibre-2026.5_chomage.2');
    await judged(page);
    await page.getByLabel('Nom de cette variante').fill('Vallées d’abord');
    await page.keyboard.press('Tab');
    await soon(() => new URL(page.url()).searchParams.get('xn')).toBe('Vallées d’abord');
    await page.reload();
    expect(plain(await page.locator('.body h2').first().innerText())).toBe('Vallées d’abord');
    await page.context().close();
  });

  it('says in words how sure its first places are, the same for everybody', async () => {
    const { page } = await open('/indices');
    await judged(page);
    const sentences = await page.locator('.sentences li').allInnerTexts();
    expect(plain(sentences[0] ?? '')).toMatch(
      /^\d+ des 10 premières le restent dans 9 variantes sur 10 ou plus\./,
    );
    expect(plain(sentences[1] ?? '')).toMatch(/ est parmi les 10 premières dans \d+ % des variantes\./);
    const other = await open('/indices');
    await judged(other.page);
    expect(await other.page.locator('.sentences li').allInnerTexts()).toEqual(sentences);
    await other.page.context().close();
    await page.getByRole('link', { name: 'Parmi les 10 premières' }).click();
    await soon(() => query(page)).toContain('tri=-surete');
    const shares = (await page.locator('tbody tr td:nth-of-type(5)').allInnerTexts()).map((text) =>
      Number(/\d+/.exec(text)?.[0]),
    );
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    await page.context().close();
  });

  it('is searched, limited to a département, and gives the place in each parent', async () => {
    const [departement] = data.territories.all('departement');
    if (!departement) throw new Error('no département');
    const { page } = await open(`/indices?dans=${departement.code}`);
    await judged(page);
    expect((await ranks(page))[0]).toBe('1');
    expect(await main(page)).toContain(`communes classées : ${departement.name}.`);
    expect(plain(await page.locator('tbody tr').first().innerText())).toMatch(/département 1 sur \d+/);
    const [name] = await names(page);
    await page
      .getByRole('searchbox', { name: 'Chercher dans le classement' })
      .fill(name?.replace(/ \(.*/, '') ?? '');
    await page.keyboard.press('Enter');
    await soon(async () => (await names(page)).every((one) => one === name)).toBe(true);
    await page.context().close();
  });
});

it('ranks those of a size among themselves', async () => {
  const { page } = await open('/indices');
  await judged(page);
  await page.getByLabel('Population', { exact: true }).selectOption('2000');
  await soon(() => query(page)).toBe('?hab=2000');
  await soon(() => main(page)).toMatch(/communes classées : au moins 2 000 habitants\./);
  expect((await ranks(page))[0]).toBe('1');
  const people = (await page.locator('tbody tr td:nth-of-type(3)').allInnerTexts()).map((text) =>
    Number(plain(text).replace(/ /g, '')),
  );
  expect(Math.min(...people)).toBeGreaterThanOrEqual(2_000);
  await page.context().close();
});

describe('an index that says little', () => {
  it.each([
    ['?x=fibre-2026.0_chomage.0', 'Tous les poids sont à zéro'],
    ['?x=richesse.5', 'richesse'],
    ['?x=fibre-2026.12', 'fibre-2026.12'],
    ['?xm=logarithme', 'logarithme'],
    ['?xs=400', '400'],
    ['?xr=perimetre', 'L’ensemble de comparaison est vide'],
    ['?dans=99999', '99999'],
  ])('%s gives a sentence and a usable page', async (search, sentence) => {
    const { page, complaints } = await open(`/indices${search}`);
    await soon(async () => plain((await page.locator('.body .caution').allInnerTexts()).join(' '))).toContain(
      sentence,
    );
    expect(await page.getByRole('slider').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('ranks nobody when every weight is zero, and somebody again', async () => {
    const { page } = await open('/indices?x=fibre-2026.0_chomage.0');
    await soon(() => main(page)).toContain('0 communes classées.');
    expect((await ranks(page)).every((rank) => rank === '–')).toBe(true);
    // Pressed until the page runs its own code: nothing else says here that it does.
    await soon(async () => {
      await slider(page, 'Locaux raccordables à la fibre').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('End');
      return (await ranks(page))[0];
    }).toBe('1');
    await page.context().close();
  });

  it('leaves estimates out when asked, and says what each score lacks', async () => {
    const { page } = await open('/indices?e=0&xs=0');
    await judged(page);
    expect(await page.locator('tbody').innerText()).not.toContain('avec une estimation');
    expect(plain(await page.locator('tbody').innerText())).toMatch(/75 % du poids connu, manque : pauvreté/);
    await page.context().close();
  });

  it('shows an index of a restricted source, and gives no file of it', async () => {
    const { page } = await open('/indices?x=ifn-2023');
    await soon(() => main(page)).toContain('le classement se lit à l’écran, il ne se télécharge pas');
    expect(await page.getByText('Télécharger').count()).toBe(0);
    const file = await fetch(`${site.url}/indices/classement.csv?x=ifn-2023`);
    expect(file.status).toBe(403);
    await page.context().close();
  });
});

describe('an index on the map', () => {
  it('recolours the map, the legend and the first ones together when a weight moves', async () => {
    const { page, complaints } = await open('/carte?x=maillage&n=commune');
    await settled(page);
    const first = async (): Promise<string> => plain(await page.locator('.first .rows').innerText());
    await page.locator('.first .rows li').first().waitFor();
    const [before, legend] = [await first(), plain(await page.locator('.legend-box').innerText())];
    expect(legend).toContain('score sur 10');
    await slider(page, 'Part des 65 ans et plus').focus();
    await page.keyboard.press('End');
    await soon(first).not.toBe(before);
    await soon(async () => plain(await page.locator('.legend-box').innerText())).not.toBe(legend);
    await soon(() => query(page)).toContain('part-65-ans-et-plus.10');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says the score, the rank and the place in each parent of the territory selected', async () => {
    const { page } = await open('/carte?x=maillage&n=commune');
    await page.locator('.first .rows li button').first().click({ timeout: 60_000 });
    const panel = page.locator('.index');
    await panel.waitFor();
    await soon(async () => plain(await panel.innerText())).toMatch(/score sur 10 1er sur \d+/);
    expect(plain(await panel.innerText())).toMatch(/Département : 1er sur \d+/);
    await page.context().close();
  });

  it('shows how sure the first places are, with what is not ranked apart', async () => {
    const [departement] = data.territories.all('departement');
    const { page } = await open(`/carte?x=maillage&n=commune&conf=1&dans=${departement?.code}`);
    await soon(async () => plain(await page.locator('.legend-box').innerText())).toContain(
      'Parmi les 10 premières, selon les variantes',
    );
    const legend = plain(await page.locator('.legend-box').innerText());
    expect(legend).toContain('95 % et plus');
    expect(legend).not.toContain('Absent de la source');
    await page.context().close();
  });
});

describe('for everyone', () => {
  it.each([
    [1440, 'light'],
    [390, 'light'],
    [1440, 'dark'],
    [390, 'dark'],
  ] as const)('axe finds nothing at %i px, %s', async (width, colorScheme) => {
    const { page } = await open('/indices', { viewport: { width, height: 900 }, colorScheme });
    await judged(page);
    await expectSound(page);
    await page.context().close();
  });

  it('is reached from every page', async () => {
    const { page } = await open('/donnees');
    const links = page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link');
    expect((await links.allInnerTexts()).map(plain)).toEqual([
      'Carte',
      'Écarts',
      'Implantation',
      'Stratégies',
      'Lieux',
      'Indices',
      'Territoires',
      'Comparer',
      'Données',
      'Méthode',
    ]);
    await page.context().close();
  });
});
