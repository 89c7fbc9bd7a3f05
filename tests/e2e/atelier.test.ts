import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { landOf } from '../../src/lib/domain/access/landmass.ts';
import { greatCircle } from '../../src/lib/domain/access/sphere.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { formatName } from '../../src/lib/format/territory.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { expectSound, main, plain, query, settled, soon, visitDemonstration } from '../support/visit.ts';

/** Scenarios made by hand, over the demonstration territory. */
const site = visitDemonstration({ viewport: { width: 1440, height: 1000 } });
const { open } = site;
const NO_SCRIPTS = { javaScriptEnabled: false } as const;
let data: Snapshot;
/** Communes out of reach of any place at two kilometres, the largest first. */
let left: (Territory & { lon: number; lat: number })[] = [];

beforeAll(async () => {
  data = await Snapshot.read(site.database.db);
  left = data.territories
    .all('commune')
    .filter((one): one is Territory & { lon: number; lat: number } => one.lon !== null && one.lat !== null)
    .filter((one) => !isNear(one, []))
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0));
});

const written = (value: number): string => plain(new Intl.NumberFormat('fr-FR').format(Math.round(value)));

interface Stand {
  lon: number | null;
  lat: number | null;
  commune: string | null;
}

/** Whether a commune has a place of its own or one within two kilometres, every place looked at. */
const isNear = (
  { code, lon, lat }: Pick<Territory, 'code' | 'lon' | 'lat'>,
  more: readonly Stand[],
  closed: readonly string[] = [],
): boolean =>
  [...data.places.filter(({ id }) => !closed.includes(id)), ...more].some(
    (one) =>
      one.commune === code ||
      (one.lon !== null &&
        one.lat !== null &&
        lon !== null &&
        lat !== null &&
        landOf(one.commune) === landOf(code) &&
        greatCircle(lon, lat, one.lon, one.lat) <= 2_000),
  );

const reached = (more: readonly Stand[], closed: readonly string[] = []): number =>
  data.territories
    .all('commune')
    .reduce((sum, one) => sum + (isNear(one, more, closed) ? (one.population ?? 0) : 0), 0);

const standOf = ({ code, lon, lat }: Territory): Stand => ({ lon, lat, commune: code });

/** A place that alone serves its commune: closing it leaves somebody. */
const lonely = () => {
  const all = reached([]);
  const place = data.places.find(({ id }) => reached([], [id]) < all);
  if (!place) throw new Error('every place has another near it');
  return place;
};

const first = (): Territory & { lon: number; lat: number } =>
  left[0] as Territory & { lon: number; lat: number };

/** « À portée 12 345 sur … ». */
const says = (page: Page, people: number) =>
  soon(() => main(page)).toContain(`À portée ${written(people)} sur`);

/** The address once it stays: it follows a movement after a pause. */
async function still(page: Page): Promise<string> {
  let before = '';
  await soon(async () => {
    const last = before;
    before = query(page);
    await page.waitForTimeout(800);
    return last === before && before === query(page);
  }).toBe(true);
  return before;
}

const form = (page: Page, name: string) => page.getByRole('form', { name });

