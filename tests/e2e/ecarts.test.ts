import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { groupOfWord, type Group } from '../../src/lib/domain/access/gaps/group.ts';
import { NO_FILTER } from '../../src/lib/domain/places/filter.ts';
import { isoDay } from '../../src/lib/format/date.ts';
import { gapsOf, needWithin, zonesWithin } from '../../src/lib/server/queries/access/gaps.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { DEFAULT_GAPS_VIEW, type GapsView } from '../../src/lib/view/gaps-view.ts';
import { expectSound, main, plain, soon, visitDemonstration } from '../support/visit.ts';

/** Who is out of reach of what, asked, mapped and taken away, over the demonstration territory. */
const site = visitDemonstration({ viewport: { width: 1440, height: 1000 } });
const { open } = site;
let data: Snapshot;

beforeAll(async () => {
  data = await Snapshot.read(site.database.db);
});

/** Read when it is needed, as the pages do: a run may last past midnight. */
const today = (): string => isoDay(new Date());
const written = (value: number): string => plain(new Intl.NumberFormat('fr-FR').format(value));

function needOf(change: Partial<GapsView>, slug = 'FR') {
  const territory = data.territories.bySlug(slug);
  if (!territory) throw new Error(`no territory « ${slug} »`);
  return needWithin(data, gapsOf(data, { ...DEFAULT_GAPS_VIEW, ...change }, today()), territory);
}

function zonesOf(change: Partial<GapsView>) {
  const country = data.territories.bySlug('FR');
  const zones =
    country && zonesWithin(data, gapsOf(data, { ...DEFAULT_GAPS_VIEW, ...change }, today()), country);
  if (!zones) throw new Error('no zones');
  return zones;
}

