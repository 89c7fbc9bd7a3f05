import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import { isKnown } from '../../src/lib/domain/indicators/value.ts';
import { slugOf } from '../../src/lib/domain/territory/slug.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { formatName } from '../../src/lib/format/territory.ts';
import { chooseTerritories, readComparison } from '../../src/lib/server/queries/comparison.ts';
import { DEFAULT_SETTINGS, similarTerritories } from '../../src/lib/server/queries/similar.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { expectSound, main, plain, visitDemonstration } from '../support/visit.ts';

const site = visitDemonstration({ until: 'networkidle' });
const { open } = site;
let data: Snapshot;
/** The largest communes, then groups: eight territories of several levels. */
let eight: Territory[];

beforeAll(async () => {
  data = await Snapshot.read(site.database.db);
  const byPeople = [...data.territories.all('commune')].sort(
    (a, b) => (b.population ?? 0) - (a.population ?? 0),
  );
  const groups = (['epci', 'departement', 'region', 'france'] as const).map(
    (level) => data.territories.all(level)[0] as Territory,
  );
  eight = [...byPeople.slice(0, 3), ...groups, byPeople[3] as Territory];
});

const slug = ({ level, code }: Territory): string => slugOf(level, code);
const list = (territories: readonly Territory[]): string => territories.map(slug).join('_');

const headings = async (page: Page): Promise<string[]> =>
  (await page.locator('thead th a').allInnerTexts()).map(plain);