describe('a scenario made by hand', () => {
  it('is made without scripts: a site added by name, retimed, a place closed, and its address shared', async () => {
    const { page } = await open('/implantation/atelier?v=1&seuil=2', NO_SCRIPTS);
    await says(page, reached([]));
    const commune = first();
    await page.getByLabel('Ajouter un lieu : commune, code postal').fill(commune.code);
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await soon(() => query(page)).toBe(`?v=1&seuil=2&ajout=${commune.code}`);
    const gained = reached([standOf(commune)]);
    await says(page, gained);
    const text = await main(page);
    expect(text).toContain(`Nouvellement à portée ${written(gained - reached([]))}`);
    expect(text).toContain('Coût par an 40 000 €');

    const settings = form(page, `Réglages de ${formatName(commune)}`);
    await settings.getByLabel('Heures par semaine').fill('500');
    await settings.getByRole('button', { name: 'Appliquer' }).click();
    await soon(() => main(page)).toContain('Les heures vont de 0,5 à 168 par semaine : rien n’est changé.');
    const again = form(page, `Réglages de ${formatName(commune)}`);
    expect(await again.getByLabel('Heures par semaine').inputValue()).toBe('500');
    await again.getByLabel('Heures par semaine').fill('20,5');
    await again.getByRole('button', { name: 'Appliquer' }).click();
    await page.waitForURL((url) => url.searchParams.get('ajout') === `h20.5*${commune.code}`);

    const place = lonely();
    await page.getByLabel('Chercher un lieu par son nom ou sa commune').fill(place.name);
    await page.getByText('Chercher', { exact: true }).click();
    await page
      .getByRole('link', { name: `Fermer ${place.name}` })
      .first()
      .click();
    await says(page, reached([standOf(commune)], [place.id]));
    expect(await main(page)).toContain('ne le sont plus');
    const shared = await open(`/implantation/atelier${query(page)}`, NO_SCRIPTS);
    // Word for word: spaces between controls are those of a layout that may still be settling.
    const words = async (one: Page): Promise<string> => (await main(one)).replaceAll(' ', '');
    expect(await words(shared.page)).toBe(await words(page));
    await shared.page.context().close();
    await page.context().close();
  });

  it('follows each change at once, undoes and redoes it, and keeps one entry of the browser’s history', async () => {
    const { page, complaints } = await open('/implantation/atelier?v=1&seuil=2');
    await soon(() => main(page)).not.toContain('Les données arrivent');
    const commune = first();
    const [before, after] = [reached([]), reached([standOf(commune)])];
    const entries = await page.evaluate(() => history.length);
    const box = page.getByRole('combobox', { name: /Ajouter un lieu/ });
    await box.fill(commune.name);
    const option = page.getByRole('option').filter({ hasText: commune.name }).first();
    await option.click();
    await says(page, after);
    await soon(() => query(page)).toBe(`?v=1&seuil=2&ajout=${commune.code}`);
    // Typing has an undoing of its own.
    await box.fill('x');
    await box.press('Control+z');
    await says(page, after);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await says(page, before);
    await soon(() => query(page)).toBe('?v=1&seuil=2');
    await page.keyboard.press('Control+Shift+z');
    await says(page, after);
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await says(page, before);
    await page.getByRole('button', { name: 'Rétablir' }).click();
    await says(page, after);

    // More hours, more help; who is reached stays.
    const access = async (): Promise<string> =>
      /Heures d’aide par semaine pour 10 000 habitants ([\d,]+)/.exec(await main(page))?.[1] ?? '';
    const short = async (): Promise<string> =>
      /Moins de \d+ heures d’aide pour 10 000 habitants ([\d ]+)/.exec(await main(page))?.[1] ?? '';
    const held = [await access(), await short()].join();
    await page.getByRole('slider', { name: 'Heures par semaine des lieux ajoutés' }).fill('60');
    await page.getByRole('slider', { name: /Peu d’aide/ }).fill('60');
    await soon(async () => [await access(), await short()].join()).not.toBe(held);
    await says(page, after);
    await soon(() => query(page)).toContain('heures=60');
    const address = page.url();
    await page.reload();
    await says(page, after);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is made on the map: a site pressed, dragged, moved by arrows, counted as the server does', async () => {
    const commune = first();
    const { page, complaints } = await open(`/implantation/atelier?v=1&seuil=2`);
    await page.getByRole('heading', { name: 'La carte' }).scrollIntoViewIfNeeded();
    await settled(page);
    const add = page.getByRole('button', { name: 'Ajouter un lieu', exact: true });
    await add.click();
    await page.getByText('Appuyez sur la carte à l’endroit voulu.').waitFor();
    const canvas = page.locator('canvas[role=application]');
    await canvas.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.click(x + width / 2, y + height / 2);
    const mark = page.getByRole('button', { name: /^Lieu ajouté 1/ });
    await mark.waitFor();
    await soon(() => query(page)).toMatch(/ajout=-?\d+\.\d{5}_-?\d+\.\d{5}$/);
    const pressed = query(page);
    const box = (await mark.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 40, { steps: 5 });
    await page.mouse.up();
    await soon(() => query(page)).not.toBe(pressed);
    const dragged = await still(page);
    await mark.focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowLeft');
    await soon(() => query(page)).not.toBe(dragged);
    await still(page);
    // The arrows were one gesture, the drag another.
    await page.keyboard.press('Control+z');
    await soon(() => query(page)).toBe(dragged);
    await page.keyboard.press('Control+z');
    await soon(() => query(page)).toBe(pressed);
    // What the browser counts is what the server counts.
    const counted = /À portée ([\d ]+) sur/.exec(await main(page))?.[1];
    const server = await open(`/implantation/atelier${pressed}`, NO_SCRIPTS);
    expect(/À portée ([\d ]+) sur/.exec(await main(server.page))?.[1]).toBe(counted);
    await server.page.context().close();
    expect(await main(page)).not.toContain(`Point libre, ${commune.code}`);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says what an address has wrong, and keeps the rest', async () => {
    const commune = first();
    const place = lonely();
    const address =
      `/implantation/atelier?v=9&seuil=2&truc=1&ajout=h0*${commune.code}&ajout=-40.00000_20.00000&ajout=99999` +
      `&ajout=5.7&lieu=x_v${commune.code}*${encodeURIComponent(place.id)}&lieu=x*disparu&lieu=x&mini=0`;
    for (const options of [NO_SCRIPTS, {}]) {
      const { page } = await open(address, options);
      const text = await soon(() => main(page))
        .toContain('Encore hors de portée')
        .then(() => main(page));
      for (const sentence of [
        'Cette adresse dit une version « 9 »',
        'Le paramètre « truc » n’existe pas',
        `« h0*${commune.code} » : les heures vont de 0,5 à 168`,
        '« 5.7 » : cet endroit n’a pas été compris',
        '« x » : il manque le lieu dont on parle',
        '« 0 » n’a pas été compris (mini)',
        'Le lieu ajouté 2 est en mer ou hors de France',
        'Le lieu ajouté 3 est à « 99999 », que Maillage ne connaît pas',
        `${place.name}`,
        'est à la fois fermé et changé : c’est la fermeture qui compte',
        'Le lieu « disparu » n’existe pas, ou plus',
      ])
        expect(text).toContain(sentence);
      await says(page, reached([standOf(commune)], [place.id]));
      await page.context().close();
    }
  });

  it('asks which commune is meant, and says which text is none', async () => {
    const { page } = await open('/implantation/atelier?v=1', NO_SCRIPTS);
    const box = page.getByLabel('Ajouter un lieu : commune, code postal');
    await box.fill('Zzyzx');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await soon(() => main(page)).toContain('« Zzyzx » n’est pas une commune connue.');
    expect(await page.getByLabel('Ajouter un lieu : commune, code postal').inputValue()).toBe('Zzyzx');
    await page.getByLabel('Ajouter un lieu : commune, code postal').fill('saint');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await page.getByText('Quelle commune pour « saint » ?').waitFor();
    await page.getByRole('note').or(page.getByRole('status')).getByRole('link').first().click();
    await soon(() => query(page)).toMatch(/^\?v=1&ajout=/);
    await page.context().close();
  });

  it('works where the map cannot', async () => {
    const { page } = await open('/implantation/atelier?v=1&seuil=2');
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.reload();
    await page.getByRole('heading', { name: 'La carte' }).scrollIntoViewIfNeeded();
    await soon(() => main(page)).not.toContain('Les données arrivent');
    const place = lonely();
    await page.getByLabel('Chercher un lieu par son nom ou sa commune').fill(place.name);
    await page
      .getByRole('link', { name: `Fermer ${place.name}` })
      .first()
      .click();
    await says(page, reached([], [place.id]));
    await page
      .getByRole('link', { name: `Rouvrir ${place.name}` })
      .first()
      .click();
    await says(page, reached([]));
    await page.context().close();
  });
});

