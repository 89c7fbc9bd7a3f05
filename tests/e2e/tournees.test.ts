import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { landOf } from '../../src/lib/domain/access/landmass.ts';
import { greatCircle } from '../../src/lib/domain/access/sphere.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { expectSound, main, plain, soon, visitDemonstration } from '../support/visit.ts';

/** Weekly rounds of mobile teams, over the demonstration territory. */
const site = visitDemonstration({ viewport: { width: 1440, height: 1000 } });
const { open } = site;
let data: Snapshot;

beforeAll(async () => {
  data = await Snapshot.read(site.database.db);
});

const PATH = '/implantation/tournees';
const written = (value: number): string => plain(new Intl.NumberFormat('fr-FR').format(value));

/** Codes of the communes of the tables, team by team, in order. */
const stopsOf = async (page: Page): Promise<string[]> =>
  (
    await page
      .locator('tbody ol a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  ).map((href) => href.replace('/territoires/', ''));

/** Inhabitants within some kilometres of a stop, or in its commune: every pair is looked at. */
function reachedBy(codes: readonly string[], kilometres: number): number {
  const communes = data.territories.all('commune');
  return communes.reduce((sum, { code, lon, lat, population }) => {
    const near = codes.some((stop) => {
      const other = data.territories.get('commune', stop);
      if (stop === code) return true;
      if (lon === null || lat === null || !other || other.lon === null || other.lat === null) return false;
      return (
        landOf(stop) === landOf(code) && greatCircle(lon, lat, other.lon, other.lat) <= 1_000 * kilometres
      );
    });
    return near ? sum + (population ?? 0) : sum;
  }, 0);
}

describe('weekly rounds', () => {
  it('are proposed without scripts, with hours, and people counted as pairs do', async () => {
    const { page } = await open(`${PATH}?seuil=3&equipes=2&vitesse=50&existants=aucun`, {
      javaScriptEnabled: false,
    });
    const codes = await stopsOf(page);
    expect(codes.length).toBeGreaterThan(4);
    expect(new Set(codes).size).toBe(codes.length);
    const text = await main(page);
    expect(text).toContain(`Touchées par les tournées ${written(reachedBy(codes, 3))}`);
    expect(text).toMatch(/A1 [^:]+, de \d+ h( \d\d)? à \d+ h( \d\d)? : [\d ]+ personnes?/);
    expect(text).toContain('Route : à vol d’oiseau × 1,3, à 50 km/h : vos hypothèses');
    expect(text).toContain('Aucune base n’est indiquée');
    expect(await page.getByRole('heading', { name: /^Équipe [AB], base d/ }).count()).toBe(2);
    await page.getByRole('spinbutton', { name: 'Équipes' }).fill('1');
    await page.getByRole('spinbutton', { name: 'Vitesse moyenne (km/h)' }).fill('');
    await page.getByRole('button', { name: 'Composer les tournées' }).click();
    const untimed = await main(page);
    expect(untimed).toContain('Sans vitesse, les temps de trajet ne sont pas comptés');
    expect(untimed).not.toMatch(/, de \d+ h/);
    expect(await page.getByRole('heading', { name: /^Équipe/ }).count()).toBe(1);
    await page.context().close();
  });

  it('are made better in the browser, drawn, kept in an address and taken away as they are', async () => {
    const { page, complaints } = await open(`${PATH}?seuil=3&equipes=2&vitesse=50&existants=aucun`);
    const stop = page.getByRole('button', { name: 'Arrêter la recherche' });
    await soon(async () => (await stop.count()) > 0 || (await main(page)).includes('c’est prouvé')).toBe(
      true,
    );
    if (await stop.count()) await stop.click({ timeout: 5_000 }).catch(() => undefined);
    const map = page.getByRole('img', { name: /^Tournées de \d+\séquipes?/ });
    // A disc of people and a mark for each stop.
    expect(await map.locator('circle').count()).toBe(2 * (await stopsOf(page)).length);
    const ground = await map.locator('image').getAttribute('href');
    const image = await page.request.get(site.url + ground);
    expect([image.status(), image.headers()['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    const hrefOf = async (name: string): Promise<string> =>
      (await page.getByRole('link', { name }).getAttribute('href')) ?? '';
    const [codes, csv, ics] = [await stopsOf(page), await hrefOf('CSV'), await hrefOf('agenda (ICS)')];
    const table = await (await page.request.get(site.url + csv)).text();
    const lines = table.trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(';')[4]?.replaceAll('"', ''))).toEqual(codes);
    const calendar = await (await page.request.get(site.url + ics)).text();
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(codes.length);
    const kept = await open(await hrefOf('Garder ces tournées (adresse à partager)'), {
      javaScriptEnabled: false,
    });
    expect(await stopsOf(kept.page)).toEqual(codes);
    expect(await main(kept.page)).toContain('Voici les tournées gardées dans l’adresse, telles quelles.');
    expect(complaints).toEqual([]);
    await kept.page.context().close();
    await page.context().close();
  });

  it('stop on market days, and explain the lines that say nothing', async () => {
    const [first, second] = data.territories.all('commune').filter(({ lat }) => lat !== null);
    const markets = `${first?.code} jeudi\n${second?.code} mardredi\nNulle Part lundi`;
    const { page } = await open(
      `${PATH}?seuil=3&existants=aucun&kmjour=600&marchesseuls=1&bases=${first?.code}&marches=${encodeURIComponent(markets)}`,
      { javaScriptEnabled: false },
    );
    expect(await stopsOf(page)).toEqual([first?.code]);
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(['jeudi']);
    const text = await main(page);
    expect(text).toContain('ligne 2, « ' + second?.code + ' mardredi » : aucun jour reconnu');
    expect(text).toContain('ligne 3, « Nulle Part lundi » : commune inconnue');
    expect(text).toContain('Aucun arrêt possible le mardi, mercredi, vendredi');
    expect(await page.getByLabel(/^Jours de marché/).inputValue()).toBe(markets);
    await page.context().close();
  });

  it.each([
    ['equipes=0', 'La réponse est pour 1 équipe'],
    ['equipes=40', 'La réponse est pour 20 équipes'],
    ['jours=', 'Aucun jour de tournée n’est choisi'],
    ['journee=1&arret=2', 'Un arrêt de 2 h ne tient pas dans une journée de 1 h'],
    ['bases=Nulle Part', 'Base « Nulle Part » : commune inconnue'],
    ['detour=9&truc=1', '« 9 » n’a pas été compris (detour)'],
    ['plan=99999', 'Les tournées de l’adresse ne tiennent plus'],
    ['existants=tous&seuil=60', 'Tout le monde a déjà un lieu à portée'],
  ])('answer the nearest question to %s, and say so', async (query, said) => {
    const { page, status } = await open(
      `${PATH}?${query.includes('existants') ? '' : 'existants=aucun&'}${query}`,
      {
        javaScriptEnabled: false,
      },
    );
    expect(status).toBe(200);
    expect(await main(page)).toContain(said);
    await page.context().close();
  });

  it('refuse a file of rounds that do not hold, and a calendar without hours', async () => {
    const { page } = await open(PATH, { javaScriptEnabled: false });
    const answer = async (path: string): Promise<number> =>
      (await page.request.get(site.url + path)).status();
    expect(await answer(`${PATH}/arrets.csv?plan=99999`)).toBe(400);
    expect(await answer(`${PATH}/agenda.ics?existants=aucun`)).toBe(400);
    expect(await answer(`${PATH}/arrets.doc`)).toBe(404);
    expect(await answer(`${PATH}/probleme?edition=0`)).toBe(403);
    await page.context().close();
  });

  it.each([
    [1440, 'light'],
    [390, 'light'],
    [1440, 'dark'],
  ] as const)('axe finds nothing at %d px, %s, and nothing overflows', async (width, colorScheme) => {
    const { page } = await open(`${PATH}?seuil=3&equipes=2&vitesse=50`, {
      viewport: { width, height: 900 },
      colorScheme,
    });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectSound(page);
    await page.context().close();
  });
});
