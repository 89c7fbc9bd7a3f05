import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { greatCircle } from '../../src/lib/domain/access/sphere.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { expectSound, main, visitDemonstration } from '../support/visit.ts';

/** The quality of records and whom to call first, over the demonstration territory. */
const site = visitDemonstration({ viewport: { width: 1440, height: 1000 }, until: 'load' });
const { open } = site;
let data: Snapshot;

beforeAll(async () => {
  data = await Snapshot.read(site.database.db);
});

const rows = async (page: Page, table = 0): Promise<string[][]> =>
  page
    .locator('table')
    .nth(table)
    .locator('tbody tr')
    .evaluateAll((lines) =>
      lines.map((line) =>
        [...line.children].map(({ textContent }) =>
          (textContent ?? '').replace(/[\u00a0\u202f\s]+/g, ' ').trim(),
        ),
      ),
    );
const count = (text: string | undefined): number => Number((text ?? '').replace(/ /g, ''));

describe('the weeks of the places', () => {
  it('are read at import wherever hours are plain, and unknown elsewhere', () => {
    const plainHours = data.places.filter(({ hours }) => hours !== null && /^(Mo|Tu|We|Th)/.test(hours));
    expect(plainHours.length).toBeGreaterThan(50);
    expect(plainHours.filter(({ week }) => week === null)).toEqual([]);
    const freeText = data.places.filter(({ hours }) => hours?.startsWith('Horaires'));
    expect(freeText.every(({ week }) => week === null)).toBe(true);
  });
});

describe('the quality of records', () => {
  it('is counted by source and by région at today’s date, without scripts', async () => {
    const { page } = await open('/lieux/qualite', { javaScriptEnabled: false });
    const text = await main(page);
    expect(text).toContain(`${data.places.length} lieux, dans toute la France : qualité moyenne`);
    expect(text).toContain('À cette date, toutes les fiches ont plus de 18 mois');
    const sources = await rows(page);
    expect(sources.map(([, places]) => count(places)).every((places) => places > 0)).toBe(true);
    const regions = await rows(page, 1);
    expect(regions.reduce((sum, [, places]) => sum + count(places), 0)).toBe(data.places.length);
    await page.context().close();
  });

  it('changes with the date and goes down to a département, all in the address', async () => {
    const [departement] = data.territories.all('departement');
    if (!departement) throw new Error('no département');
    const { page } = await open('/lieux/qualite', { javaScriptEnabled: false });
    await page.getByLabel('Date de référence', { exact: true }).fill('2022-09-01');
    await page.getByRole('button', { name: 'Appliquer' }).last().click();
    expect(new URL(page.url()).search).toBe('?date=2022-09-01');
    expect(await main(page)).toContain('Fiches jugées au 1er septembre 2022.');
    await page.getByLabel('Dans', { exact: true }).selectOption(departement.code);
    await page.getByRole('button', { name: 'Appliquer' }).first().click();
    const asked = new URL(page.url()).searchParams;
    expect([asked.get('date'), asked.get('dans')]).toEqual(['2022-09-01', departement.code]);
    expect(await main(page)).toContain('Par intercommunalité');
    await page.getByRole('link', { name: 'Juger à la date de l’édition' }).click();
    expect(new URL(page.url()).searchParams.get('date')).toBe('edition');
    expect(await main(page)).not.toContain('toutes les fiches ont plus de 18 mois');
    await page.getByRole('link', { name: 'Voir qui appeler en premier' }).click();
    expect(new URL(page.url()).pathname).toBe('/lieux/a-verifier');
    expect(new URL(page.url()).searchParams.get('dans')).toBe(departement.code);
    await page.context().close();
  });

  it('says what it could not read, and shows the rest', async () => {
    for (const path of ['/lieux/qualite', '/lieux/a-verifier']) {
      const { page } = await open(`${path}?date=hier&dans=99999`);
      const text = await main(page);
      expect(text).toContain('« hier » n’est pas une date');
      expect(text).toContain('« 99999 » ne désigne aucun territoire');
      expect((await rows(page)).length).toBeGreaterThan(1);
      await page.context().close();
    }
  });
});

describe('whom to call first', () => {
  it('is in the order of the people who depend on each place, counted by brute force', async () => {
    const people = new Map<string, number>();
    const placed = data.places.filter(({ lat }) => lat !== null);
    for (const { lat, lon, population } of data.territories.all('commune')) {
      if (lat === null || lon === null) continue;
      let best: { id: string; metres: number } | null = null;
      for (const place of placed) {
        const metres = greatCircle(lon, lat, place.lon as number, place.lat as number);
        if (best === null || metres < best.metres - 1e-6) best = { id: place.id, metres };
      }
      if (best) people.set(best.id, (people.get(best.id) ?? 0) + (population ?? 0));
    }
    const expected = [...people.values()].sort((a, b) => b - a).slice(0, 50);
    const { page } = await open('/lieux/a-verifier', { javaScriptEnabled: false });
    expect((await rows(page)).map(([, , depending]) => count(depending))).toEqual(expected);
    const [first] = await page
      .locator('tbody th a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const id = [...people].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
    expect(first).toBe(`/lieux/${encodeURIComponent(id)}`);
    await page.context().close();
  });

  it('is turned page by page and held to a département, without scripts', async () => {
    const { page } = await open('/lieux/a-verifier', { javaScriptEnabled: false });
    expect(await main(page)).toContain(`Lieux 1 à 50 sur ${data.places.length}`);
    await page.getByRole('link', { name: 'Page suivante' }).click();
    expect(await main(page)).toContain(`Lieux 51 à 100 sur ${data.places.length}`);
    const [departement] = data.territories.all('departement');
    await page.getByLabel('Dans', { exact: true }).selectOption(departement?.code ?? '');
    await page.getByRole('button', { name: 'Appliquer' }).click();
    const lines = await rows(page);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(([, commune]) => commune?.endsWith(`(${departement?.code})`))).toBe(true);
    await page.context().close();
  });

  it('gives a published phone to press, the mark, and what is missing', async () => {
    const { page } = await open('/lieux/a-verifier');
    expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
    const lines = await rows(page);
    expect(lines.every(([, , , , mark]) => mark === 'à actualiser' || mark === 'à vérifier')).toBe(true);
    expect(lines.some(([, , , , , missing]) => missing?.includes('téléphone'))).toBe(true);
    await page.context().close();
  });

  it('has nobody to call the day the records were made', async () => {
    const { page } = await open('/lieux/a-verifier?date=2021-01-01');
    expect(await main(page)).toContain('Aucune fiche à vérifier ici à cette date');
    await page.context().close();
  });
});

describe('for everyone', () => {
  it.each(
    ['/lieux/qualite', '/lieux/a-verifier'].flatMap((path) =>
      ([1440, 390] as const).flatMap((width) =>
        (['light', 'dark'] as const).map((colorScheme) => [path, width, colorScheme] as const),
      ),
    ),
  )('axe finds nothing on %s at %i px, %s', async (path, width, colorScheme) => {
    const { page, complaints } = await open(path, { viewport: { width, height: 900 }, colorScheme });
    await expectSound(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
