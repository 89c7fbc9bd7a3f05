import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { greatCircle } from '../../src/lib/domain/access/sphere.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { importMatrix } from '../../src/lib/server/jobs/travel-times.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { expectSound, main, plain, soon, visitDemonstration } from '../support/visit.ts';

/** Where to open next when minutes are the limit, over the demonstration territory and a small matrix. */
const site = visitDemonstration({ viewport: { width: 1440, height: 1000 } });
const { open } = site;
let data: Snapshot;
let folder = '';

const NOW = new Date('2026-11-25T08:00:00Z');
/** Told as the crow flies at 40 km/h, to the minute. */
const minutesOf = (a: Spot, b: Spot): number =>
  Math.round((greatCircle(a.lon ?? 0, a.lat ?? 0, b.lon ?? 0, b.lat ?? 0) / 40_000) * 60);

interface Spot {
  lon: number | null;
  lat: number | null;
}

beforeAll(async () => {
  data = await Snapshot.read(site.database.db);
  folder = await mkdtemp(join(tmpdir(), 'matrice-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const communes = (): Territory[] => data.territories.all('commune').filter(({ lat }) => lat !== null);

/** Brings a matrix in and waits for the pages to speak of it. */
async function bring(name: string, lines: readonly string[], most: number | null): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, ['commune;lieu;minutes', ...lines].join('\n'));
  const { kept, problems } = await importMatrix(site.database.db, path, { most, now: NOW });
  expect([kept, problems]).toEqual([lines.length, []]);
  await soon(async () => (await fetch(`${site.url}/implantation?unite=min&n=1&seuil=1`)).text()).toContain(
    name,
  );
}

/** Ways within a time from some communes: to the places and to the centres of all. */
function ways(from: readonly Territory[], within: number): string[] {
  return from.flatMap((commune) =>
    [
      ...data.places
        .filter(({ lat, commune: own }) => lat !== null && own !== commune.code)
        .map((place) => [place.id, minutesOf(commune, place)] as const),
      ...communes().map((to) => [to.code, minutesOf(commune, to)] as const),
    ]
      .filter(([, minutes]) => minutes <= within)
      .map(([to, minutes]) => `${commune.code};${to};${minutes}`),
  );
}

/** People of communes with a place or a site of their own, or one told to be within a time: every pair is looked at. */
function peopleWithin(limit: number, codes: readonly string[], told: readonly Territory[]): number {
  const sites = [
    ...data.places,
    ...communes()
      .filter(({ code }) => codes.includes(code))
      .map(({ code, lon, lat }) => ({ commune: code, lon, lat })),
  ];
  return communes().reduce((sum, commune) => {
    const near = sites.some(
      (one) =>
        one.commune === commune.code ||
        (told.includes(commune) && one.lat !== null && minutesOf(commune, one) <= limit),
    );
    return near ? sum + (commune.population ?? 0) : sum;
  }, 0);
}

const written = (value: number): string => plain(new Intl.NumberFormat('fr-FR').format(value));

describe('where to open next, in minutes', () => {
  it('counts kilometres until a source of travel times is brought in, and says so', async () => {
    const { page } = await open('/implantation?unite=min&seuil=2', { javaScriptEnabled: false });
    const text = await main(page);
    expect(text).toContain('jamais en minutes inventées');
    expect(text).toContain('Les distances sont à vol d’oiseau');
    const kilometres = await open('/implantation?seuil=2', { javaScriptEnabled: false });
    const reached = /À portée aujourd’hui ([\d ]+)/;
    const without = await main(kilometres.page);
    expect(reached.exec(text)?.[1]).toBe(reached.exec(without)?.[1]);
    expect(await kilometres.page.getByLabel('Unité').count()).toBe(0);
    await kilometres.page.context().close();
    await page.context().close();
  });

  it('answers without scripts as the minutes of the matrix do, pair by pair', async () => {
    await bring('tous-les-trajets.csv', ways(communes(), 25), 25);
    const { page } = await open('/implantation?seuil=4&n=3', { javaScriptEnabled: false });
    await page.getByLabel('Unité').selectOption('min');
    await page.getByRole('button', { name: 'Proposer' }).click();
    await page.waitForURL(/unite=min/);
    const links = page.locator('tbody tr th a, tbody tr td:first-child a');
    const slugs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    const codes = slugs.map((href) => href.replace('/territoires/', ''));
    expect(codes).toHaveLength(3);
    const text = await main(page);
    expect(text).toContain(`À portée aujourd’hui ${written(peopleWithin(4, [], communes()))}`);
    expect(text).toContain(`À portée avec la proposition ${written(peopleWithin(4, codes, communes()))}`);
    expect(text).toContain('Temps de trajet de « tous-les-trajets.csv »');
    expect(text).toContain('Les minutes sont celles de la source');
    expect(text).not.toContain('Résultat partiel');
    expect(text.slice(text.indexOf('Proposition, France'))).not.toMatch(/\bkm\b/);
    await page.context().close();
  });

  it('is proven in the browser, its farthest said in minutes', async () => {
    const { page, complaints } = await open('/implantation?unite=min&but=plus-loin&n=30&existants=aucun');
    await soon(() => main(page)).toMatch(/La personne la plus loin est à \d+ minutes?/);
    await soon(() => main(page)).toMatch(
      /le meilleur possible, et c’est prouvé|au plus du meilleur possible/,
    );
    await page.getByRole('heading', { name: 'Carte de la proposition' }).scrollIntoViewIfNeeded();
    await soon(() => main(page)).toContain('à portée grâce à la proposition');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says in minutes what is compared', async () => {
    const scenarios = ['Cinq?unite=min&seuil=5', 'Dix?unite=min'].map(
      (one) => `s=${encodeURIComponent(one)}`,
    );
    const { page } = await open(`/implantation/comparer?${scenarios.join('&')}`, {
      javaScriptEnabled: false,
    });
    const text = await main(page);
    expect(text).toContain('à moins de 5 minutes');
    expect(text).toContain('à moins de 10 minutes');
    expect(text).not.toContain('trajets connus en partie');
    await page.context().close();
  });

  it.each([1440, 390])('axe finds nothing at %d px, and nothing overflows', async (width) => {
    const { page } = await open('/implantation?unite=min&n=4', { viewport: { width, height: 900 } });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('never counts on what a source does not tell, and says how much that is', async () => {
    const told = communes().filter((_, at) => at % 2 === 0);
    await bring('un-trajet-sur-deux.csv', ways(told, 30), null);
    const { page } = await open('/implantation?unite=min&seuil=6&n=2', { javaScriptEnabled: false });
    const text = await main(page);
    expect(text).toMatch(/Résultat partiel : la source dit \d+ % des trajets de moins de 7,2 km/);
    expect(text).toMatch(/Elle ne dit aucun de ces trajets au départ de \d+ communes \([\d ]+ personnes\)/);
    expect(text).toContain(`À portée aujourd’hui ${written(peopleWithin(6, [], told))}`);
    const compared = await open(`/implantation/comparer?s=${encodeURIComponent('Un?unite=min')}`, {
      javaScriptEnabled: false,
    });
    expect(await main(compared.page)).toContain('(trajets connus en partie)');
    await compared.page.context().close();
    await page.context().close();
  });

  it('says that a source that goes to places only knows nothing of where one would open', async () => {
    const [commune] = communes();
    const [place] = data.places;
    await bring('vers-les-lieux.csv', [`${commune?.code};${place?.id};9`], 60);
    const { page } = await open('/implantation?unite=min&seuil=6&n=2', { javaScriptEnabled: false });
    const text = await main(page);
    expect(text).toContain('Cette source ne dit aucun trajet vers les communes');
    expect(text).toContain('--to-communes');
    await page.context().close();
  });
});