describe('scenarios of both kinds', () => {
  it('are taken over, saved, and compared with their maps', async () => {
    const { page, complaints } = await open('/implantation?seuil=2&n=3');
    const sites = await page.locator('tbody tr').count();
    const save = async (called: string): Promise<void> => {
      await page.getByLabel('Nom du scénario').fill(called);
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await page.getByRole('checkbox', { name: called }).check();
    };
    await save('Proposition');
    await page.getByRole('link', { name: 'Reprendre à la main' }).click();
    await page.getByRole('heading', { name: 'Scénario à la main' }).waitFor();
    expect(new URL(page.url()).searchParams.getAll('ajout')).toHaveLength(sites);
    await soon(() => main(page)).not.toContain('Les données arrivent');
    await page.getByRole('link', { name: /^Retirer le lieu 3/ }).click();
    await soon(() => new URL(page.url()).searchParams.getAll('ajout').length).toBe(sites - 1);
    await save('À la main');
    await page.getByRole('checkbox', { name: 'Proposition' }).check();
    await page.getByRole('link', { name: 'Comparer les scénarios choisis' }).click();
    await page.getByRole('heading', { name: 'Comparer des scénarios' }).waitFor();
    const row = plain(await page.getByRole('row', { name: /^Lieux à ouvrir/ }).innerText());
    expect(row).toBe('Lieux à ouvrir 2 3 + 1');
    const images = page.locator('figure img');
    expect(await images.count()).toBe(2);
    for (const image of await images.all()) {
      await soon(() =>
        image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth),
      ).toBeGreaterThan(100);
      expect(plain((await image.getAttribute('alt')) ?? '')).toMatch(
        /^Carte de « .+ » : \d+ communes à portée/,
      );
    }
    await expectSound(page, 1440, 390);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('say their own problems', async () => {
    const asked = ['Pauvre?budget=5', 'En mer?v=1&ajout=-40.00000_20.00000']
      .map((one) => `s=${encodeURIComponent(one)}`)
      .join('&');
    const { page } = await open(`/implantation/comparer?${asked}`, NO_SCRIPTS);
    const text = await main(page);
    expect(text).toContain('Un budget de 5 € est sous le lieu le moins cher');
    expect(text).toContain('Le lieu ajouté 1 est en mer ou hors de France');
    await page.context().close();
  });
});

describe('the page', () => {
  it.each([
    [1440, 'light'],
    [390, 'dark'],
  ] as const)('is sound at %d px, %s', async (width, colorScheme) => {
    const codes = left.slice(0, 2).map(({ code }) => `ajout=${code}`);
    const { page } = await open(`/implantation/atelier?v=1&seuil=2&${codes.join('&')}`, {
      viewport: { width, height: 900 },
      colorScheme,
    });
    await soon(() => main(page)).not.toContain('Les données arrivent');
    await page.getByRole('heading', { name: 'La carte' }).scrollIntoViewIfNeeded();
    await settled(page);
    await expectSound(page);
    await page.context().close();
  });
});
