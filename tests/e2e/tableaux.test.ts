import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { expectSound, main, visitDemonstration } from '../support/visit.ts';

/** A table of one’s own brought in by its four steps, over the demonstration territory. */
const site = visitDemonstration({
  viewport: { width: 1440, height: 1000 },
  // A refused form answers 4xx, which the browser says too.
  expected: /net::|status of 4\d\d/,
});
let folder: string;
let communes: readonly Territory[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-essai-'));
  communes = (await Snapshot.read(site.database.db)).territories.all('commune');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('comes in by four steps, each sound, refuses without losing what was typed, and leaves', async () => {
  const path = join(folder, 'foyers.csv');
  // As large as no form but one that takes files may be.
  const remark = 'x'.repeat(1 + Math.ceil(600_000 / communes.length));
  const rows = communes.map(({ code }, at) => `${code};${at === 0 ? '=1+1' : at};${remark}`);
  writeFileSync(path, `insee;Nombre de foyers;Remarque\n${rows.join('\n')}\nTotal;12;\n`);
  const { page } = await site.open('/tableaux/importer');
  await page.setInputFiles('input[type="file"]', path);
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await page.locator('#chiffres').waitFor({ timeout: 60_000 });
  await expectSound(page, 1440, 390);
  await page.getByLabel('Unité').first().fill('');
  await page.getByRole('button', { name: 'Joindre les lignes' }).click();
  await page.getByText('Donnez une unité à la colonne').waitFor();
  await page.getByLabel('Unité').first().fill('foyers');
  await page.getByRole('button', { name: 'Joindre les lignes' }).click();
  await page.locator('#joint').waitFor({ timeout: 60_000 });
  const text = await main(page);
  expect(text).toContain('ligne de total');
  expect(text).toContain('que Maillage ne calcule pas');
  await expectSound(page, 1440, 390);
  // Left and found again.
  await page.goto(`${site.url}/tableaux/importer`);
  await page.getByRole('link', { name: 'Reprendre : foyers.csv' }).click();
  await page.locator('#joint').waitFor();
  await page.getByLabel('Nom du tableau').fill('Foyers suivis');
  await page.getByLabel('Source', { exact: true }).fill('Département');
  await page.getByLabel('Année des chiffres').fill('cette année');
  await page.getByRole('button', { name: 'Enregistrer le tableau' }).click();
  await page.getByText('Donnez l’année des chiffres').waitFor();
  expect(await page.getByLabel('Nom du tableau').inputValue()).toBe('Foyers suivis');
  await page.getByLabel('Année des chiffres').fill('2024');
  await page.getByRole('button', { name: 'Enregistrer le tableau' }).click();
  await page.waitForURL(/\/tableaux\/\d+/, { timeout: 60_000 });
  await expectSound(page, 1440, 390);
  expect(await page.getByRole('link', { name: /Voir sur la carte/ }).getAttribute('href')).toMatch(
    /^\/carte\?i=tableau-\d+-nombre-de-foyers$/,
  );
  await page.getByText('Retirer ce tableau').first().click();
  await page.getByLabel('Oui, retirer ce tableau').check();
  await page.getByRole('button', { name: 'Retirer ce tableau' }).click();
  await page.getByText('Le tableau est retiré').waitFor({ timeout: 60_000 });
});

it('counts the rows of a plain list, which has no column of figures', async () => {
  const path = join(folder, 'lieux.csv');
  const placed = communes.filter(({ lat }) => lat !== null).slice(0, 30);
  const rows = placed.map(({ lat, lon }, at) => `Lieu numéro ${at} ;${lat};${lon}`);
  writeFileSync(path, `nom;latitude;longitude\n${rows.join('\n')}\n`);
  const { page } = await site.open('/tableaux/importer');
  await page.setInputFiles('input[type="file"]', path);
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await page.locator('#chiffres').waitFor({ timeout: 60_000 });
  expect(await page.getByLabel('Compter les lignes').isChecked()).toBe(true);
  await expectSound(page, 1440, 390);
  await page.getByLabel('Compter les lignes').uncheck();
  await page.getByRole('button', { name: 'Joindre les lignes' }).click();
  await page.getByText('comptez les lignes si c’est une liste').waitFor();
  await page.getByLabel('Compter les lignes').check();
  await page.getByRole('button', { name: 'Joindre les lignes' }).click();
  await page.locator('#joint').waitFor({ timeout: 60_000 });
  expect(await main(page)).toContain('Nombre de lignes');
  await page.getByRole('button', { name: 'Annuler' }).click();
});
