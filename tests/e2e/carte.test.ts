import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { decodePlacePoints } from '../../src/lib/domain/places/place-points.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectSound, plain, query, settled, visitDemonstration } from '../support/visit.ts';

/** What a reader sees and does on the map, over the demonstration territory. */
const site = visitDemonstration();
const { open } = site;

/** Everything asked for is drawn. */
async function drawn(page: Page): Promise<void> {
  await settled(page);
  await page.locator('.legend-box .classes').first().waitFor();
}

const wordsOf = async (page: Page, selector: string): Promise<string> =>
  plain(await page.locator(selector).first().innerText());
const legend = (page: Page): Promise<string> => wordsOf(page, '.legend-box');
const canvas = 'canvas.maplibregl-canvas';

describe('the map', () => {
  it('opens on the standard of living, with classes, unit, year, source and what is not known', async () => {
    const { page, complaints } = await open('/carte');
    await drawn(page);
    const text = await legend(page);
    for (const part of [
      'Niveau de vie médian',
      '€ par an · 2021',
      'moins de',
      'et plus',
      'Secret statistique 25',
      'Insee',
    ]) {
      expect(text).toContain(part);
    }
    expect(query(page)).toBe('');
    expect(await page.locator('h1').innerText()).toBe('Niveau de vie médian, par commune');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keeps the whole view in its address, and shows it again', async () => {
    const { page } = await open('/carte');
    await drawn(page);
    await page.getByRole('combobox', { name: 'Indicateur', exact: true }).selectOption('fibre-2026');
    await page.getByLabel('Niveau', { exact: true }).selectOption('epci');
    await page.getByText('Découpage en classes').click();
    await page.getByLabel('Méthode', { exact: true }).selectOption('jenks');
    await page.getByLabel('Nombre de classes').selectOption('4');
    await expect.poll(() => query(page)).toBe('?i=fibre-2026&n=epci&m=jenks&k=4');
    await drawn(page);
    const before = await legend(page);
    expect(before).toContain('Locaux raccordables à la fibre');
    expect(before).toContain('pondéré par les logements (2018)');
    await page.reload();
    await drawn(page);
    expect(await legend(page)).toBe(before);
    await page.goBack();
    await expect.poll(() => query(page)).not.toContain('k=4');
    await page.context().close();
  });

  it('takes limits of one’s own, and says what is wrong with them', async () => {
    const { page } = await open('/carte');
    await drawn(page);
    await page.getByText('Découpage en classes').click();
    await page.getByLabel('Méthode', { exact: true }).selectOption('manual');
    const limits = page.getByLabel('Vos limites, du plus petit au plus grand');
    await limits.fill('24 000 ; 22 000');
    await page.getByRole('button', { name: 'Appliquer les limites' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('croissants');
    await limits.fill('22 000 ; 24 000');
    await page.getByRole('button', { name: 'Appliquer les limites' }).click();
    await expect.poll(() => query(page)).toBe('?s=22000_24000');
    await expect.poll(() => legend(page)).toContain('22 000 à 24 000');
    await page.context().close();
  });

  it('says which parameters it did not follow, and shows the rest', async () => {
    const { page } = await open('/carte?i=richesse&k=42&t=99999&n=epci&couleur=bleu');
    await drawn(page);
    const text = await wordsOf(page, '.notices');
    expect(text).toContain('L’indicateur « richesse » n’existe pas');
    expect(text).toContain('« 42 » n’est pas un nombre de classes');
    expect(text).toContain('Aucun territoire de la carte ne porte le code « 99999 »');
    expect(text).toContain('Le paramètre « couleur » n’existe pas');
    expect(await page.locator('h1').innerText()).toContain('intercommunalité');
    await page.getByRole('button', { name: 'Masquer ce message' }).click();
    expect(await page.locator('.notice').count()).toBe(0);
    await page.context().close();
  });

  it('says why an indicator has no figure at a level', async () => {
    const { page } = await open('/carte?i=densite&n=region');
    await drawn(page);
    expect(await wordsOf(page, '.notices')).toContain(
      'Pas de figure par régions : des classes ne s’agrègent pas',
    );
    expect(await legend(page)).toContain('Rural à habitat dispersé');
    await page.context().close();
  });

  it('opens a pressed territory beside the map, without moving it', async () => {
    const { page } = await open('/carte');
    await drawn(page);
    await page.locator(canvas).click({ position: { x: 620, y: 330 } });
    await page.getByRole('link', { name: 'Toute la fiche du territoire' }).waitFor();
    expect(query(page)).toMatch(/^\?t=\w+$/);
    const panel = await wordsOf(page, '.sheet.right');
    expect(panel).toContain('Niveau de vie médian');
    expect(panel).toContain('habitants');
    expect(await page.getByRole('link', { name: 'Diagnostic à imprimer' }).getAttribute('href')).toMatch(
      /\/diagnostic$/,
    );
    await page.getByRole('button', { name: 'Fermer', exact: true }).click();
    await expect.poll(() => query(page)).toBe('');
    await page.context().close();
  });

  it('is walked by arrows alone, aloud, and Enter opens', async () => {
    const { page } = await open('/carte');
    await drawn(page);
    await page.locator(canvas).focus();
    const said = page.locator('[data-settled] > [aria-live="polite"]');
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => plain(await said.innerText())).toMatch(/\(99\)\. Niveau de vie : /);
    const first = await said.innerText();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => said.innerText()).not.toBe(first);
    const name = (await said.innerText()).split('. ')[0] ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name }).waitFor();
    await page.keyboard.press('t');
    await page.getByRole('table').waitFor();
    await page.context().close();
  });

  it('finds a territory by name and frames it', async () => {
    const { page } = await open('/carte');
    await drawn(page);
    await page.keyboard.press('/');
    await page.keyboard.type('port-liselle');
    await page.getByRole('option', { name: 'Port-Liselle Commune' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Port-Liselle Commune', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Port-Liselle (99)' }).waitFor();
    await expect.poll(() => query(page)).toMatch(/t=\w+&c=-?[\d.]+_[\d.]+_10\.00$/);
    await page.context().close();
  });
});

