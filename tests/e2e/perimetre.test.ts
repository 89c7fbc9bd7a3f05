import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { readPerimeter } from '../../src/lib/server/queries/perimeter.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectSound, main, plain, query, settled, soon, visitDemonstration } from '../support/visit.ts';

/** A perimeter made, read, kept and found again, over the demonstration territory. */
const site = visitDemonstration({
  viewport: { width: 1440, height: 1100 },
  // A refused form answers 422, which the browser says too.
  expected: /net::|status of 4(22|13)/,
});
let data: Snapshot;

beforeAll(async () => {
  data = await Snapshot.read(site.database.db);
});

/** The page runs its own code once it offers to keep a perimeter here. */
const open: typeof site.open = async (path, options, from) => {
  const visit = await site.open(path, options, from);
  if (options?.javaScriptEnabled !== false)
    await visit.page.getByRole('button', { name: 'Enregistrer dans ce navigateur' }).waitFor();
  return visit;
};

const holds = async (page: Page): Promise<string> =>
  plain(await page.locator('#contenu-perimetre + p').innerText());
const codes = (page: Page) => page.getByLabel('Coller des codes ou des noms');
const paste = async (page: Page, text: string): Promise<void> => {
  await codes(page).fill(text);
  await page.getByRole('button', { name: 'Ajouter ce qui est collé' }).click();
};

const commune = (code: string): Territory => data.territories.get('commune', code) as Territory;
const people = (...chosen: string[]): string =>
  plain(chosen.reduce((sum, code) => sum + (commune(code).population ?? 0), 0).toLocaleString('fr-FR'));

describe('pasted codes', () => {
  it('become a perimeter with its own figures, kept by its address', async () => {
    const { page, complaints } = await open('/perimetre');
    expect(await holds(page)).toContain('Le périmètre est vide.');
    await paste(page, '99001;Aiguevent;6400\n99002;Aubrance-la-Neuve;146\n99003;Aubrebrune;5671');
    await soon(() => query(page)).toBe('?per=99001_99002_99003');
    expect(await holds(page)).toBe(`3 communes, ${people('99001', '99002', '99003')} habitants`);
    const { figures } = readPerimeter(data, ['99001', '99002', '99003'].map(commune));
    const fibre = figures.find(({ indicator }) => indicator === 'fibre-2026')?.cell.value ?? Number.NaN;
    const text = await main(page);
    expect(text).toContain(
      `Locaux raccordables à la fibre ${fibre.toLocaleString('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`,
    );
    expect(text).toContain('Minimum');
    expect(text).not.toMatch(/undefined|NaN|\[object/);

    await page.getByRole('button', { name: 'Retirer Aubrance-la-Neuve (99)' }).click();
    await soon(() => query(page)).toBe('?per=99001_99003');
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await holds(page)).toBe(`2 communes, ${people('99001', '99003')} habitants`);
    expect(await page.getByRole('link', { name: 'Voir sur la carte' }).getAttribute('href')).toBe(
      '/carte?per=99001_99003',
    );
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are given back when they designate nothing, and the rest is taken', async () => {
    const { page } = await open('/perimetre?per=99001');
    await paste(page, '99003\n12345\n99400\nClairfontanelle\n99246');
    await soon(() => query(page)).toBe('?per=99001_99003_99255');
    const said = await main(page);
    expect(said).toContain('3 éléments à vérifier');
    expect(said).toContain('ligne 2 « 12345 » : ni code ni nom connu.');
    expect(said).toContain('ligne 3 « 99400 » est un code postal, pas un code de commune.');
    expect(said).toContain('ligne 4 « Clairfontanelle » : plusieurs territoires portent ce nom.');
    expect(said).toContain(`Sèveleval (99246) a rejoint ${commune('99255').name} (99)`);
    expect(await codes(page).inputValue()).toBe('12345\n99400\nClairfontanelle');
    await page.getByRole('button', { name: 'Ajouter Clairfontanelle (99)' }).first().click();
    await soon(() => holds(page)).toContain('4 communes');
    await page.getByRole('button', { name: 'Annuler le dernier changement' }).click();
    await soon(() => holds(page)).toContain('3 communes');
    await page.getByRole('button', { name: 'Annuler le dernier changement' }).click();
    await soon(() => query(page)).toBe('?per=99001');
    await page.context().close();
  });

  it('that are all unknown, or too many, change nothing and lose nothing', async () => {
    const { page } = await open('/perimetre?per=99001');
    await paste(page, '12345 23456');
    await page.getByText('Rien de ce qui a été collé n’a été reconnu.').waitFor();
    expect(await codes(page).inputValue()).toBe('12345 23456');
    expect(query(page)).toBe('?per=99001');
    await paste(page, '99003 '.repeat(70_000));
    await page.getByText('Ce texte dépasse 400 000 caractères').waitFor();
    expect(await holds(page)).toContain('1 commune,');
    await paste(page, '99003 '.repeat(45_000));
    await page.getByText('Seuls les 40 000 premiers éléments ont été lus.').waitFor();
    await soon(() => query(page)).toBe('?per=99001_99003');
    await page.context().close();
  });

  it('work without JavaScript', async () => {
    const { page } = await open('/perimetre?per=99001', { javaScriptEnabled: false });
    expect(await main(page)).toContain('La carte demande JavaScript.');
    await paste(page, '99003, 99002');
    expect(query(page)).toBe('?per=99001_99002_99003');
    await page.getByRole('button', { name: 'Retirer Aiguevent (99)' }).click();
    expect(query(page)).toBe('?per=99002_99003');
    await paste(page, '99001 12345');
    expect(await main(page)).toContain('« 12345 » : ni code ni nom connu.');
    await page.getByRole('link', { name: 'Garder ce qui est reconnu (1)' }).click();
    expect(query(page)).toBe('?per=99001_99002_99003');
    await page.getByLabel('Chiffre et rang').selectOption('chomage');
    await page.getByRole('button', { name: 'Afficher' }).click();
    expect(query(page)).toBe('?per=99001_99002_99003&i=chomage');
    await page.getByLabel(/^Nom du périmètre/).fill('Trois communes');
    await page.getByRole('button', { name: 'Nommer' }).click();
    expect(query(page)).toBe('?per=99001_99002_99003&i=chomage&pn=Trois+communes');
    expect(await page.locator('h1').innerText()).toBe('Trois communes');
    await page.context().close();
  });
});

