import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { blankPlace, type Place } from '../../src/lib/domain/places/place.ts';
import { isoDay } from '../../src/lib/format/date.ts';
import { place as placeTable, placeRevision } from '../../src/lib/server/db/schema/places.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { expectSound, main, plain, query, settled, soon, visitDemonstration } from '../support/visit.ts';

/** The directory searched, filtered and mapped, and the page of a place, over the demonstration territory. */
const site = visitDemonstration({ viewport: { width: 1440, height: 1000 } });
const { open } = site;
let data: Snapshot;

/** A name that runs when it is taken for markup, in a page or in its data. */
const HOSTILE = '</script><script>window.ran=1</script><img src=x onerror="window.ran=1"> Lieu piégé';

/** Where the three neighbours stand: the same point. */
let spot: { lon: number; lat: number };

function added(at: { lon: number; lat: number; commune: string; town: string }): Place[] {
  const here = { ...at, postcode: '99000', position: 'given' as const, sources: ['france-services'] };
  return [
    {
      ...blankPlace('essai-hostile', HOSTILE),
      ...here,
      kind: 'france-services',
      address: '1 rue de l’Essai',
      services: ['Aide aux démarches administratives'],
      support: ['Accompagnement individuel'],
      fees: ['Gratuit'],
      phone: '01 00 00 00 00',
      week: [
        { day: 5, from: 540, to: 720 },
        { day: 2, from: 840, to: 1_080 },
      ],
      website: 'javascript:window.ran=1',
      summary: '<b>Accueil</b> par jeanne.dupont@exemple.fr, 06 12 34 56 78 <img src=x onerror=alert(1)>',
      offers: ['wifi'],
      updated: isoDay(new Date()),
    },
    {
      ...blankPlace('essai-voisin', 'Voisin du samedi'),
      ...here,
      phone: '06 98 76 54 32',
      updated: '2020-01-01',
    },
    { ...blankPlace('essai-troisieme', 'Troisième voisin'), ...here, week: [{ day: 0, from: 0, to: 1_440 }] },
    { ...blankPlace('essai-ferme', 'Guichet fermé'), ...here, closed: '2024-03-01' },
  ];
}

/** One of them was made of two records. */
const originsOf = (id: string): Record<string, string> =>
  id === 'essai-voisin' ? { name: 'liste-1/ancien/id' } : {};

beforeAll(async () => {
  const before = await Snapshot.read(site.database.db);
  const commune = before.territories.all('commune').find(({ lon, lat }) => lon !== null && lat !== null);
  if (!commune || commune.lon === null || commune.lat === null) throw new Error('no commune with a centre');
  spot = { lon: commune.lon + 0.003, lat: commune.lat + 0.002 };
  await site.database.db.query.insert(placeTable).values(
    added({ ...spot, commune: commune.code, town: commune.name }).map((record) => ({
      id: record.id,
      commune: record.commune,
      name: record.name,
      record,
      records: record.id === 'essai-voisin' ? ['liste-1/ancien/id', 'france-services/essai-voisin'] : [],
      origins: originsOf(record.id),
    })),
  );
  await site.database.db.query.insert(placeRevision).values({ at: new Date() });
  data = await Snapshot.read(site.database.db);
});

const names = async (page: Page): Promise<string[]> =>
  (await page.locator('.lines .name a').allInnerTexts()).map(plain);
const counted = async (page: Page): Promise<string> => plain(await page.locator('#resultats').innerText());
const ran = (page: Page): Promise<unknown> => page.evaluate('window.ran');
/** Closed ones are on their own page only. */
const listed = (): number => data.places.filter(({ closed }) => closed === null).length;