describe('comparing territories', () => {
  it.each([
    ['nothing yet', () => ''],
    ['six of several levels', () => `?t=${list(eight.slice(0, 6))}`],
    ['what differs', () => `?t=${list(eight.slice(0, 3))}&tri=ecart`],
    ['similar territories', () => `?t=${list(eight.slice(0, 2))}&sim=${slug(eight[0] as Territory)}`],
    ['a search', () => `?t=${list(eight.slice(0, 1))}&q=saint`],
    ['nobody known', () => '?t=zz_00000'],
  ])(
    'is sound with %s, on a desk, on a phone, light and dark',
    async (_, query) => {
      const { page, status, complaints } = await open(`/comparer${query()}`);
      expect(status).toBe(200);
      expect(await page.locator('h1').count()).toBe(1);
      await expectSound(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectSound(page);
      expect(complaints).toEqual([]);
      await page.context().close();
      // Six territories make a thousand nodes that axe measures twice.
    },
    180_000,
  );

  it('keeps the first six of eight, and says so', async () => {
    const { page } = await open(`/comparer?t=${list(eight)}`);
    expect(await headings(page)).toEqual(eight.slice(0, 6).map(formatName).map(plain));
    expect(await main(page)).toContain('Six territoires au plus se comparent. Les six premiers sont gardés');
    await page.context().close();
  });

  it('says what it does not know and what it was asked twice, and compares the rest', async () => {
    const [first, second] = eight as [Territory, Territory];
    const { page } = await open(`/comparer?t=zz_${slug(first)}_${slug(second)}_${slug(first)}_00000`);
    const text = await main(page);
    expect(text).toContain(
      'Aucun territoire ne porte les codes « zz », « 00000 ». Les autres sont comparés.',
    );
    expect(text).toContain(`${formatName(first)} : demandé plusieurs fois, montré une seule.`);
    expect(await headings(page)).toEqual([first, second].map(formatName).map(plain));
    await page.context().close();
  });

  it('compares the commune that an old one joined', async () => {
    const [former] = [...data.territories.formers()];
    if (!former) throw new Error('no merged commune in the demonstration');
    const { page } = await open(`/comparer?t=${former.code.toLowerCase()}`);
    const current = data.territories.get('commune', former.current) as Territory;
    expect(await headings(page)).toEqual([plain(formatName(current))]);
    expect(await main(page)).toContain(`a rejoint ${formatName(current)}`);
    await page.context().close();
  });

  it('starts from three examples that open', async () => {
    const { page } = await open('/comparer');
    const examples = page.locator('[aria-labelledby="vide"] li a');
    expect(await examples.count()).toBe(3);
    for (const href of await examples.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')),
    )) {
      const { page: opened } = await open(href ?? '');
      expect((await headings(opened)).length).toBeGreaterThanOrEqual(2);
      await opened.context().close();
    }
    await page.context().close();
  });

  it('never shows a partial poverty rate as that of a group, nor a bar for it', async () => {
    const departement = data.territories.all('departement')[0] as Territory;
    const { page } = await open(`/comparer?t=${slug(departement)}&th=pauvrete`);
    const cell = page.locator('tbody tr', { hasText: 'Taux de pauvreté' }).first().locator('td');
    expect(plain(await cell.innerText())).toMatch(/Non calculable Communes connues seulement/);
    expect(await cell.locator('.track').count()).toBe(0);
    await page.context().close();
  });

  it('marks what is estimated, and leaves it out when asked', async () => {
    const column = data.column('taux-de-pauvrete-estime', 'commune');
    const guessed = data.territories
      .all('commune')
      .find(({ ordinal }) => column && cellAt(column, ordinal).state === 'estimated');
    if (!guessed) throw new Error('no estimated poverty rate in the demonstration');
    const { page } = await open(`/comparer?t=${slug(guessed)}_99&th=pauvrete`);
    const cell = page
      .locator('tbody tr', { has: page.getByText('Taux de pauvreté, estimé là où il est secret') })
      .locator('td')
      .first();
    expect(plain(await cell.innerText())).toMatch(/estimé, entre [\d,]+ et [\d,]+ %/);
    await page.getByRole('link', { name: 'Masquées' }).click();
    await page.waitForURL(/e=0/);
    expect(plain(await cell.innerText())).toContain('Estimation masquée');
    expect(plain(await cell.innerText())).not.toMatch(/\d %/);
    await page.context().close();
  });

  it('shows one theme, or only what differs', async () => {
    const two = list(eight.slice(0, 2));
    const { page } = await open(`/comparer?t=${two}`);
    const all = await page.locator('tbody tr:not(.theme)').count();
    await page.getByRole('link', { name: 'Connexion', exact: true }).click();
    await page.waitForURL(/th=connexion/);
    expect(await page.locator('tbody tr:not(.theme)').count()).toBeLessThan(all);
    await page.getByRole('link', { name: 'Tous les thèmes' }).click();
    await page.waitForURL((url) => !url.searchParams.has('th'));
    await page.getByRole('link', { name: 'Seulement ce qui diffère' }).click();
    await page.waitForURL(/tri=ecart/);
    await page.waitForURL((url) => !url.searchParams.has('th'));
    const shares = (await page.locator('tbody th', { hasText: 'Écart' }).allInnerTexts()).map((text) =>
      Number(/Écart : (\d+)/.exec(plain(text))?.[1]),
    );
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    await page.context().close();
  });

  it('is run by keyboard alone: add, move, remove', async () => {
    const [first, second] = eight as [Territory, Territory];
    const { page } = await open(`/comparer?t=${slug(first)}`);
    await page.keyboard.press('/');
    await page.keyboard.type(second.code);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`t=${slug(first)}_${slug(second)}`));
    await page.getByRole('link', { name: `Déplacer ${formatName(first)} vers la droite` }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`t=${slug(second)}_${slug(first)}`));
    expect(await headings(page)).toEqual([second, first].map(formatName).map(plain));
    await page.getByRole('link', { name: `Retirer ${formatName(second)}` }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`t=${slug(first)}$`));
    expect(await headings(page)).toEqual([plain(formatName(first))]);
    await page.context().close();
  });

  it('lists what a text may be when Enter is pressed without a choice', async () => {
    const [first] = eight as [Territory];
    const { page } = await open(`/comparer?t=${slug(first)}`);
    await page.keyboard.press('/');
    await page.keyboard.type('saint');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=saint/);
    const results = page.locator('[aria-labelledby="resultats"] li a');
    await results.first().click();
    await page.waitForURL(new RegExp(`t=${slug(first)}_[0-9A-Z]+$`));
    expect(await headings(page)).toHaveLength(2);
    await page.context().close();
  });

  it('works without JavaScript: search, add, remove, similar territories', async () => {
    const [first, second] = eight as [Territory, Territory];
    const { page } = await open(`/comparer?t=${slug(first)}`, { javaScriptEnabled: false });
    await page.getByRole('searchbox', { name: 'Ajouter un territoire' }).fill(second.code);
    await page.getByRole('button', { name: 'Chercher' }).click();
    await page.locator('[aria-labelledby="resultats"] li a').first().click();
    expect(new URL(page.url()).search).toBe(`?t=${slug(first)}_${slug(second)}`);
    await page.getByLabel('3 fois au plus').check({ force: true });
    await page.getByLabel('sans condition').check({ force: true });
    await page.getByRole('button', { name: 'Trouver' }).click();
    expect(new URL(page.url()).search).toBe(`?t=${slug(first)}_${slug(second)}&sim=${slug(first)}&sf=3&sd=0`);
    expect(await main(page)).toContain(`Semblables à ${formatName(first)}`);
    await page.getByRole('link', { name: `Retirer ${formatName(first)}` }).click();
    expect(await headings(page)).toEqual([plain(formatName(second))]);
    await page.context().close();
  });

  it('says over time only what may be compared, and why the rest may not', async () => {
    const { page } = await open(`/comparer?t=${list(eight.slice(0, 4))}`);
    const text = plain(await page.locator('[aria-labelledby="evolution"]').innerText());
    expect(text).toMatch(/part des locaux raccordables à la fibre .* 2026/);
    expect(text).toContain('entre 2013 et 2018');
    for (const refused of ['Recensement, 2018 → 2022', 'Revenus et pauvreté (Filosofi), 2021 → 2023'])
      expect(text).toContain(refused);
    expect(text).toContain('L’Insee conseille six ans d’écart');
    await page.context().close();
  });

  it('copies a sentence with its sources', async () => {
    const { page } = await open(`/comparer?t=${list(eight.slice(0, 2))}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page
      .locator('[aria-labelledby="evolution"]')
      .getByRole('button', { name: 'Copier cette phrase' })
      .first()
      .click();
    await page.getByText('Phrase copiée').first().waitFor();
    const copied = plain(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied).toMatch(/fibre.*\(sources : /);
    await page.context().close();
  });
});

describe('the page of a territory', () => {
  it('offers its similar ones, and leads to comparing them', async () => {
    const subject = eight[1] as Territory;
    const expected = similarTerritories(data, subject).territories.slice(0, 4);
    const { page } = await open(`/territoires/${slug(subject)}`);
    const names = await page.locator('[aria-labelledby="similaires"] li .name').allInnerTexts();
    expect(names.map(plain)).toEqual(expected.map(({ territory }) => plain(formatName(territory))));
    if (expected[0]) {
      await page.getByRole('link', { name: `Comparer avec ${formatName(expected[0].territory)}` }).click();
      await page.waitForURL(new RegExp(`/comparer\\?t=${slug(subject)}_${expected[0].slug}$`));
    }
    await page.context().close();
  });
});

describe('the figures compared', () => {
  it('stand among their peers as counting them one by one says', () => {
    for (const subject of data.territories.all('commune').slice(0, 40)) {
      const [row] = readComparison(data, [subject], true).filter(
        ({ indicator }) => indicator.id === 'niveau-de-vie-median',
      );
      const column = data.column('niveau-de-vie-median', 'commune');
      if (!row || !column) throw new Error('no median in the demonstration');
      const { cell, positions } = row.cells[0] as (typeof row.cells)[0];
      for (const { within, position } of positions) {
        const peers = data.territories
          .all('commune')
          .filter((one) =>
            within === 'france' ? one.zone !== 'com' : one[within as 'epci'] === subject[within as 'epci'],
          )
          .map(({ ordinal }) => cellAt(column, ordinal))
          .filter(isKnown);
        expect(position.known).toBe(peers.length);
        expect(position.above).toBe(peers.filter(({ value }) => value > (cell.value ?? 0)).length);
      }
    }
  });

  it('are of each territory once, in the order asked', () => {
    const slugs = eight.map(slug);
    expect(chooseTerritories(data.territories, slugs).kept.map(slug)).toEqual(slugs.slice(0, 6));
    expect(chooseTerritories(data.territories, slugs).beyond.map(slug)).toEqual(slugs.slice(6));
  });

  it('find similar territories of the same level, class and size', () => {
    const classes = data.column('densite', 'commune');
    for (const subject of data.territories.all('commune')) {
      for (const { territory, sameClass } of similarTerritories(data, subject, DEFAULT_SETTINGS)
        .territories) {
        expect(territory.code).not.toBe(subject.code);
        const ratio = (territory.population ?? 0) / (subject.population ?? 1);
        if ((subject.population ?? 0) > 0) expect(Math.max(ratio, 1 / ratio)).toBeLessThanOrEqual(2);
        if (sameClass) expect(classes?.values[territory.ordinal]).toBe(classes?.values[subject.ordinal]);
      }
    }
  });
});
