import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectSound, plain, query, settled, visitDemonstration } from '../support/visit.ts';

/** Two measures on one map, over the demonstration territory. */
const site = visitDemonstration();
const { open } = site;

const legend = async (page: Page): Promise<string> => plain(await page.locator('.legend-box').innerText());

async function drawn(page: Page): Promise<void> {
  await settled(page);
  await page.locator('.legend-box [role="group"] button').first().waitFor();
  await expect.poll(() => legend(page)).toContain('hab.');
}

const squares = (page: Page) =>
  page.locator('.legend-box').getByRole('group', { name: 'Les neuf croisements' });
const cloud = (page: Page) => page.getByRole('application', { name: /^Nuage de points/ });

describe('two measures crossed', () => {
  it('are chosen in the panel, kept in the address, and shown again by the link', async () => {
    const { page } = await open('/carte?n=commune');
    await settled(page);
    await page.getByLabel('Croiser avec').selectOption({ label: 'Distance au lieu d’aide le plus proche' });
    await expect.poll(() => query(page)).toBe('?n=commune&y=distance');
    await drawn(page);
    const before = await legend(page);
    for (const part of [
      'En hauteur : Distance',
      'En largeur : Niveau de vie médian',
      'plus fragile',
      'Sources',
    ])
      expect(before).toContain(part);
    const link = page.url();
    const { page: again } = await open(link.replace(site.url, ''));
    await drawn(again);
    expect(await legend(again)).toBe(before);
    expect(await again.getByLabel('Croiser avec').inputValue()).toBe('distance');
    await again.getByLabel('Croiser avec').selectOption({ label: 'Rien : un seul sujet' });
    await expect.poll(() => query(again)).toBe('?n=commune');
    await again.locator('.legend-box .classes').waitFor();
    await page.context().close();
    await again.context().close();
  });

  it('say the territories and people of a square, and both figures of a territory, by keyboard', async () => {
    const { page } = await open('/carte?n=commune&y=fibre-2026');
    await drawn(page);
    await squares(page).getByRole('button').nth(2).focus();
    await expect
      .poll(() => legend(page))
      .toMatch(
        /\d+ communes?, [\d ]+ habitants : revenus parmi les plus bas et fibre parmi les moins présentes\./,
      );
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => legend(page))
      .toContain('revenus parmi les plus bas et fibre moyennement présente');
    await page.keyboard.press('Enter');
    expect(await squares(page).getByRole('button').nth(5).getAttribute('aria-pressed')).toBe('true');
    await page.locator('canvas.maplibregl-canvas').focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(async () => plain(await page.locator('[data-settled] > [aria-live="polite"]').innerText()))
      .toMatch(/\(99\)\. Niveau de vie : .+\. Fibre : /);
    await page.context().close();
  });

  it('are drawn as classes only, and without a cloud, where figures may not leave', async () => {
    const { page } = await open('/carte?i=ifn-total&n=commune&y=fibre-2026&nuage=1');
    await drawn(page);
    expect(await legend(page)).toContain('jamais redistribué');
    await page.getByText('Le nuage de points n’est pas montré').waitFor();
    expect(await cloud(page).count()).toBe(0);
    await page.context().close();
  });

  it('that cannot be crossed leave the first alone, and a sentence', async () => {
    const { page } = await open('/carte?y=ruralite');
    await page.locator('.legend-box .classes').waitFor({ timeout: 60_000 });
    expect(plain(await page.locator('.notices').innerText())).toContain('Ce croisement n’est pas possible');
    await page.context().close();
  });

  it('are an image too, with their square', async () => {
    const answer = await fetch(`${site.url}/carte/image.svg?n=commune&y=distance`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('En hauteur : Distance');
    expect(text).toContain('croisé avec');
  });
});

describe('the cloud of points', () => {
  it('opens from the panel, says what it shows, and is walked by keyboard', async () => {
    const { page } = await open('/carte?n=commune&y=part-65-ans-et-plus');
    await drawn(page);
    await page.locator('.sheet.left').getByRole('button', { name: 'Voir le nuage de points' }).click();
    await expect.poll(() => query(page)).toContain('nuage=1');
    const panel = page.locator('.cloud-box');
    await cloud(page).waitFor();
    const text = plain(await panel.innerText());
    expect(text).toMatch(/(Lien|Aucun lien) [^:]*: .+\. Un lien n’est pas une cause\./);
    expect(text).toMatch(/r de Pearson \(chiffres\) : −?[01],\d\d ; ρ de Spearman \(rangs\) : −?[01],\d\d\./);
    expect(text).toMatch(/\d+ communes sur \d+ ont les deux chiffres\./);
    await cloud(page).focus();
    await page.keyboard.press('End');
    const said = panel.locator('[aria-live="polite"]');
    await expect.poll(async () => plain(await said.innerText())).toMatch(/\(99\)\. Niveau de vie : /);
    const name = (await said.innerText()).split('. ')[0] ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name }).waitFor();
    await page.getByRole('button', { name: 'Fermer le nuage de points' }).last().click();
    await expect.poll(() => query(page)).not.toContain('nuage');
    await page.context().close();
  });

  it('marks the territory of the map, and its figure on the histogram of one measure', async () => {
    const { page } = await open('/carte?n=commune&y=fibre-2026&nuage=1');
    await drawn(page);
    await cloud(page).waitFor();
    expect(await page.locator('.cloud-box circle.pointed').count()).toBe(0);
    await page.locator('canvas.maplibregl-canvas').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.cloud-box circle.pointed').waitFor({ state: 'attached' });
    await page.getByLabel('Croiser avec').selectOption({ label: 'Rien : un seul sujet' });
    await page.locator('.legend-box .classes button').last().focus();
    await page.locator('.legend-box rect.back').first().waitFor({ state: 'attached' });
    await page.locator('canvas.maplibregl-canvas').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.legend-box .mark.pointed').waitFor({ state: 'attached' });
    await page.context().close();
  });

  it('counts what a rectangle holds', async () => {
    const { page } = await open('/carte?n=commune&y=fibre-2026&nuage=1');
    await drawn(page);
    const box = await cloud(page).boundingBox();
    if (!box) throw new Error('no cloud');
    await page.mouse.move(box.x + 2, box.y + 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 2, box.y + box.height - 2, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => plain(await page.locator('.cloud-box').innerText()))
      .toMatch(/Dans le rectangle : \d+ communes, [\d ]+ habitants\./);
    await page.context().close();
  });
});

describe('for everyone', () => {
  it.each(['light', 'dark'] as const)(
    'axe finds nothing, on a desk and on a phone, %s',
    async (colorScheme) => {
      const { page } = await open('/carte?n=commune&y=fibre-2026&nuage=1', { colorScheme });
      await drawn(page);
      await cloud(page).waitFor();
      await expectSound(page, 1440, 390);
      await page.context().close();
    },
  );
});