describe('the directory', () => {
  it('lists every place, a page at a time, without JavaScript', async () => {
    const { page } = await open('/lieux', { javaScriptEnabled: false });
    expect(await counted(page)).toBe(`${listed()} lieux trouvés`);
    const first = await names(page);
    expect(first).toHaveLength(25);
    await page.getByRole('link', { name: 'Page suivante' }).click();
    expect(query(page)).toBe('?p=2');
    expect((await names(page)).filter((name) => first.includes(name))).not.toEqual(first);
    await page.goto(`${site.url}/lieux`);
    await page.getByRole('searchbox', { name: 'Nom, ville, adresse ou service' }).fill('VOISIN samedi');
    await page.getByText('Filtres', { exact: true }).click();
    await page.locator('main').getByRole('button', { name: 'Chercher' }).first().click();
    expect(await names(page)).toEqual(['Voisin du samedi']);
    expect(await main(page)).toContain('La carte demande JavaScript.');
    await page.context().close();
  });

  it('is searched by keyboard, and keeps its address short', async () => {
    const { page, complaints } = await open('/lieux');
    await settled(page);
    await page.getByRole('searchbox', { name: 'Nom, ville, adresse ou service' }).focus();
    await page.keyboard.type('troisieme vois');
    await page.keyboard.press('Enter');
    await soon(() => query(page)).toBe('?q=troisieme+vois');
    await soon(() => names(page)).toEqual(['Troisième voisin']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('follows its filters in the address, and gives each of them up', async () => {
    const { page } = await open('/lieux');
    await settled(page);
    await page.getByText('Filtres', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Wi-Fi gratuit' }).check();
    await page.getByLabel('Ouvert', { exact: true }).selectOption('samedi');
    await page.locator('.buttons').getByRole('button', { name: 'Chercher' }).click();
    await soon(() => query(page)).toBe('?o=wifi&quand=samedi');
    await soon(() => names(page)).toEqual([plain(HOSTILE)]);
    expect(await ran(page)).toBeUndefined();
    await page.getByRole('link', { name: 'Retirer le filtre : Wi-Fi gratuit' }).click();
    await soon(() => query(page)).toBe('?quand=samedi');
    await page.context().close();
  });

  it('says what to do when nothing is found', async () => {
    const { page } = await open('/lieux?q=troisieme&quand=samedi', { javaScriptEnabled: false });
    expect(await main(page)).toContain('Aucun lieu ouvert le samedi avec ces filtres.');
    await page.getByRole('link', { name: 'sans « Le samedi » : 1 lieu' }).click();
    expect(await names(page)).toEqual(['Troisième voisin']);
    await page.goto(`${site.url}/lieux?q=voisin+samedi&frais=12`);
    expect(await main(page)).toContain(
      'les sources sont anciennes, l’aide ne manque pas forcément. Retirez ce filtre',
    );
    await page.goto(`${site.url}/lieux?q=voisin+samedi&frais=12&ref=2020-06-01`);
    expect(await names(page)).toEqual(['Voisin du samedi']);
    await page.goto(`${site.url}/lieux?q=voisin+samedi&quand=samedi`);
    expect(await main(page)).toContain('1 lieu aux horaires inconnus');
    await page.context().close();
  });

  it('says what it could not follow', async () => {
    const { page } = await open('/lieux?o=fibre&dans=99999&sel=personne&couleur=bleu', {
      javaScriptEnabled: false,
    });
    const text = await main(page);
    expect(text).toContain('« fibre » n’a pas été compris pour ce filtre : offre.');
    expect(text).toContain('Aucun territoire ne porte le code « 99999 »');
    expect(text).toContain('Le paramètre « couleur » n’existe pas.');
    expect(text).toContain('Le lieu choisi n’est pas recensé');
    expect(await counted(page)).toBe(`${listed()} lieux trouvés`);
    await page.context().close();
  });

  it('lists the nearest first around a point', async () => {
    const { page } = await open(`/lieux?pres=${spot.lon.toFixed(5)}_${spot.lat.toFixed(5)}_30`, {
      javaScriptEnabled: false,
    });
    expect((await names(page)).slice(0, 3).sort()).toEqual(
      [plain(HOSTILE), 'Troisième voisin', 'Voisin du samedi'].sort(),
    );
    expect(plain(await page.locator('.lines .distance').first().innerText())).toBe('à 0 m');
    await page.context().close();
  });
});

describe('its map', () => {
  it('opens every place of one point, and the address keeps which', async () => {
    const { page, complaints } = await open('/lieux?q=voisin&sel=essai-voisin');
    await settled(page);
    const popup = page.locator('.maplibregl-popup');
    await popup.getByRole('heading', { name: /2 lieux à cette adresse/ }).waitFor();
    expect((await popup.getByRole('link').allInnerTexts()).map(plain).sort()).toEqual([
      'Troisième voisin',
      'Voisin du samedi',
    ]);
    await popup.getByRole('button', { name: /fermer/i }).click();
    await soon(() => query(page)).toBe('?q=voisin');
    const canvas = page.locator('canvas.maplibregl-canvas');
    const box = await canvas.boundingBox();
    if (!box) throw new Error('no map');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    // At a wide zoom the first press opens the group, the next the places.
    await soon(async () => {
      if ((await popup.count()) === 0) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      return popup.count();
    }).toBe(1);
    await soon(() => query(page)).toContain('sel=essai-');
    await canvas.evaluate(() => (document.activeElement as HTMLElement).blur());
    const before = await canvas.screenshot();
    await page.locator('.lines .name a').first().hover();
    await soon(async () => (await canvas.screenshot()).equals(before)).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is drawn on demand on a phone, and hidden when asked', async () => {
    const { page } = await open('/lieux?q=voisin', { viewport: { width: 390, height: 844 } });
    const show = page.getByRole('button', { name: 'Afficher la carte' });
    await show.waitFor();
    expect(await page.locator('canvas').count()).toBe(0);
    await show.click();
    await settled(page);
    await page.getByRole('link', { name: 'Masquer la carte' }).click();
    await soon(() => page.locator('canvas').count()).toBe(0);
    expect(query(page)).toBe('?q=voisin&carte=0');
    await page.context().close();
  });
});

describe('the page of a place', () => {
  it('says what is known, runs nothing, and shows nobody’s number', async () => {
    const { page, complaints } = await open('/lieux/essai-hostile');
    const text = await main(page);
    expect(plain(await page.locator('h1').innerText())).toBe(plain(HOSTILE));
    expect(text).toContain('samedi 9 h – 12 h');
    expect(text).toContain('dimanche fermé');
    expect(text).toContain('Wi-Fi gratuit');
    expect(text).toContain('Accueil par …, …');
    expect(text).not.toMatch(/jeanne|06 12|javascript:/);
    expect(text).toContain('01 00 00 00 00');
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    const written = await page.locator('script[type="application/ld+json"]').textContent();
    const structured = JSON.parse(written ?? '') as Record<string, unknown>;
    expect(structured).toMatchObject({
      '@type': 'GovernmentOffice',
      name: HOSTILE,
      telephone: '01 00 00 00 00',
    });
    expect(structured.openingHoursSpecification).toHaveLength(2);
    expect(await page.locator('#proches ~ ul li').count()).toBe(5);
    expect(await ran(page)).toBeUndefined();
    expect(complaints).toEqual([]);
    await page.goto(`${site.url}/lieux/essai-voisin`);
    const other = await main(page);
    expect(other).toContain('Horaires non renseignés.');
    expect(other).toContain('Fiche à actualiser, du 1er janvier 2020');
    expect(other).toContain('Donne : nom');
    expect(other).not.toContain('06 98');
    expect(await page.content()).not.toContain('06 98 76 54 32');
    await page.context().close();
  });

  it('keeps its data parsed after a move inside the application', async () => {
    const { page } = await open('/lieux?q=pi%C3%A9g%C3%A9');
    await settled(page);
    await page.locator('.lines .name a').click();
    await soon(() => new URL(page.url()).pathname).toBe('/lieux/essai-hostile');
    await soon(() => page.locator('script[type="application/ld+json"]').count()).toBe(1);
    expect(await ran(page)).toBeUndefined();
    await page.context().close();
  });

  it('leads from a merged id, says first that it is closed, and searches from an unknown one', async () => {
    const moved = await fetch(`${site.url}/lieux/${encodeURIComponent('ancien/id')}`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/lieux/essai-voisin']);
    const { page } = await open('/lieux/essai-ferme');
    expect(await main(page)).toMatch(
      /^Lieux d’aide Guichet fermé Ce lieu est fermé depuis le 1er mars 2024\./,
    );
    const answer = await page.goto(`${site.url}/lieux/inconnu`);
    expect(answer?.status()).toBe(404);
    expect(await main(page)).toContain('Ce lieu n’est pas recensé.');
    await page.getByRole('searchbox', { name: 'Nom, ville, adresse ou service' }).fill('troisième');
    await page.keyboard.press('Enter');
    await soon(() => names(page)).toEqual(['Troisième voisin']);
    await page.context().close();
  });
});

describe('for everybody', () => {
  it.each([
    ['/lieux', 1440, 'light'],
    ['/lieux?quand=samedi&o=wifi', 390, 'dark'],
    ['/lieux?q=introuvable&lg=1', 1440, 'dark'],
    ['/lieux', 390, 'light'],
    ['/lieux/essai-hostile', 1440, 'dark'],
    ['/lieux/essai-hostile', 390, 'light'],
    ['/lieux/essai-ferme', 390, 'dark'],
    ['/lieux/essai-voisin', 1440, 'light'],
  ] as const)('axe finds nothing on %s at %i px, %s', async (path, width, colorScheme) => {
    const { page } = await open(path, { viewport: { width, height: 900 }, colorScheme });
    if (path.startsWith('/lieux/')) await page.locator('#origine').waitFor();
    else if (width > 1024) await settled(page);
    else await page.getByRole('button', { name: 'Afficher la carte' }).waitFor();
    await expectSound(page);
    await page.context().close();
  });
});