describe('figures that may be shown but not redistributed', () => {
  it('are drawn from classes, without a column file, and say so', async () => {
    const { page, asked } = await open('/carte?i=ifn-total&s=2_4');
    await drawn(page);
    expect(asked.some((path) => path.startsWith('/colonnes/ifn-total'))).toBe(false);
    expect(asked.some((path) => path.startsWith('/carte/classes/ifn-total/commune'))).toBe(true);
    expect(await legend(page)).toContain('jamais redistribué');
    expect(await wordsOf(page, '.notices')).toContain('ne se découpe pas selon vos limites');
    expect(await page.getByText('Découpage en classes').isVisible()).toBe(true);
    await page.locator(canvas).focus();
    await page.keyboard.press('ArrowRight');
    const said = page.locator('[data-settled] > [aria-live="polite"]');
    await expect
      .poll(async () => plain(await said.innerText()))
      .toMatch(/IFN : (moins de )?[\d,]+ (à [\d,]+ |et plus )?sur 10/);
    await page.context().close();
  });
});

describe('places', () => {
  it('are counted, filtered by what a person needs, and opened', async () => {
    const { page, complaints } = await open('/carte?l=1');
    await drawn(page);
    const form = page.locator('.sheet.left');
    await expect.poll(async () => plain(await form.innerText())).toMatch(/\d+ lieux recensés\./);
    await page.getByLabel('France services').check();
    await page.getByLabel('Gratuit').check();
    await expect
      .poll(async () => plain(await form.innerText()))
      .toMatch(/\d+ lieux sur \d+ répondent au choix\./);
    expect(query(page)).toContain('l=1&lt=france-services&lg=1');

    const bytes = await (
      await fetch(`${site.url}/lieux/affichage`, { headers: { 'sec-fetch-site': 'same-origin' } })
    ).arrayBuffer();
    const { lons, lats } = decodePlacePoints(new Uint8Array(bytes));
    const rank = lons.findIndex((lon) => !Number.isNaN(lon));
    await page.goto(
      `${site.url}/carte?l=1&c=${(lons[rank] ?? 0).toFixed(4)}_${(lats[rank] ?? 0).toFixed(4)}_14.00`,
    );
    await drawn(page);
    await page.locator(canvas).click();
    const popup = page.locator('.maplibregl-popup article');
    await popup.waitFor();
    const text = plain(await popup.innerText());
    expect(text).toContain('Horaires');
    expect(text).toContain('Source :');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('tell how far help is, commune by commune, live with the filter', async () => {
    const { page } = await open('/carte?d=1');
    await drawn(page);
    await expect
      .poll(() => legend(page))
      .toMatch(
        /\d habitants \([\d,]+ %\) vivent dans une commune dont le centre est à plus de 10 km d’un lieu\./,
      );
    const before = await legend(page);
    expect(before).toContain('20 à 30');
    await page.getByLabel('France services').check();
    await expect.poll(() => legend(page)).toContain('d’un lieu qui répond au choix.');
    expect(await legend(page)).not.toBe(before);
    await page.context().close();
  });
});

describe('priority neighbourhoods', () => {
  it('are drawn on demand, listed for the keyboard, and open a card on the map', async () => {
    const { page, asked, complaints } = await open('/carte?t=99170');
    await drawn(page);
    expect(asked.some((path) => path.startsWith('/tuiles/zones/'))).toBe(false);
    await page.getByLabel('Quartiers prioritaires (QPV)').check();
    await expect.poll(() => query(page)).toBe('?t=99170&z=qpv');
    const link = page.getByRole('link', { name: 'Les Hauts de Liselle' });
    await link.focus();
    await page.keyboard.press('Enter');
    const card = page.locator('.maplibregl-popup');
    await card.waitFor();
    const text = plain(await card.innerText());
    expect(text).toContain('Quartier prioritaire · QN99901M');
    expect(text).toContain('Port-Liselle');
    await expect
      .poll(() => asked.some((path) => /^\/tuiles\/zones\/qpv\/\w{16}\/13\//.test(path)), { timeout: 20_000 })
      .toBe(true);
    await expectSound(page);
    expect(complaints).toEqual([]);
    await card.getByRole('link', { name: 'Les lieux d’aide autour' }).click();
    const section = page.locator('[aria-labelledby="quartiers"]');
    await section.waitFor();
    expect(plain(await section.innerText())).toContain('2 quartiers prioritaires : Port-Liselle (99).');
    await page.context().close();
  });
});

describe('the table of the view', () => {
  it('holds the same figures, sorted, searched and paged by its address', async () => {
    const { page } = await open('/carte');
    await drawn(page);
    await page.getByRole('link', { name: 'Tableau', exact: true }).click();
    await page.getByRole('table').waitFor();
    expect(await wordsOf(page, 'caption')).toMatch(/^Niveau de vie médian, par commune \(\d+\)$/);
    const figures = async (): Promise<number[]> =>
      (await page.locator('tbody tr td:nth-child(3)').allInnerTexts())
        .map((text) => Number(text.replace(/[^\d]/g, '')))
        .filter((value) => value > 0);
    const rising = await figures();
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    await page.getByRole('link', { name: /^Niveau de vie/ }).click();
    await expect.poll(() => query(page)).toContain('tri=-valeur');
    const falling = await figures();
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    await page.getByRole('link', { name: 'Page suivante' }).click();
    await expect.poll(() => query(page)).toContain('p=2');
    expect(await wordsOf(page, 'nav[aria-label="Pages du tableau"]')).toContain('Lignes 51 à 100');
    await page.getByPlaceholder('Nom, code ou code postal').fill('port-liselle');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: /Port-Liselle/ }).waitFor();
    await page.getByRole('link', { name: 'Situer Port-Liselle (99) sur la carte' }).click();
    await page.getByRole('heading', { name: 'Port-Liselle (99)' }).waitFor();
    await page.context().close();
  });

  it('works without JavaScript, beside an image of the map', async () => {
    const { page } = await open('/carte', { javaScriptEnabled: false });
    const image = page.locator('.instead img');
    await image.waitFor();
    expect(await image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
    expect(await image.getAttribute('alt')).toContain('Niveau de vie médian');
    await page.getByRole('link', { name: 'Ouvrir le tableau' }).click();
    await page.getByPlaceholder('Nom, code ou code postal').fill('liselle');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: /Port-Liselle/ }).waitFor();
    await page.getByRole('link', { name: /^Population/ }).click();
    expect(query(page)).toContain('tri=-population');
    await page.context().close();
  });
});

describe('without the graphics', () => {
  it('a notice, the same view as an image, and the table take over', async () => {
    const plainBrowser = await launchBrowser(['--disable-3d-apis']);
    try {
      const { page, complaints } = await open('/carte?i=fibre-2026', {}, plainBrowser);
      await page.getByText('WebGL absent').waitFor();
      expect(await page.locator('.instead img').getAttribute('src')).toContain(
        '/carte/image.svg?i=fibre-2026',
      );
      await page.locator('.instead').getByRole('link', { name: 'Ouvrir le tableau' }).click();
      await page.getByRole('table').waitFor();
      expect(complaints).toEqual([]);
    } finally {
      await plainBrowser.close();
    }
  });

  it('a map that loses them comes back with its figures, or gives way', async () => {
    const { page } = await open('/carte');
    await drawn(page);
    const lose = (back: boolean): Promise<void> =>
      page.locator(canvas).evaluate((element: HTMLCanvasElement, restored) => {
        const extension = element.getContext('webgl2')?.getExtension('WEBGL_lose_context');
        extension?.loseContext();
        if (restored) setTimeout(() => extension?.restoreContext(), 300);
      }, back);
    const first = await page.locator(canvas).elementHandle();
    await lose(true);
    await expect.poll(() => first?.evaluate((element) => element.isConnected)).toBe(false);
    await drawn(page);
    await lose(false);
    await page.getByText('La carte graphique a cessé de répondre').waitFor({ timeout: 15_000 });
    await page.context().close();
  });
});

describe('for everyone', () => {
  it.each([
    ['the map', '/carte?l=1', 'light'],
    ['a territory', '/carte?t=99&d=1', 'dark'],
    ['the table', '/carte?tab=1', 'light'],
  ] as const)('axe finds nothing on %s, on a desk and on a phone', async (_, path, colorScheme) => {
    const { page } = await open(path, { colorScheme });
    if (!path.includes('tab=1')) await drawn(page);
    await expectSound(page, 1440, 390);
    await page.context().close();
  });

  it('on a phone the panel is a sheet under the map, and a territory opens over it', async () => {
    const { page } = await open('/carte', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await settled(page);
    const sheet = page.locator('.sheet.left');
    expect((await sheet.boundingBox())?.height).toBeLessThan(150);
    await page.getByRole('button', { name: 'Agrandir le panneau' }).click();
    await expect.poll(async () => (await sheet.boundingBox())?.height).toBeGreaterThan(300);
    expect(await page.getByRole('combobox', { name: 'Indicateur', exact: true }).count()).toBe(1);
    await page.getByRole('button', { name: 'Réduire le panneau' }).click();
    await page.touchscreen.tap(180, 420);
    await page.getByRole('link', { name: 'Toute la fiche du territoire' }).waitFor();
    await page.context().close();
  });
});
