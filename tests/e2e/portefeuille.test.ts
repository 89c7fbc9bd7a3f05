import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeDemonstrationStrategy, type DemonstrationStrategy } from '../support/demonstration-strategy.ts';
import { readSheet } from 'read-excel-file/node';
import { expectSound, main, plain, visitDemonstration } from '../support/visit.ts';

const site = visitDemonstration();
let made: DemonstrationStrategy;

beforeAll(async () => {
  made = await writeDemonstrationStrategy(site.database.db, { now: new Date(), owner: null, account: null });
});

describe('a portfolio', () => {
  it('says money, places and hours against need, without scripts, and what is not known', async () => {
    const { page } = await site.open('/portefeuille', { javaScriptEnabled: false });
    const words = await main(page);
    expect(words).toContain('1 stratégie, 1 territoire');
    expect(words).toContain('Accordé 30 000 €');
    expect(words).toContain('Versé 12 345 €');
    expect(words).toContain('Demandé, en attente non précisé');
    expect(words).toContain('Lieux ouverts 2 d’après les scénarios comptés ; 2 actions sans scénario');
    expect(words).toContain('Dans l’ensemble, l’argent ');
    expect(await page.getByRole('img', { name: /Courbes de concentration/ }).count()).toBe(1);
    const both = page.getByRole('row', { name: /^Département/ });
    expect(plain(await both.innerText())).toContain('1 action, 42 345 €');
    expect(words).toContain('25 % du chemin');
    const funded = made.communes.slice(0, 2).map(({ name }) => name);
    const left = await page
      .getByRole('region', { name: 'Communes prioritaires sans action financée', exact: true })
      .innerText();
    for (const name of funded) expect(left).not.toContain(`${name} (`);
    await page.context().close();
  });

  it('is held to a funder and years by its address, and says what it does not understand', async () => {
    const { page } = await site.open('/portefeuille', { javaScriptEnabled: false });
    await page.getByLabel('Financeur', { exact: true }).selectOption('Caisse');
    await page.getByLabel('De l’année').selectOption('2027');
    await page.getByRole('button', { name: 'Montrer' }).click();
    expect(new URL(page.url()).searchParams.get('financeur')).toBe('Caisse');
    expect(await main(page)).toContain('Accordé 0 €');
    expect(await main(page)).toContain('Versé 12 345 €');
    await page.goto(`${site.url}/portefeuille?de=bientot&territoire=98`);
    expect(await main(page)).toContain('« bientot » n’est pas une année');
    expect(await main(page)).toContain('Aucune stratégie ne couvre « 98 »');
    await page.context().close();
  });

  it('leaves as files whose figures are those of the page', async () => {
    const { page } = await site.open('/portefeuille');
    await page.getByText('Télécharger', { exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /Territoires, Classeur/ }).click();
    const file = await readFile(await (await download).path());
    const [headings = [], row = []] = await readSheet(file, 'Données');
    const at = (label: string): unknown => row[headings.findIndex((one) => String(one).startsWith(label))];
    expect(at('Territoire')).toBe(made.territory.name);
    expect(at('Versé')).toBe(12_345);
    expect(at('Demandé')).toBeNull();
    const csv = await (await fetch(`${site.url}/portefeuille/communes.csv`)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(1 + made.communes.length);
    await page.context().close();
  });

  it('has no fault that a machine finds, on any screen', async () => {
    const { page, complaints } = await site.open('/portefeuille');
    await expectSound(page, 1440, 390);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