describe('an address', () => {
  it('with codes that designate nothing, or no more, says so and shows the rest', async () => {
    const { page } = await open('/perimetre?per=99001_88888_bonjour_99196');
    const text = await main(page);
    expect(text).toContain(
      'Ces codes ne désignent aucun territoire et ont été laissés de côté : « bonjour », « 88888 ».',
    );
    expect(text).toContain('Sainte-Boussole-les-Ormes (99196) a rejoint');
    expect(await holds(page)).toContain('2 communes');
    await page.goto(`${site.url}/perimetre?per=88888`);
    expect(await main(page)).toContain('Aucun code de l’adresse ne désigne un territoire.');
    expect(await codes(page).isEditable()).toBe(true);
    await page.context().close();
  });

  it('of one commune, or of a whole group, says whose figures these are', async () => {
    const { page } = await open('/perimetre?per=99001');
    expect(await main(page)).toContain('Le périmètre n’a qu’une commune');
    const group = data.territories.get('epci', '299000011') as Territory;
    await page.goto(`${site.url}/perimetre?per=299000011`);
    expect(await main(page)).toContain(`Ce périmètre a exactement les communes de ${group.name}`);
    expect(await page.getByRole('link', { name: 'Ouvrir la fiche' }).getAttribute('href')).toBe(
      '/territoires/299000011',
    );
    await page.context().close();
  });
});

it('estimates are counted with their interval, or hidden, as the address says', async () => {
  const { page } = await open('/perimetre?per=299000011_-99001_99246');
  expect(await main(page)).toContain('Valeur estimée, entre ');
  await page.getByRole('button', { name: 'Masquer les valeurs estimées' }).click();
  await soon(() => query(page)).toMatch(/&e=0$/);
  await soon(() => main(page)).toContain('Les valeurs estimées sont masquées.');
  expect(await main(page)).not.toContain('Valeur estimée, entre ');
  await page.getByRole('button', { name: 'Compter les valeurs estimées' }).click();
  await soon(() => query(page)).not.toContain('e=0');
  await page.context().close();
});

