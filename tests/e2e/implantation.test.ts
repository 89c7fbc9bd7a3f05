import { beforeAll, describe, expect, it } from 'vitest';
import { landOf } from '../../src/lib/domain/access/landmass.ts';
import { greatCircle } from '../../src/lib/domain/access/sphere.ts';
import { formatName } from '../../src/lib/format/territory.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { expectSound, main, plain, soon, visitDemonstration } from '../support/visit.ts';

/** Where to open next, over the demonstration territory. */
const site = visitDemonstration({ viewport: { width: 1440, height: 1000 } });
const { open } = site;
let data: Snapshot;

beforeAll(async () => {
  data = await Snapshot.read(site.database.db);
});

const written = (value: number): string => plain(new Intl.NumberFormat('fr-FR').format(value));

/** Inhabitants of communes with a place of their own, or a site within a distance: every pair is looked at. */
function within(kilometres: number, codes: readonly string[], withPlaces: boolean): number {
  const communes = data.territories.all('commune');
  const sites = [
    ...(withPlaces ? data.places : []).map(({ lon, lat, commune }) => ({ lon, lat, commune })),
    ...codes.map((code) => {
      const { lon, lat } = communes.find((one) => one.code === code) ?? { lon: null, lat: null };
      return { lon, lat, commune: code };
    }),
  ];
  return communes.reduce((sum, { code, lon, lat, population }) => {
    if (lon === null || lat === null) return sum;
    const near = sites.some(
      (one) =>
        one.commune === code ||
        (one.lon !== null &&
          one.lat !== null &&
          landOf(one.commune) === landOf(code) &&
          greatCircle(lon, lat, one.lon, one.lat) <= 1_000 * kilometres),
    );
    return near ? sum + (population ?? 0) : sum;
  }, 0);
}

/** Codes of the communes of the table, in order. */
const proposed = (slugs: readonly (string | null)[]): string[] =>
  slugs.map((href) => (href ?? '').replace('/territoires/', ''));