describe('the page of gaps', () => {
  it('counts as the domain does, without scripts, and keeps the question in the form', async () => {
    const { page } = await open('/ecarts?seuil=3&qui=65-ans-et-plus&quand=samedi', {
      javaScriptEnabled: false,
    });
    const need = needOf({ limit: 3, group: groupOfWord('65-ans-et-plus') as Group, moment: 'saturday' });
    expect(need.inhabitantsBeyond).toBeGreaterThan(0);
    const text = await main(page);
    expect(text).toContain(written(need.inhabitantsBeyond));
    expect(text).toContain('habitants de 65 ans ou plus');
    expect(text).toContain('ouvert le samedi');
    expect(await page.getByLabel('Trop loin au-delà de (km)').inputValue()).toBe('3');
    await page.getByLabel('Trop loin au-delà de (km)').fill('5');
    await page.getByRole('button', { name: 'Compter' }).click();
    expect(new URL(page.url()).searchParams.get('seuil')).toBe('5');
    expect(await main(page)).toContain(written(needOf({ limit: 5, moment: 'saturday' }).inhabitantsBeyond));
    await page.context().close();
  });

  it('follows the form at once, with the short address', async () => {
    const { page, complaints } = await open('/ecarts');
    await page.getByRole('checkbox', { name: 'Gratuit', exact: true }).check();
    await soon(() => new URL(page.url()).search).toBe('?lg=1');
    await soon(() => main(page)).toContain('gratuit');
    await page.getByLabel('Trop loin au-delà de (km)').fill('2');
    await soon(() => new URL(page.url()).search).toBe('?lg=1&seuil=2');
    const filter = { ...DEFAULT_GAPS_VIEW.filter, free: true };
    await soon(() => main(page)).toContain(written(needOf({ limit: 2, filter }).inhabitantsBeyond));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says what it did not understand, and falls back', async () => {
    const { page } = await open('/ecarts?seuil=500&qui=martiens&dans=99999&nuage=1', {
      javaScriptEnabled: false,
    });
    const text = await main(page);
    expect(text).toContain('Le seuil « 500 » ne se calcule pas : choisissez un nombre entier de 1 à 60 km');
    expect(text).toContain('« martiens » n’a pas été compris');
    expect(text).toContain('Aucun territoire ne porte le code « 99999 »');
    expect(text).toContain('« nuage » n’existe pas sur cette page');
    await page.context().close();
  });

  it('speaks of kilometres until a source of travel times is brought in', async () => {
    const { page } = await open('/ecarts?unite=min', { javaScriptEnabled: false });
    const text = await main(page);
    expect(text).toContain('jamais en minutes inventées');
    expect(text).toContain('à moins de 10 km de son centre à vol d’oiseau');
    expect((await fetch(`${site.url}/ecarts/minutes?unite=min`)).status).toBe(404);
    await page.context().close();
  });

  it('tells old records from missing help, and a filter that nobody answers', async () => {
    const old = await open('/ecarts?frais=12&ref=2040-01-01', { javaScriptEnabled: false });
    expect(await main(old.page)).toContain('les sources sont anciennes, l’aide ne manque pas forcément');
    await old.page.context().close();
    const none = await open('/ecarts?partenaire=personne', { javaScriptEnabled: false });
    expect(await main(none.page)).toContain('Aucun lieu ne répond à ce qui est demandé');
    await none.page.context().close();
  });

  it('draws each measure in the browser, and a zone brought forward', async () => {
    const { page, complaints } = await open('/ecarts?seuil=2');
    const canvas = page.locator('canvas[role=application]');
    await page.locator('.map').first().scrollIntoViewIfNeeded();
    await canvas.waitFor({ timeout: 60_000 });
    await soon(() => page.locator('.legend .classes li').count()).toBeGreaterThan(1);
    for (const [label, classes] of [
      ['Part hors de portée', 2],
      ['Distance au lieu le plus proche', 6],
      ['Accès par habitant', 2],
      ['Points chauds et froids de la distance', 5],
    ] as const) {
      await page.locator('.map fieldset').getByText(label, { exact: true }).click();
      await soon(() => page.locator('.legend .classes li').count()).toBeGreaterThanOrEqual(classes);
    }
    await page
      .getByRole('button', { name: /^Voir la zone d/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Revoir toutes les communes' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says the hot and cold spots in a table too, without scripts', async () => {
    const { page } = await open('/ecarts?mesure=points-chauds', { javaScriptEnabled: false });
    expect(await main(page)).toContain(
      'Points chauds et froids de la distance Communes voisines dont la distance',
    );
    const rows = await page.locator('#points ~ div tbody tr').count();
    const none = await page.getByText('Aucun voisinage ne tranche sur le hasard ici.').count();
    expect(rows > 0 || none === 1).toBe(true);
    await page.context().close();
  });

  it('leaves as files with its question inside, and answers programs', async () => {
    const csv = await (await fetch(`${site.url}/ecarts/communes.csv?seuil=2&quand=samedi`)).text();
    expect(csv.split('\r\n').length).toBeGreaterThan(data.territories.all('commune').length);
    expect(csv).toContain(`/ecarts?quand=samedi&seuil=2 (${today()})`);
    const geojson = (await (
      await fetch(`${site.url}/ecarts/communes.geojson?seuil=2&quand=samedi`)
    ).json()) as { features: unknown[] };
    expect(geojson.features).toHaveLength(data.territories.all('commune').length);
    expect(JSON.stringify(geojson)).toContain('/ecarts?quand=samedi&seuil=2');
    const answer = (await (
      await fetch(`${site.url}/api/v1/ecarts?seuil=2&quand=samedi&communes=1`)
    ).json()) as {
      question: Record<string, string>;
      total: { habitantsHorsDePortee: number };
      communes: { horsDePortee: boolean }[];
    };
    expect(answer.question).toMatchObject({ seuil: '2', quand: 'samedi', jour: today() });
    expect(answer.total.habitantsHorsDePortee).toBe(
      needOf({ limit: 2, moment: 'saturday' }).inhabitantsBeyond,
    );
    expect(answer.communes.filter(({ horsDePortee }) => horsDePortee)).toHaveLength(
      needOf({ limit: 2, moment: 'saturday' }).communesBeyond,
    );
    const refused = await fetch(`${site.url}/api/v1/ecarts?seuil=0`);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('donnez au moins 1');
  });

  it('gives every zone as a file, with its outline, and draws those of the list', async () => {
    const expected = zonesOf({ limit: 2 });
    expect(expected.length).toBeGreaterThan(2);
    const csv = await (await fetch(`${site.url}/ecarts/zones.csv?seuil=2`)).text();
    expect(csv).toContain('/ecarts?seuil=2');
    const geojson = (await (await fetch(`${site.url}/ecarts/zones.geojson?seuil=2`)).json()) as {
      features: {
        properties: { codes: string; habitants: number };
        geometry: MultiPolygon | null;
      }[];
    };
    expect(geojson.features.map(({ properties }) => properties.habitants)).toEqual(
      expected.map(({ need }) => need.inhabitantsBeyond),
    );
    const communes = data.territories.all('commune');
    for (const { properties, geometry } of geojson.features) {
      if (!geometry) throw new Error('a zone without an outline');
      for (const code of properties.codes.split(' | ')) {
        const { lon, lat } = communes.find((one) => one.code === code) ?? {};
        expect(booleanPointInPolygon([lon ?? 0, lat ?? 0], geometry), code).toBe(true);
      }
    }
    const drawn = (await (await fetch(`${site.url}/ecarts/contours?seuil=2`)).json()) as {
      features: { properties: { rank: number }; geometry: { type: string } }[];
    };
    const ranks = drawn.features.filter(({ geometry }) => geometry.type === 'Point');
    expect(ranks.map(({ properties }) => properties.rank)).toEqual(
      expected.slice(0, 20).map((_, at) => at + 1),
    );
  });

  it('takes everything that is asked of places to the map of everything, and back', async () => {
    const { page, complaints } = await open('/ecarts?quand=samedi&lg=1');
    await page.getByRole('link', { name: 'Croiser la distance avec un indicateur, sur la carte' }).click();
    await page.waitForURL(/\/carte\?/);
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toMatchObject({ quand: 'samedi', lg: '1', d: '1' });
    const asked = page.getByText('Il est aussi demandé : lieu d’aide au numérique ouvert le samedi.');
    await asked.waitFor({ state: 'attached' });
    const { supply } = gapsOf(
      data,
      { ...DEFAULT_GAPS_VIEW, moment: 'saturday', filter: { ...NO_FILTER, free: true } },
      today(),
    );
    const tally = page.getByText(new RegExp(`^${supply.ranks.length} lieux? sur `));
    await tally.waitFor({ state: 'attached', timeout: 30_000 });
    expect(
      await page
        .getByRole('link', { name: /^Demander plus précis/, includeHidden: true })
        .getAttribute('href'),
    ).toContain('quand=samedi');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says what changed only once there is an edition before', async () => {
    const { page } = await open('/ecarts', { javaScriptEnabled: false });
    expect(await main(page)).toContain('Ce qui a changé Une seule édition des lieux a été chargée ici');
    await page.context().close();
  });

  it.each([
    ['/ecarts', 1440, 'light'],
    ['/ecarts?seuil=2&quand=samedi', 390, 'light'],
    ['/ecarts?seuil=2', 1440, 'dark'],
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
