import { beforeAll, describe, expect, it } from 'vitest';
import { writeDemonstrationStrategy, type DemonstrationStrategy } from '../support/demonstration-strategy.ts';
import { writeStrategy } from '../support/written-strategy.ts';
import { expectSound, main, plain, visitDemonstration } from '../support/visit.ts';

const site = visitDemonstration();
const hand = { now: new Date(), owner: null, account: null };
let made: DemonstrationStrategy;
let path: string;

beforeAll(async () => {
  made = await writeDemonstrationStrategy(site.database.db, hand);
  path = `/strategies/${made.id}/actions`;
});

describe('the actions of a strategy', () => {
  it('are seen in five ways without scripts, each a link from the others', async () => {
    const { page } = await site.open(path, { javaScriptEnabled: false });
    expect(await main(page)).toContain('25 % du chemin vers la cible');
    const row = page.getByRole('row', { name: /Permanences/ });
    expect(plain(await row.innerText())).toContain('42 345 €');
    expect(plain(await page.getByRole('row', { name: /Formation/ }).innerText())).toContain('non précisé');
    await page.getByRole('link', { name: 'Frise' }).click();
    expect(await main(page)).toContain('En cours · septembre 2026 – décembre 2028 · Porteur : Ville');
    expect(await main(page)).toContain('Actions sans calendrier');
    expect(await page.locator('figure ol rect').count()).toBe(2);
    await page.getByRole('link', { name: 'Carte', exact: true }).last().click();
    expect(await page.getByRole('img', { name: /2 points, numérotés/ }).count()).toBe(1);
    for (const commune of made.communes.slice(0, 2))
      expect(await main(page)).toContain(`Permanence de ${commune.name}`);
    await page.getByRole('link', { name: 'Par porteur' }).click();
    expect(await main(page)).toContain('Personne encore 2 actions · coût : 8 000 € (1 montant non précisé)');
    await page.getByRole('link', { name: 'Par financeur' }).click();
    expect(await main(page)).toContain(
      'Ce que personne ne finance encore En tout, 29 655 € restent à financer',
    );
    await page.goto(`${site.url}${path}?vue=camembert`);
    expect(await main(page)).toContain('La vue « camembert » n’existe pas');
    expect(await page.getByRole('link', { name: 'Ajouter une action' }).getAttribute('href')).toBe(
      `${path}/nouvelle`,
    );
    await page.context().close();
  });

  it('have no fault that a machine finds, on any screen', async () => {
    const { page, complaints } = await site.open(path);
    for (const [view, ...widths] of [
      ['', 390],
      ['?vue=porteurs', 390],
      ['?vue=financeurs', 390],
      ['?vue=frise', 390],
      ['?vue=carte', 390, 1440],
    ] as const) {
      await page.goto(`${site.url}${path}${view}`);
      await expectSound(page, ...widths);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('that are none yet say what to do next', async () => {
    const { id } = await writeStrategy(site.database.db, hand, {
      name: 'Vide',
      territory: 'FR',
      gaps: [],
      actions: [],
    });
    const { page } = await site.open(`/strategies/${id}/actions?vue=carte`, { javaScriptEnabled: false });
    expect(await main(page)).toContain('Aucune action pour l’instant Retenez d’abord un écart');
    await page.context().close();
  });
});
