import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { groupColumn } from '../../src/lib/server/queries/access/need-groups.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { slugOf } from '../../src/lib/domain/territory/slug.ts';
import { main, plain, soon, visitDemonstration } from '../support/visit.ts';
import { partsOf } from '../support/workbook.ts';
import { writeOwnTable } from '../support/written-table.ts';

/** Tables that a person brought, wherever an indicator is, over the demonstration territory. */
const site = visitDemonstration({ viewport: { width: 1440, height: 1000 } });
const { open } = site;
let data: Snapshot;
let [rate, change, kind, counted, grouped] = ['', '', '', '', ''];

beforeAll(async () => {
  const { db } = site.database;
  const alone = { owner: null, shared: false };
  const one = await writeOwnTable(db, {
    ...alone,
    name: 'Abonnés de la médiathèque',
    figures: [
      { slug: 'abonnes', label: 'Abonnés', value: ({ ordinal }) => (ordinal % 40) + 10 },
      {
        slug: 'solde',
        label: 'Solde',
        kind: 'score',
        unit: 'points d’écart',
        value: ({ ordinal }) => (ordinal % 21) - 10,
      },
      {
        slug: 'type',
        label: 'Type d’accueil',
        kind: 'category',
        unit: '',
        worse: null,
        classes: [
          { value: 1, label: 'Bus' },
          { value: 2, label: 'Salle' },
        ],
        value: ({ ordinal }) => (ordinal % 3 === 0 ? null : (ordinal % 2) + 1),
      },
      {
        slug: 'foyers',
        label: 'Foyers suivis',
        kind: 'count',
        unit: 'foyers',
        decimals: 0,
        worse: null,
        // A mistake of who wrote it: there is nobody to count there.
        value: ({ ordinal }) => (ordinal === 0 ? -5 : 10),
      },
    ],
  });
  const two = await writeOwnTable(db, {
    ...alone,
    name: 'Budgets',
    level: 'epci',
    figures: [
      {
        slug: 'budget',
        label: 'Budget numérique',
        kind: 'euros',
        unit: '€ par habitant',
        value: ({ ordinal }) => 2 + ordinal / 7,
      },
    ],
  });
  [rate = '', change = '', kind = '', counted = ''] = ['abonnes', 'solde', 'type', 'foyers'].map(
    (slug) => `tableau-${one}-${slug}`,
  );
  grouped = `tableau-${two}-budget`;
  data = await Snapshot.read(db);
});

const legend = async (page: Page): Promise<string> => plain(await page.locator('.legend-box').innerText());
const read = async (path: string): Promise<string> => plain(await (await fetch(site.url + path)).text());

describe('a table that somebody brought', () => {
  it('is on the map with its unit, year and producer, negative figures and classes too', async () => {
    const { page, complaints } = await open(`/carte?i=${rate}&n=commune`);
    await page.locator('.legend-box .classes').first().waitFor();
    const select = page.locator('select[name="i"]');
    expect(await select.inputValue()).toBe(rate);
    expect(await select.locator('optgroup[label="Vos tableaux"] option').allInnerTexts()).toEqual([
      'Budget numérique',
      'Abonnés',
      'Solde',
      'Type d’accueil',
      'Foyers suivis',
    ]);
    expect(await select.locator('optgroup[label="Non chargé"] option:not([disabled])').count()).toBe(0);
    const words = await legend(page);
    for (const word of ['Abonnés', '%', '2026', 'Ville de Port-Liselle']) expect(words).toContain(word);
    await select.selectOption(change);
    await soon(() => legend(page)).toMatch(/moins de [-−]\d/);
    await select.selectOption(kind);
    await soon(() => legend(page)).toContain('Salle');
    // Figures of intercommunalités alone: the map shows those, without being asked.
    await select.selectOption(grouped);
    await soon(() => legend(page)).toContain('€ par habitant');
    expect(complaints).toEqual([]);
    await page.context().close();
    expect(await read(`/carte/image.svg?i=${grouped}`)).toContain('Budget numérique');
  });

  it('enters an index, whose ranking leaves with its source', async () => {
    const { page, complaints } = await open(`/indices?x=${rate}.5_${change}.2`);
    await page.locator('tbody td.rank').first().waitFor();
    expect(await main(page)).toContain('Abonnés');
    expect(complaints).toEqual([]);
    await page.context().close();
    const file = await fetch(`${site.url}/indices/classement.xlsx?x=${rate}.5_${change}.2`);
    expect(file.headers.get('cache-control')).toBe('private, no-store');
    const sheets = [...(await partsOf(Buffer.from(await file.arrayBuffer()))).values()].map(plain).join();
    for (const said of [
      'Abonnés de la médiathèque',
      'Ville de Port-Liselle',
      'Licence Ouverte 2.0',
      'mai 2026',
    ])
      expect(sheets).toContain(said);
  });

  it('is in a perimeter, a comparison and the page of a territory', async () => {
    const [first, second] = data.territories.all('commune').map(({ code }) => slugOf('commune', code));
    const { page, complaints } = await open(`/perimetre?per=${first}_${second}&i=${rate}`);
    await page.getByRole('button', { name: 'Enregistrer dans ce navigateur' }).waitFor();
    const words = await main(page);
    expect(words).toContain('Vos tableaux');
    expect(words).toContain('Abonnés');
    expect(complaints).toEqual([]);
    await page.context().close();
    const compared = await read(`/comparer?t=${first}_${second}&th=tableaux`);
    for (const label of ['Abonnés', 'Solde']) expect(compared).toContain(label);
    expect(await read(`/territoires/${first}`)).toContain('Vos tableaux');
    expect(await read('/methode')).toContain('Colonne « Abonnés » du tableau');
  });

  it('tells who is far from help, and who a site would reach: all those that it counts', async () => {
    const { page, complaints } = await open(`/ecarts?qui=compte-${counted}`);
    const words = await main(page);
    expect(words).toContain('foyers suivis');
    expect(await page.locator('select[name="qui"]').inputValue()).toBe(`compte-${counted}`);
    expect(complaints).toEqual([]);
    await page.context().close();
    // Ten in each commune but the one below zero, of which nothing is known.
    const tallied = groupColumn(data, {
      kind: 'count',
      word: `compte-${counted}`,
      indicators: [counted],
    });
    expect(Number.isNaN(tallied?.values[0])).toBe(true);
    expect(tallied?.values.slice(1).every((value) => value === 10)).toBe(true);
    for (const path of ['/ecarts', '/implantation'])
      expect(await read(path)).toContain(`value="compte-${counted}"`);
    for (const word of [`cinquieme-${rate}`, `cinquieme-${change}`])
      expect(await read('/ecarts')).toContain(`value="${word}"`);
  });

  it('enters an index of intercommunalités where its figures are of these', async () => {
    const words = await read(`/indices?n=epci&x=${grouped}.5`);
    expect(words).toContain('Budget numérique');
    const table = words.slice(words.indexOf('<tbody'), words.indexOf('</tbody'));
    const places = data.territories.all('epci').map(({ name }) => table.indexOf(name));
    // The budgets rise with the order of the territories, and the greatest is the most fragile.
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual([...places].sort((a, b) => b - a));
  });

  it('is said to be unknown once it is not there', async () => {
    const { page } = await open('/carte?i=tableau-99-parti&n=commune', { javaScriptEnabled: false });
    expect(await main(page)).toContain('tableau-99-parti');
    await page.context().close();
  });
});