describe('where to open next', () => {
  it('answers without scripts, with people counted as pairs do', async () => {
    const { page } = await open('/implantation?seuil=2&n=3', { javaScriptEnabled: false });
    const links = page.locator('tbody tr th a, tbody tr td:first-child a');
    const codes = proposed(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href'))));
    expect(codes).toHaveLength(3);
    const text = await main(page);
    expect(text).toContain(`À portée aujourd’hui ${written(within(2, [], true))}`);
    expect(text).toContain(`À portée avec la proposition ${written(within(2, codes, true))}`);
    expect(text).toMatch(/au plus du meilleur possible|le meilleur possible, et c’est prouvé/);
    await page.getByRole('spinbutton', { name: 'Lieux à ouvrir' }).fill('2');
    await page.getByRole('button', { name: 'Proposer' }).click();
    await page.waitForURL(/n=2/);
    await soon(() => page.locator('tbody tr').count()).toBe(2);
    await page.context().close();
  });

  it('is made better in the browser until it is proven, on a map', async () => {
    const { page, complaints } = await open('/implantation?seuil=3&n=6&existants=aucun');
    await soon(() => main(page)).toContain('C’est le meilleur possible, et c’est prouvé.');
    await page.getByRole('heading', { name: 'Carte de la proposition' }).scrollIntoViewIfNeeded();
    await soon(() => main(page)).toContain('à portée grâce à la proposition');
    await page.locator('canvas[role=application]').waitFor({ timeout: 60_000 });
    expect(await main(page)).toContain('Combien de lieux suffisent');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('can be stopped, and keeps the best so far', async () => {
    const { page } = await open(
      // A mix under a budget whose prices share no divisor: minutes of proof, even for so few communes.
      '/implantation?seuil=6&budget=1000000&prix=39999&prixlocaux=17001&candidats=communes-et-locaux&existants=aucun&quand=samedi',
    );
    const stop = page.getByRole('button', { name: 'Arrêter la recherche' });
    await stop.click({ timeout: 30_000 });
    await page.getByText('Recherche arrêtée : voici la meilleure proposition trouvée.').waitFor();
    const stopped = await main(page);
    expect(stopped).toMatch(/au plus du meilleur possible|prouvé/);
    await page.getByRole('button', { name: 'Reprendre la recherche' }).click();
    await stop.waitFor();
    await page.context().close();
  });

  it('covers everybody with as few as can be, then nobody is left', async () => {
    const { page } = await open('/implantation?seuil=6&but=tous&existants=aucun', {
      javaScriptEnabled: false,
    });
    expect(await main(page)).toContain('Encore hors de portée 0 dans 0 commune');
    await page.context().close();
  });

  it('leaves as a file with its question, each site with whom it reaches', async () => {
    const { page } = await open('/implantation?seuil=2&n=3', { javaScriptEnabled: false });
    const links = page.locator('tbody tr th a, tbody tr td:first-child a');
    const shown = proposed(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href'))));
    const address = await page.getByRole('link', { name: /^CSV/, includeHidden: true }).getAttribute('href');
    const csv = await (await fetch(`${site.url}${address}`)).text();
    const rows = csv.trim().split('\r\n').slice(1);
    expect(
      rows.map((row) =>
        row
          .split(';')
          .slice(0, 4)
          .map((cell) => cell.replaceAll('"', '')),
      ),
    ).toEqual(
      shown.map((code, at) => [
        String(at + 1),
        'ouvrir',
        `${data.territories.get('commune', code)?.name} (99)`,
        code,
      ]),
    );
    const gained = rows.reduce((sum, row) => sum + Number(row.split(';')[6]?.replace(',', '.')), 0);
    expect(gained).toBe(within(2, shown, true) - within(2, [], true));
    expect(
      rows.every((row) => row.includes('/implantation?seuil=2&n=3') || row.includes('n=3&seuil=2')),
    ).toBe(true);
    await page.context().close();
  });

  it('leaves as the browser made it, and refuses sites of other data', async () => {
    const ordinals = data.territories.all('commune').slice(0, 2);
    const asked = ordinals.map(({ ordinal }) => `s=commune-${ordinal}`).join('&');
    const address = `${site.url}/implantation/proposition.geojson?seuil=2&existants=aucun&${asked}`;
    const found = (await (await fetch(`${address}&edition=${data.revision}`)).json()) as {
      features: { geometry: { coordinates: number[] }; properties: Record<string, unknown> }[];
    };
    expect(found.features.map(({ geometry }) => geometry.coordinates).sort()).toEqual(
      ordinals.map(({ lon, lat }) => [lon, lat]).sort(),
    );
    const stale = await fetch(`${address}&edition=${data.revision + 1}`);
    expect([stale.status, await stale.text()]).toEqual([409, expect.stringContaining('rechargez la page')]);
    const unknown = await fetch(`${site.url}/implantation/proposition.pdf`);
    expect([unknown.status, await unknown.text()]).toEqual([
      404,
      expect.stringContaining('csv, xlsx, geojson'),
    ]);
  });

  it('accompanies what sites can take, and says when they fall short', async () => {
    const { page } = await open('/implantation?seuil=5&n=2&capacite=50', { javaScriptEnabled: false });
    const text = await main(page);
    expect(text).toContain('Accompagnées avec la proposition, au plus');
    expect(text).toContain('relevez la capacité d’un lieu');
    const gained = await page.locator('tbody tr td.number, tbody tr td.numeric').first().innerText();
    expect(plain(gained)).toBe('50');
    await page.context().close();
  });

  it('says what it cannot do, and answers the nearest question', async () => {
    const [first] = data.territories.all('commune');
    const code = first?.code ?? '';
    const { page } = await open(
      `/implantation?n=3&candidats=liste&liste=${code}_00000&avec=${code}&sans=${code}&seuil=900&truc=1`,
      { javaScriptEnabled: false },
    );
    const text = await main(page);
    expect(text).toContain('« 900 » n’est pas un nombre entier de 1 à 60 pour le seuil');
    expect(text).toContain('Le paramètre « truc » n’existe pas sur cette page');
    expect(text).toContain('Codes inconnus ici, ou hors du territoire : 00000.');
    expect(text).toContain(`Imposer et écarter à la fois : ${plain(formatName(first as Territory))}`);
    expect(text).toContain('Vous demandez 3 lieux, mais il n’y a nulle part où ouvrir');
    const poor = await open('/implantation?budget=5', { javaScriptEnabled: false });
    expect(await main(poor.page)).toContain('Un budget de 5 € est sous le lieu le moins cher (40 000 €)');
    await poor.page.context().close();
    await page.context().close();
  });

  it('follows what a person decides, saves scenarios and compares them', async () => {
    const { page, complaints } = await open('/implantation?seuil=2&n=3');
    const first = page.locator('tbody tr').first();
    const name = plain(await first.locator('a').first().innerText());
    await first.getByRole('link', { name: `Écarter ${name}` }).click();
    await page.waitForURL(/sans=/);
    await soon(() => main(page)).not.toContain(`1. ${name}`);
    await page.goBack();
    await soon(() => main(page)).toContain(`1. ${name}`);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Donnez un nom au scénario, puis enregistrez-le.').waitFor();
    const save = async (called: string): Promise<void> => {
      await page.getByLabel('Nom du scénario').fill(called);
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByRole('checkbox', { name: called }).check();
    };
    await save('Trois lieux');
    await page.getByRole('spinbutton', { name: 'Lieux à ouvrir' }).fill('6');
    await page.getByRole('button', { name: 'Proposer' }).click();
    await page.waitForURL(/n=6/);
    await save('Six lieux');
    await page.getByRole('checkbox', { name: 'Trois lieux' }).check();
    await page.getByRole('button', { name: 'Supprimer « Six lieux »' }).click();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('link', { name: 'Comparer les scénarios choisis' }).click();
    await page.getByRole('heading', { name: 'Comparer des scénarios' }).waitFor();
    const row = plain(await page.getByRole('row', { name: /^Lieux à ouvrir/ }).innerText());
    expect(row).toMatch(/^Lieux à ouvrir (6 3 − 3|3 6 \+ 3)$/);
    await expectSound(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keeps what was typed badly, and unfolds the part of the form that the browser refuses', async () => {
    const { page } = await open('/implantation?seuil=2');
    const code = data.territories.all('commune')[0]?.code ?? '';
    const more = page.locator('form details').first();
    await more.locator('> summary').click();
    await page.getByLabel('Ouvrir forcément dans').fill(`${code} Trifouilly`);
    await page.getByRole('button', { name: 'Proposer' }).click();
    await soon(() => main(page)).toContain('« Trifouilly » n’est pas un code Insee de commune');
    expect(await page.getByLabel('Ouvrir forcément dans').inputValue()).toBe(`${code} Trifouilly`);
    const budget = page.getByLabel('Ou un budget par an');
    await budget.fill('-5');
    await more.locator('> summary').click();
    expect(await budget.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Proposer' }).click();
    await budget.waitFor({ state: 'visible' });
    await page.context().close();
  });

  it('says which scenarios of an address are cut, or too many', async () => {
    const scenarios = ['Un?n=1', 'Coupé', 'Trois?n=3', '', 'Quatre?n=4', 'Cinq?n=5'];
    const query = new URLSearchParams(scenarios.map((one) => ['s', one])).toString();
    const { page } = await open(`/implantation/comparer?${query}`, { javaScriptEnabled: false });
    const text = await main(page);
    expect(text).toContain('L’adresse porte 5 scénarios : les 4 premiers sont comparés.');
    expect(text).toContain('« Coupé » n’est pas comparé. Son adresse ne dit pas sa question');
    expect(await page.getByRole('row', { name: /^Lieux à ouvrir/ }).innerText()).toMatch(/1\s+3[\s\S]*4/);
    await page.context().close();
  });

  it('compares nothing when the address brings nothing', async () => {
    const { page } = await open('/implantation/comparer', { javaScriptEnabled: false });
    expect(await main(page)).toContain('Aucun scénario à comparer');
    await page.context().close();
  });

  it.each([
    ['/implantation?seuil=3', 1440, 'light'],
    ['/implantation?seuil=3&n=4', 390, 'light'],
    ['/implantation?seuil=3', 1440, 'dark'],
  ] as const)(
    'axe finds nothing on %s at %d px, %s, and nothing overflows',
    async (path, width, colorScheme) => {
      const { page } = await open(path, { viewport: { width, height: 900 }, colorScheme });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectSound(page);
      await page.context().close();
    },
  );
});