describe('the map', () => {
  it('adds and takes out the commune that is pressed', async () => {
    const { page, complaints } = await open('/perimetre?per=299000011');
    await settled(page);
    const before = await holds(page);
    const canvas = page.locator('canvas.maplibregl-canvas');
    const box = await canvas.boundingBox();
    if (!box) throw new Error('no map');
    const middle = { x: box.width / 2, y: box.height / 2 };
    await canvas.click({ position: middle });
    await soon(() => holds(page)).not.toBe(before);
    expect(await page.locator('.chips').innerText()).toContain('sauf');
    await canvas.click({ position: middle });
    await soon(() => query(page)).toBe('?per=299000011');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('takes the communes of a rectangle and of a free shape, drawn or clicked', async () => {
    const { page } = await open('/perimetre');
    await settled(page);
    const canvas = page.locator('canvas.maplibregl-canvas');
    await page.getByText('Rectangle', { exact: true }).click();
    const box = await canvas.boundingBox();
    if (!box) throw new Error('no map');
    const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
    await page.mouse.move(...at(0.3, 0.3));
    await page.mouse.down();
    await page.mouse.move(...at(0.7, 0.7), { steps: 4 });
    await page.mouse.up();
    await soon(() => query(page)).toMatch(/^\?per=/);
    const first = await holds(page);
    expect(first).toMatch(/^\d+ communes, /);
    expect(await page.getByLabel('Toucher des communes').isChecked()).toBe(true);

    await page.getByText('Rectangle', { exact: true }).click();
    await page.getByText('les retirer', { exact: true }).click();
    const again = await canvas.boundingBox();
    expect(again?.y).toBe(box.y);
    await page.mouse.click(...at(0.3, 0.3));
    await page.mouse.click(...at(0.7, 0.7));
    await soon(() => query(page)).toBe('');

    await page.getByText('Zone libre', { exact: true }).click();
    await page.getByText('les ajouter', { exact: true }).click();
    expect(await page.getByRole('button', { name: 'Terminer la zone' }).isDisabled()).toBe(true);
    for (const corner of [at(0.3, 0.3), at(0.7, 0.3), at(0.7, 0.7), at(0.3, 0.7)]) {
      await page.mouse.click(...corner);
      // Two clicks at once would end the shape.
      await page.waitForTimeout(600);
    }
    await page.getByRole('button', { name: 'Terminer la zone' }).click();
    await soon(() => holds(page)).toBe(first);
    await page.context().close();
  });

  it('gives way to the list where it cannot be drawn', async () => {
    const flat = await launchBrowser(['--disable-3d-apis']);
    try {
      const { page } = await open('/perimetre?per=99001', {}, flat);
      await page.getByText('WebGL absent').waitFor();
      await paste(page, '99003');
      await soon(() => query(page)).toBe('?per=99001_99003');
    } finally {
      await flat.close();
    }
  });
});

describe('a perimeter kept by name', () => {
  it('is saved in this browser, opened, renamed, deleted after a confirmation', async () => {
    const { page } = await open('/perimetre?per=99001_99003');
    const save = page.getByRole('button', { name: 'Enregistrer dans ce navigateur' });
    await save.click();
    await page.getByText('Donnez un nom au périmètre').waitFor();
    await page.getByLabel(/^Nom du périmètre/).fill('Les deux bourgs');
    await save.click();
    await page.getByText('« Les deux bourgs » est enregistré dans ce navigateur.').waitFor();
    await soon(() => query(page)).toBe('?per=99001_99003&pn=Les+deux+bourgs');
    await page.goto(`${site.url}/perimetre`);
    await page.getByRole('link', { name: 'Les deux bourgs' }).click();
    await soon(() => query(page)).toBe('?per=99001_99003&pn=Les+deux+bourgs');
    await page.getByRole('button', { name: 'Renommer Les deux bourgs' }).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Deux bourgs');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Supprimer Deux bourgs' }).click();
    await page.getByText('Supprimer « Deux bourgs » de ce navigateur ?').waitFor();
    await page.getByRole('button', { name: 'Oui, supprimer' }).click();
    await page.getByText('Aucun périmètre enregistré dans ce navigateur.').waitFor();
    await page.context().close();
  });

  it('says when the browser refuses to keep anything, and keeps the page', async () => {
    const { page } = await open('/perimetre?per=99001_99003');
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', 'QuotaExceededError');
      };
    });
    await page.getByLabel(/^Nom du périmètre/).fill('Ici');
    await page.getByRole('button', { name: 'Enregistrer dans ce navigateur' }).click();
    await page.getByText('Ce navigateur refuse de garder des données').waitFor();
    expect(await holds(page)).toContain('2 communes');
    await page.context().close();
  });
});

describe('for everyone', () => {
  it('a keyboard alone makes a perimeter, and undoes it', async () => {
    const { page } = await open('/perimetre');
    await page.getByRole('combobox', { name: 'Ajouter un territoire' }).focus();
    await page.keyboard.type('port-liselle métropole');
    await page.getByRole('option', { name: /Port-Liselle Métropole/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await soon(() => query(page)).toBe('?per=299000011');
    const remove = page.getByRole('button', { name: 'Retirer Port-Liselle Métropole' });
    for (let presses = 0; presses < 12; presses++) {
      if (await remove.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await soon(() => query(page)).toBe('');
    await page.getByRole('button', { name: 'Annuler le dernier changement' }).focus();
    await page.keyboard.press('Enter');
    await soon(() => query(page)).toBe('?per=299000011');

    await settled(page);
    await page.locator('canvas.maplibregl-canvas').focus();
    const said = page.locator('[data-settled] > [aria-live="polite"]');
    await page.keyboard.press('ArrowRight');
    await soon(async () => plain(await said.innerText())).toMatch(/\(99\), dans le périmètre$/);
    await page.keyboard.press('Enter');
    await soon(async () => plain(await said.innerText())).toMatch(/hors du périmètre$/);
    await soon(() => query(page)).toMatch(/^\?per=299000011_-99\d{3}$/);
    await page.context().close();
  });

  it.each([
    ['empty', '/perimetre', 'light'],
    ['with figures', '/perimetre?per=299000011_-99001_99246&pn=Ici', 'dark'],
  ] as const)('axe finds nothing on the page %s, on a desk and on a phone', async (_, path, colorScheme) => {
    const { page } = await open(path, { colorScheme });
    await settled(page);
    await expectSound(page, 1440, 390);
    await page.context().close();
  });
});
